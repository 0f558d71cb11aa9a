package org.relaycheck.script.mailaccounts;

import java.util.HashSet;
import java.util.List;
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
    String base = "password_hex_" + plain.substring(0, Math.min(plain.length(), LONGEST));
    for (int number = 1; ; number++) {
      String name = base + (number == 1 ? "" : "_" + number);
      if (taken.add(name.toUpperCase(Locale.ROOT))) {
        return new SqlSecret(name);
      }
    }
  }

  /** How the password gets in, in sentences. */
  static List<String> cautions(SqlSecret secret, String user) {
    String name = secret.name();
    return List.of(
        "it asks for the password of '"
            + user
            + "' in the sqlcmd variable "
            + name
            + ": 0x and the hexadecimal digits of its UTF-16 text, so that no character of it can"
            + " end a literal; set it as an environment variable, so that it stands on no command"
            + " line",
        "never put the password itself in "
            + name
            + ": a double quote in it ends the literal before anything can be checked, and what"
            + " follows is printed by a syntax error, or runs as T-SQL with all rights of whoever"
            + " runs this script",
        "this PowerShell asks for that password and sets the variable: $env:"
            + name
            + " = '0x' + -join ([Text.Encoding]::Unicode.GetBytes((Get-Credential"
            + " password).GetNetworkCredential().Password) | ForEach-Object { $_.ToString('X2') })");
  }
}
