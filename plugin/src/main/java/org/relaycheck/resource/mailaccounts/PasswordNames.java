package org.relaycheck.resource.mailaccounts;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.relaycheck.dialect.SqlSecret;

/** The names of the variables that hold passwords, one an account of a script. */
final class PasswordNames {

  private static final int LONGEST = 40;

  private final Set<String> taken = new HashSet<>();

  /** A name that people recognise and that no other account has; sqlcmd ignores case. */
  SqlSecret of(String account) {
    String plain = account.replaceAll("[^A-Za-z0-9]+", "_");
    String base = "password_" + plain.substring(0, Math.min(plain.length(), LONGEST));
    for (int number = 1; ; number++) {
      String name = base + (number == 1 ? "" : "_" + number);
      if (taken.add(name.toUpperCase(Locale.ROOT))) {
        return new SqlSecret(name);
      }
    }
  }

  /** How the password gets in, as a sentence. */
  static String caution(SqlSecret secret, String user) {
    return "it asks for the password of '"
        + user
        + "' in the sqlcmd variable "
        + secret.name()
        + ": set an environment variable of that name for sqlcmd, so that it stands on no command"
        + " line; write a ' in it twice";
  }
}
