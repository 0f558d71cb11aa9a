package org.relaycheck.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Known;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** Whether an account and the connectors that may answer it agree about who is let in. */
final class Admittance {

  private static final int IMPLICIT_TLS = 465;
  private static final Set<Long> SUBMISSION = Set.of(25L, 587L, 465L, 2525L);
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
    return Known.asking(connector::relay) instanceof Known.Exactly<String> relay
        ? Optional.of(
            relay
                .value()
                .map(by -> Judgement.of(Weight.UNLIKELY, connector + ": relays by " + by))
                .orElseGet(
                    () -> Judgement.of(Weight.FITS, connector + ": does not relay for anonymous")))
        : Optional.empty();
  }

  /** Whether a client that has not logged in may submit mail. */
  static Optional<Judgement> anonymous(Connector connector) {
    Optional<Set<String>> groups = connector.known(ReceiveConnectorRows.PERMISSION_GROUPS).value();
    return groups.map(
        all ->
            Judgement.of(
                all.contains(ANONYMOUS_USERS) ? Weight.UNLIKELY : Weight.FITS,
                connector.told(ReceiveConnectorRows.PERMISSION_GROUPS)));
  }

  /** A login whose password SQL Server has lost. */
  static Optional<Judgement> password(Account account) {
    if (account.known(MailAccountRows.USERNAME).value().isEmpty()) {
      return Optional.empty();
    }
    return account
        .known(MailAccountRows.CREDENTIAL)
        .value()
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
    List<Judgement> told = new ArrayList<>();
    for (Account account : world.accounts()) {
      Optional<Boolean> encrypts = account.known(MailAccountRows.ENABLE_SSL).value();
      for (Connector end : world.ends(account)) {
        Optional<Boolean> required = end.known(ReceiveConnectorRows.REQUIRE_TLS).value();
        if (encrypts.isPresent() && required.isPresent()) {
          String words =
              account.told(MailAccountRows.ENABLE_SSL)
                  + "; "
                  + end.told(ReceiveConnectorRows.REQUIRE_TLS);
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

  /** Whether the mail goes to servers that were read at all. */
  static Judgement unread(World world) {
    List<String> elsewhere = world.elsewhere();
    if (world.accounts().isEmpty()) {
      return Judgement.none();
    }
    if (elsewhere.isEmpty()) {
      return Judgement.of(
          Weight.UNLIKELY, "every account leads to an Exchange server that was asked");
    }
    boolean all = elsewhere.size() == world.accounts().size();
    return new Judgement(all ? Weight.FITS : Weight.POSSIBLE, elsewhere);
  }

  /** A port on which the server that is named has no connector, as far as it was read. */
  static Judgement port(World world) {
    List<Judgement> told = new ArrayList<>();
    for (Account account : world.accounts()) {
      String where =
          account.told(MailAccountRows.MAILSERVER_NAME)
              + ", "
              + account.setting(MailAccountRows.PORT);
      Known<List<Delivery>> ways = world.ways(account);
      List<Connector> listening = world.called(account);
      if (ways instanceof Known.Unknown<List<Delivery>> unknown) {
        told.add(Judgement.of(unusual(account), where + "; " + unknown.lack().why()));
      } else if (listening.isEmpty()) {
        boolean read =
            ways.value().orElse(List.of()).stream()
                .anyMatch(way -> world.exchange().contains(way.exchange()));
        told.add(
            read
                ? Judgement.of(Weight.FITS, where + "; no connector that was read listens there")
                : Judgement.of(unusual(account), where + "; that server was not read"));
      } else {
        told.add(Judgement.of(Weight.UNLIKELY, where + "; " + listening.get(0) + " listens there"));
      }
    }
    return Judgement.any(told);
  }

  /** A port that no mail server is known to take mail on is the first to look at. */
  private static Weight unusual(Account account) {
    return account
        .known(MailAccountRows.PORT)
        .value()
        .filter(port -> !SUBMISSION.contains(port))
        .map(port -> Weight.LIKELY)
        .orElse(Weight.POSSIBLE);
  }
}
