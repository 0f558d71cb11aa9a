package org.relaycheck.explain.cause;

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
final class LoginJudges {

  private static final int IMPLICIT_TLS = 465;
  private static final Set<Long> SUBMISSION = Set.of(25L, 587L, 465L, 2525L);
  private static final String ANONYMOUS_USERS = "AnonymousUsers";

  private LoginJudges() {}

  /**
   * The right to relay, which one of the connectors that may answer is to have; where another one
   * there has it, the one that answers is the wrong one, and a right for it is the second choice.
   */
  static CauseJudgement relay(FlowRead world) {
    CauseJudgement each = new ConnectorJudge(LoginJudges::relay).of(world);
    boolean fits = each.weight() == Likelihood.FITS;
    return fits && AnsweringJudge.judge(world).weight() == Likelihood.FITS
        ? new CauseJudgement(Likelihood.POSSIBLE, each.seen())
        : each;
  }

  private static Optional<CauseJudgement> relay(Connector connector) {
    return Known.asking(connector::relay) instanceof Known.Exactly<String> relay
        ? Optional.of(
            relay
                .value()
                .map(by -> CauseJudgement.of(Likelihood.UNLIKELY, connector + ": relays by " + by))
                .orElseGet(
                    () ->
                        CauseJudgement.of(
                            Likelihood.FITS, connector + ": does not relay for anonymous")))
        : Optional.empty();
  }

  /** Whether a client that has not logged in may submit mail. */
  static Optional<CauseJudgement> anonymous(Connector connector) {
    Optional<Set<String>> groups = connector.known(ReceiveConnectorRows.PERMISSION_GROUPS).value();
    return groups.map(
        all ->
            CauseJudgement.of(
                all.contains(ANONYMOUS_USERS) ? Likelihood.UNLIKELY : Likelihood.FITS,
                connector.told(ReceiveConnectorRows.PERMISSION_GROUPS)));
  }

  /** A login whose password SQL Server has lost. */
  static Optional<CauseJudgement> password(Account account) {
    if (account.known(MailAccountRows.USERNAME).value().isEmpty()) {
      return Optional.empty();
    }
    return account
        .known(MailAccountRows.CREDENTIAL)
        .value()
        .map(
            there ->
                CauseJudgement.of(
                    there ? Likelihood.POSSIBLE : Likelihood.FITS,
                    account
                        + (there ? ": has a user name and" : ": has a user name and no")
                        + " password"));
  }

  /** An account that does not encrypt, and a connector that wants it. */
  static CauseJudgement encryption(FlowRead world) {
    List<CauseJudgement> told = new ArrayList<>();
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
          told.add(CauseJudgement.of(apart ? Likelihood.FITS : Likelihood.UNLIKELY, words));
        }
      }
    }
    return CauseJudgement.any(told);
  }

  /** Database Mail speaks STARTTLS only; on port 465 a server waits for TLS without it. */
  static Likelihood implicitTls(long port) {
    return port == IMPLICIT_TLS ? Likelihood.FITS : Likelihood.UNLIKELY;
  }

  /** Whether the mail goes to servers that were read at all. */
  static CauseJudgement unread(FlowRead world) {
    List<String> elsewhere = world.elsewhere();
    if (world.accounts().isEmpty()) {
      return CauseJudgement.none();
    }
    if (elsewhere.isEmpty()) {
      return CauseJudgement.of(
          Likelihood.UNLIKELY, "every account leads to an Exchange server that was asked");
    }
    boolean all = elsewhere.size() == world.accounts().size();
    return new CauseJudgement(all ? Likelihood.FITS : Likelihood.POSSIBLE, elsewhere);
  }

  /** A port on which the server that is named has no connector, as far as it was read. */
  static CauseJudgement port(FlowRead world) {
    List<CauseJudgement> told = new ArrayList<>();
    for (Account account : world.accounts()) {
      String where =
          account.told(MailAccountRows.MAILSERVER_NAME)
              + ", "
              + account.setting(MailAccountRows.PORT);
      Known<List<Delivery>> ways = world.ways(account);
      List<Connector> listening = world.called(account);
      if (ways instanceof Known.Unknown<List<Delivery>> unknown) {
        told.add(CauseJudgement.of(unusual(account), where + "; " + unknown.lack().why()));
      } else if (listening.isEmpty()) {
        boolean read =
            ways.value().orElse(List.of()).stream()
                .anyMatch(way -> world.exchange().contains(way.exchange()));
        told.add(
            read
                ? CauseJudgement.of(
                    Likelihood.FITS, where + "; no connector that was read listens there")
                : CauseJudgement.of(unusual(account), where + "; that server was not read"));
      } else {
        told.add(
            CauseJudgement.of(
                Likelihood.UNLIKELY, where + "; " + listening.get(0) + " listens there"));
      }
    }
    return CauseJudgement.any(told);
  }

  /** A port that no mail server is known to take mail on is the first to look at. */
  private static Likelihood unusual(Account account) {
    return account
        .known(MailAccountRows.PORT)
        .value()
        .filter(port -> !SUBMISSION.contains(port))
        .map(port -> Likelihood.LIKELY)
        .orElse(Likelihood.POSSIBLE);
  }
}
