package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TLS_DOMAIN_CAPABILITIES;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Product;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ExchangeReleases;
import org.relaycheck.landscape.input.NotKnownException;

/** What Exchange Online does with mail that comes to it past any server of one's own. */
public final class ExchangeOnline {

  /**
   * The last day on which it takes a password of a tenant that nobody touched: from then on SMTP
   * AUTH is off by default, and administrators can turn it on again (message center MC786329,
   * update of 27 January 2026).
   */
  private static final LocalDate LOGIN_BY_DEFAULT = LocalDate.of(2026, 12, 31);

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

  /**
   * What becomes of an account that logs in to Exchange Online with a password; empty of any other.
   */
  public static Optional<String> endOfLogin(Account account) throws NotKnownException {
    String server = account.mailServer();
    if (!takesLogins(server) || !account.value(MailAccountRows.AUTH).equals("basic")) {
      return Optional.empty();
    }
    return Optional.of(
        "it logs in to "
            + server
            + " with a password, which Exchange Online "
            + (isLoginOver(account)
                ? "no longer accepts since the end of December 2026, unless an administrator of the"
                    + " tenant turned SMTP AUTH on again"
                : "accepts by default until the end of December 2026 only"));
  }

  /** Whether passwords are taken no more by default, on the day of the run. */
  public static boolean isLoginOver(Account account) {
    return account.server().today().isAfter(LOGIN_BY_DEFAULT);
  }

  /**
   * That Exchange Online slows down what a connector's server sends to it, in words; empty if it is
   * not known to. That a connector with TlsDomainCapabilities is one of hybrid mail flow is
   * concluded (Exchange Team blog 3815328 and 4007169).
   */
  public static Optional<String> throttling(Connector connector) throws NotKnownException {
    Server server = connector.server();
    if (server.lacks(Product.EXCHANGE, TLS_DOMAIN_CAPABILITIES)
        || connector.members(TLS_DOMAIN_CAPABILITIES).isEmpty()
        || server.since(ExchangeReleases.EXCHANGE_2016)) {
      return Optional.empty();
    }
    return Optional.of(
        "TlsDomainCapabilities is "
            + connector.shown(TLS_DOMAIN_CAPABILITIES)
            + ", as hybrid mail flow has it, and the server is Exchange 2013 or older");
  }

  private static String plain(String mailServer) {
    String name = mailServer.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
