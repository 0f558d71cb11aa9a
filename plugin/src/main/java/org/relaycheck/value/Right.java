package org.relaycheck.value;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of an access list: allow or deny, who, and the extended right.
 *
 * <p>Equality ignores case, as Active Directory does, and knows the anonymous logon by its word,
 * its SID and its English name.
 *
 * @param allow false for a deny entry
 * @param principal {@code anonymous}, a SID, or a name
 * @param right the right's name, such as {@code ms-Exch-SMTP-Accept-Any-Recipient}
 */
public record Right(boolean allow, Text principal, Text right) implements Comparable<Right> {

  private static final Pattern FORM =
      Pattern.compile("(allow|deny)\\s+(\\S.*?)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final String ANONYMOUS = "anonymous";

  /** S-1-5-7 is the well-known SID of the anonymous logon; its name is translated by Windows. */
  private static final Map<String, String> WELL_KNOWN =
      Map.of("S-1-5-7", ANONYMOUS, "NT AUTHORITY\\ANONYMOUS LOGON", ANONYMOUS);

  private static final Comparator<Right> ORDER =
      Comparator.comparing((Right right) -> !right.allow())
          .thenComparing(Right::principal)
          .thenComparing(Right::right);

  static Optional<Right> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean allow = form.group(1).toLowerCase(Locale.ROOT).equals("allow");
    return Optional.of(new Right(allow, principal(form.group(2)), Text.folded(form.group(3))));
  }

  private static Text principal(String name) {
    return Text.folded(WELL_KNOWN.getOrDefault(name.toUpperCase(Locale.ROOT), name));
  }

  @Override
  public int compareTo(Right other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (allow ? "allow " : "deny ") + principal + " " + right;
  }
}
