package org.relaycheck.landscape;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.relaycheck.value.Right;
import org.relaycheck.value.Text;

/**
 * An entry of a connector's access list that grants or denies a right.
 *
 * @param allow false for deny
 * @param inherited whether it comes from above the connector
 * @param principal upper case
 * @param text as it is told
 */
record AccessEntry(boolean allow, boolean inherited, String principal, String text) {

  /** A deny before an allow, as Windows looks at them. */
  static final Comparator<AccessEntry> DENY_FIRST =
      Comparator.comparing(AccessEntry::allow).thenComparing(AccessEntry::text);

  private static final Pattern OTHER =
      Pattern.compile("(inherited )?(allow|deny) (\\S.*?) (\\S+(?:, *\\S+)*)");

  /** What holds every extended right. */
  private static final Pattern EVERY_RIGHT = Pattern.compile("\\b(?:GenericAll|ExtendedRight)\\b");

  /** The entries of one extended right. */
  static Stream<AccessEntry> of(String name, boolean inherited, Set<Right> rights) {
    return rights.stream()
        .filter(right -> right.right().spelling().equalsIgnoreCase(name))
        .map(
            right ->
                new AccessEntry(
                    right.allow(),
                    inherited,
                    upper(right.principal().spelling()),
                    (inherited ? "inherited " : "") + right));
  }

  /** The entries that name no right and hold every one. */
  static Stream<AccessEntry> generic(Set<Text> others) {
    return others.stream().flatMap(text -> generic(text.spelling()).stream());
  }

  private static Optional<AccessEntry> generic(String text) {
    Matcher other = OTHER.matcher(text);
    return other.matches() && EVERY_RIGHT.matcher(other.group(4)).find()
        ? Optional.of(
            new AccessEntry(
                other.group(2).equals("allow"),
                other.group(1) != null,
                upper(other.group(3)),
                text))
        : Optional.empty();
  }

  private static String upper(String principal) {
    return principal.toUpperCase(Locale.ROOT);
  }
}
