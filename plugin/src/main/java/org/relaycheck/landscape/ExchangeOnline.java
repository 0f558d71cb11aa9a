package org.relaycheck.landscape;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** What Exchange Online does with mail that comes to it past any server of one's own. */
public final class ExchangeOnline {

  /**
   * The last day on which it takes a password of a tenant that nobody touched: from then on SMTP
   * AUTH is off by default, and administrators can turn it on again (message center MC786329,
   * update of 27 January 2026).
   */
  public static final LocalDate LOGIN_BY_DEFAULT = LocalDate.of(2026, 12, 31);

  private static final Set<String> LOGINS =
      Set.of("smtp.office365.com", "smtp-legacy.office365.com");

  private ExchangeOnline() {}

  /** Whether a mail server is the one that takes mail of clients that log in. */
  public static boolean takesLogins(String mailServer) {
    return LOGINS.contains(plain(mailServer));
  }

  /** Whether a mail server is where the Internet delivers a tenant's mail. */
  public static boolean isTenantMx(String mailServer) {
    String name = plain(mailServer);
    return name.endsWith(".mail.protection.outlook.com") || name.endsWith(".mx.microsoft");
  }

  private static String plain(String mailServer) {
    String name = mailServer.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
