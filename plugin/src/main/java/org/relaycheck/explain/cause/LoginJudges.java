package org.relaycheck.explain.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.AcceptedDomain;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.ClientLogin;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.input.Known;

/** Whether an account and the connectors that may answer it agree about who is let in. */
final class LoginJudges {

  /** As many domains as a reader looks through. */
  private static final int DOMAINS = 5;

  private static final Set<Long> SUBMISSION = Set.of(25L, 587L, 465L, 2525L);
  private static final String ANONYMOUS_USERS = "AnonymousUsers";
  private static final Set<String> LOGINS = Set.of("basic", "windows");

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
    Optional<String> open = Known.asking(connector::everyDomain).value();
    if (open.isPresent()) {
      return Optional.of(CauseJudgement.of(Likelihood.UNLIKELY, connector + ": " + open.get()));
    }
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

  /**
   * Whether a client that has not logged in may submit mail; of an account that is to log in that
   * alone is not the cause.
   */
  static CauseJudgement anonymous(FlowRead world) {
    List<Account> named =
        world.accounts().stream()
            .filter(
                one -> one.known(MailAccountRows.AUTH).value().filter(LOGINS::contains).isPresent())
            .toList();
    return named.isEmpty() || named.size() < world.accounts().size()
        ? new ConnectorJudge(LoginJudges::submission).of(world)
        : CauseJudgement.of(Likelihood.POSSIBLE, named.get(0).told(MailAccountRows.AUTH));
  }

  /** By what a connector takes mail of who has not logged in, or that it does not. */
  static Optional<CauseJudgement> submission(Connector connector) {
    return Known.asking(connector::submission) instanceof Known.Exactly<String> by
        ? Optional.of(
            by.value()
                .map(
                    way ->
                        CauseJudgement.of(
                            Likelihood.UNLIKELY,
                            connector + " accepts mail without a login: " + way))
                .orElseGet(
                    () ->
                        CauseJudgement.of(
                            Likelihood.FITS,
                            connector.told(ReceiveConnectorRows.PERMISSION_GROUPS))))
        : connector
            .known(ReceiveConnectorRows.PERMISSION_GROUPS)
            .value()
            .map(
                any ->
                    CauseJudgement.of(
                        Likelihood.FITS, connector.told(ReceiveConnectorRows.PERMISSION_GROUPS)));
  }

  /** Whether a client that has not logged in may send as the organisation's own domains. */
  static Optional<CauseJudgement> senders(Connector connector) {
    Known<String> by = Known.asking(connector::ownSenders);
    if (by.value().isPresent()) {
      return Optional.of(
          CauseJudgement.of(
              Likelihood.UNLIKELY, connector + " takes such senders: " + by.value().get()));
    }
    Likelihood taken = by instanceof Known.Unknown ? Likelihood.POSSIBLE : Likelihood.LIKELY;
    return connector
        .known(ReceiveConnectorRows.PERMISSION_GROUPS)
        .value()
        .map(
            groups ->
                CauseJudgement.of(
                    groups.contains(ANONYMOUS_USERS) ? taken : Likelihood.FITS,
                    connector.told(ReceiveConnectorRows.PERMISSION_GROUPS)));
  }

  /** A login that is not offered: by the accounts, else by what a connector offers at all. */
  static CauseJudgement mechanism(FlowRead world) {
    return new ObstacleJudge(
            ClientLogin.Kind.MECHANISM,
            MailAccountRows.AUTH,
            ReceiveConnectorRows.AUTH_MECHANISM,
            ConnectorJudge.value(
                ReceiveConnectorRows.AUTH_MECHANISM,
                ways -> ways.contains("BasicAuth") ? Likelihood.UNLIKELY : Likelihood.LIKELY))
        .of(world);
  }

  /** A client that may not submit mail. */
  static CauseJudgement submit(FlowRead world) {
    return new ObstacleJudge(
            ClientLogin.Kind.RIGHT,
            MailAccountRows.AUTH,
            ReceiveConnectorRows.PERMISSION_GROUPS,
            ConnectorJudge.value(ReceiveConnectorRows.PERMISSION_GROUPS))
        .of(world);
  }

  /** An account that encrypts, and a connector that does not. */
  static CauseJudgement noEncryption(FlowRead world) {
    return new ObstacleJudge(
            ClientLogin.Kind.NO_STARTTLS,
            MailAccountRows.ENABLE_SSL,
            ReceiveConnectorRows.AUTH_MECHANISM,
            ConnectorJudge.value(
                ReceiveConnectorRows.AUTH_MECHANISM,
                ways -> ways.contains("Tls") ? Likelihood.UNLIKELY : Likelihood.FITS))
        .of(world);
  }

  /** The domains whose mail a server takes from everybody. */
  static CauseJudgement domains(FlowRead world) {
    return CauseJudgement.any(
        world.exchange().stream().flatMap(server -> domains(server).stream()).toList());
  }

  private static Optional<CauseJudgement> domains(Server server) {
    return Known.exactly(server::acceptedDomains)
        .value()
        .map(
            all ->
                all.stream().anyMatch(AcceptedDomain::isEverything)
                    ? CauseJudgement.of(
                        Likelihood.UNLIKELY,
                        server.host() + ": the accepted domain '*' accepts mail for every domain")
                    : CauseJudgement.of(
                        Likelihood.POSSIBLE,
                        server.host()
                            + " accepts mail for "
                            + all.stream()
                                .map(AcceptedDomain::name)
                                .limit(DOMAINS)
                                .collect(Collectors.joining(", "))
                            + (all.size() > DOMAINS
                                ? " and " + (all.size() - DOMAINS) + " more"
                                : "")));
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
    return new ObstacleJudge(
            ClientLogin.Kind.CLEAR_TEXT,
            MailAccountRows.ENABLE_SSL,
            ReceiveConnectorRows.REQUIRE_TLS,
            CauseJudge.nobody())
        .of(world);
  }

  /** Database Mail speaks STARTTLS only; on port 465 a server waits for TLS without it. */
  static Optional<CauseJudgement> implicitTls(Account account) {
    return Known.exactly(account::meetsImplicitTls)
        .value()
        .map(
            meets ->
                CauseJudgement.of(
                    meets ? Likelihood.FITS : Likelihood.UNLIKELY,
                    account.told(MailAccountRows.PORT)));
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
      Optional<String> itself = Known.asking(account::ownHost).value();
      if (itself.isPresent()) {
        told.add(CauseJudgement.of(Likelihood.FITS, account + ": " + itself.get()));
      } else if (ways instanceof Known.Unknown<List<Delivery>> unknown) {
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
