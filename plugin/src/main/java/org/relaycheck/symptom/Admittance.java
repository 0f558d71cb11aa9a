package org.relaycheck.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** Whether an account and the connectors that may answer it agree about who is let in. */
final class Admittance {

  private static final int IMPLICIT_TLS = 465;
  private static final String ANONYMOUS_USERS = "AnonymousUsers";

  private Admittance() {}

  /**
   * The right to relay, which one of the connectors that may answer is to have; where another one
   * there has it, the one that answers is the wrong one, and a right for it is the second choice.
   */
  static Judgement relay(World world) {
    Judgement each = new ConnectorJudge(Admittance::relay).of(world);
    boolean fits = each.weight() == Weight.FITS;
    return fits && Selection.judge(world).weight() == Weight.FITS
        ? new Judgement(Weight.POSSIBLE, each.seen())
        : each;
  }

  private static Optional<Judgement> relay(Connector connector) {
    return connector
        .relaysForAnonymous()
        .map(
            relays ->
                Judgement.of(
                    relays ? Weight.UNLIKELY : Weight.FITS,
                    connector + (relays ? ": relays" : ": does not relay") + " for anonymous"));
  }

  /** Whether a client that has not logged in may submit mail. */
  static Optional<Judgement> anonymous(Connector connector) {
    Optional<Set<String>> groups = connector.known(ReceiveConnectorRows.PERMISSION_GROUPS);
    return groups.map(
        all ->
            Judgement.of(
                all.contains(ANONYMOUS_USERS) ? Weight.UNLIKELY : Weight.FITS,
                connector.found().told(ReceiveConnectorRows.PERMISSION_GROUPS)));
  }

  /** A login whose password SQL Server has lost. */
  static Optional<Judgement> password(Found account) {
    if (account.known(MailAccountRows.USERNAME).isEmpty()) {
      return Optional.empty();
    }
    return account
        .known(MailAccountRows.CREDENTIAL)
        .map(
            there ->
                Judgement.of(
                    there ? Weight.POSSIBLE : Weight.FITS,
                    account
                        + (there ? ": has a user name and" : ": has a user name and no")
                        + " password"));
  }

  /** An account that does not encrypt, and a connector that wants it. */
  static Judgement encryption(World world) {
    Route route = new Route(world, world.connectors());
    List<Judgement> told = new ArrayList<>();
    for (Found account : world.accounts()) {
      Optional<Boolean> encrypts = account.known(MailAccountRows.ENABLE_SSL);
      for (Connector end : route.ends(account)) {
        Optional<Boolean> required = end.known(ReceiveConnectorRows.REQUIRE_TLS);
        if (encrypts.isPresent() && required.isPresent()) {
          String words =
              account.told(MailAccountRows.ENABLE_SSL)
                  + "; "
                  + end.found().told(ReceiveConnectorRows.REQUIRE_TLS);
          boolean apart = required.get() && !encrypts.get();
          told.add(Judgement.of(apart ? Weight.FITS : Weight.UNLIKELY, words));
        }
      }
    }
    return Judgement.any(told);
  }

  /** Database Mail speaks STARTTLS only; on port 465 a server waits for TLS without it. */
  static Weight implicitTls(long port) {
    return port == IMPLICIT_TLS ? Weight.FITS : Weight.UNLIKELY;
  }

  /** A port on which the server that is named has no connector, as far as it was read. */
  static Judgement port(World world) {
    Route route = new Route(world, world.everyConnector());
    List<Judgement> told = new ArrayList<>();
    for (Found account : world.accounts()) {
      List<Connector> listening = route.ends(account).stream().filter(Connector::open).toList();
      String where =
          account.told(MailAccountRows.MAILSERVER_NAME)
              + ", "
              + MailAccountRows.PORT.name()
              + " "
              + account.known(MailAccountRows.PORT).map(String::valueOf).orElse("not known");
      if (known(account, route)) {
        told.add(
            listening.isEmpty()
                ? Judgement.of(Weight.FITS, where + "; no connector that was read listens there")
                : Judgement.of(
                    Weight.UNLIKELY, where + "; " + listening.get(0) + " listens there"));
      } else {
        told.add(Judgement.of(Weight.POSSIBLE, where + "; that server was not read"));
      }
    }
    return Judgement.any(told);
  }

  private static boolean known(Found account, Route route) {
    return account
        .known(MailAccountRows.MAILSERVER_NAME)
        .filter(name -> route.open().stream().anyMatch(one -> route.leads(name.spelling(), one)))
        .isPresent();
  }
}
