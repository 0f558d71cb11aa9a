package org.relaycheck.jdbc;

import java.sql.SQLException;

/**
 * An error that a SQL Server has sent, told by its number: its text is in the server's language.
 *
 * @param number the server's
 * @param text the server's
 */
record ServerError(int number, String text) {

  private static final String RIGHTS = "docs/sql-rights.sql has the GRANTs for a login that reads";

  static ServerError of(SQLException error) {
    return new ServerError(error.getErrorCode(), ExceptionText.of(error));
  }

  /** Whether the login itself is refused, so that trying again may lock an account. */
  boolean refusesLogin() {
    return switch (number) {
      case 18401, 18451, 18452, 18456, 18470, 18486, 18487, 18488 -> true;
      default -> false;
    };
  }

  /** What happened. */
  String why() {
    return switch (number) {
      case 18452 -> "the server does not trust the domain of this login";
      case 18456 -> "the login is refused";
      case 18470 -> "the login is disabled";
      case 18486 -> "the login is locked";
      case 18487, 18488 -> "the password of this login has expired";
      case 916, 4060 -> "the login may not open msdb";
      case 229, 230, 297, 300 -> "the login lacks a right";
      case 1222 -> "msdb was locked by others for longer than 5 seconds";
      default -> "the server answered with an error";
    };
  }

  /** What to do about it. */
  String fix() {
    return switch (number) {
      case 18452 -> "use a Windows account with 'auth: ntlm' or 'auth: kerberos'";
      case 18456 ->
          "correct the <server> of these credentials in settings.xml; a Windows account needs"
              + " 'auth: ntlm'; the server's error log has the reason, as a state number";
      case 18470, 18486 -> "have it enabled, or unlocked, on the server";
      case 18487, 18488 -> "change the password on the server and in settings.xml";
      case 916, 4060 -> "make a user for the login in msdb: " + RIGHTS;
      case 229, 230, 297, 300 -> RIGHTS;
      case 1222 -> "run it again when no clean-up of the mail history runs";
      default -> "look the number up in the documentation of SQL Server, or run it again";
    };
  }

  /** All of it in one sentence. */
  String sentence() {
    return why() + " (error " + number + ": " + text + "); " + fix();
  }
}
