package org.relaycheck.standin.tsql;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL's comparison: three-valued, blind for trailing blanks, and by default for case. */
final class Comparing {

  private Comparing() {}

  /** The comparison; empty where one side is NULL. */
  static Optional<Integer> compare(
      @Nullable Object left, @Nullable Object right, boolean binaryCollation) {
    if (left == null || right == null) {
      return Optional.empty();
    }
    if (left instanceof Long a && right instanceof Long b) {
      return Optional.of(Long.compare(a, b));
    }
    if (left instanceof Bin a && right instanceof Bin b) {
      return Optional.of(a.compared().compareTo(b.compared()));
    }
    if (left instanceof String a && right instanceof String b) {
      return Optional.of(key(a, binaryCollation).compareTo(key(b, binaryCollation)));
    }
    throw new AssertionError("scripts compare values of one type: " + left + ", " + right);
  }

  /** ORDER BY: NULL first, bytes as bytes. */
  static int order(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    if (left instanceof Bin a && right instanceof Bin b) {
      return a.digits().compareTo(b.digits());
    }
    return compare(left, right, false).orElseThrow();
  }

  private static String key(String text, boolean binaryCollation) {
    String padded = text.replaceAll(" +$", "");
    return binaryCollation ? padded : padded.toUpperCase(Locale.ROOT);
  }
}
