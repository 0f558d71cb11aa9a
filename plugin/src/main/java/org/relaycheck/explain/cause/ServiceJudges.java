package org.relaycheck.explain.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ExchangeReleases;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.input.Known;

/** What servers and connectors say about whether a transport service takes mail at all. */
final class ServiceJudges {

  private static final String STATE = "ComponentState.";
  private static final String UNREAD = "Unread.ComponentState";
  private static final String ACTIVE = "Active";
  private static final int SMTP = 25;

  private ServiceJudges() {}

  /** The state of the server's components, of all that the answers tell. */
  static CauseJudgement components(FlowRead world) {
    return CauseJudgement.any(world.exchange().stream().map(ServiceJudges::components).toList());
  }

  private static CauseJudgement components(Server server) {
    Known<Boolean> since = Known.exactly(() -> server.since(ExchangeReleases.EXCHANGE_2013));
    if (since.value().equals(Optional.of(false))) {
      return CauseJudgement.of(
          Likelihood.EXCLUDED,
          server.host() + ": has no component states, which came with Exchange 2013");
    }
    Map<String, String> states = server.allTold(STATE);
    if (states.isEmpty()) {
      String why = server.told(UNREAD).orElse("the answer does not contain them");
      return CauseJudgement.of(
          Likelihood.POSSIBLE, server.host() + ": component states are not known: " + why);
    }
    boolean active = states.values().stream().allMatch(ACTIVE::equals);
    return CauseJudgement.of(
        active ? Likelihood.UNLIKELY : Likelihood.FITS, server.host() + ": " + words(states));
  }

  private static String words(Map<String, String> states) {
    List<String> words = new ArrayList<>();
    states.forEach((name, state) -> words.add(name + " is " + state));
    return String.join(", ", words);
  }

  /** A connector of the wrong transport service on the port of the front end. */
  static CauseJudgement hubOnSmtp(FlowRead world) {
    List<CauseJudgement> told = new ArrayList<>();
    for (Connector one : world.open()) {
      Optional<String> role = one.known(ReceiveConnectorRows.TRANSPORT_ROLE).value();
      if (role.isPresent() && one.ports().contains(SMTP)) {
        told.add(
            CauseJudgement.of(
                role.get().equals("HubTransport") && !lacksFrontEnd(one.server())
                    ? Likelihood.FITS
                    : Likelihood.UNLIKELY,
                one + ": TransportRole " + role.get() + " on port " + SMTP));
      }
    }
    return CauseJudgement.any(told);
  }

  private static boolean lacksFrontEnd(Server server) {
    return Known.exactly(server::hasFrontEnd).value().filter(there -> !there).isPresent();
  }

  /** Connectors that are switched off, where an account calls. */
  static CauseJudgement disabled(FlowRead world) {
    List<CauseJudgement> told =
        world.accounts().stream()
            .flatMap(
                account ->
                    world.ways(account).value().orElse(List.of()).stream()
                        .flatMap(way -> disabled(account, way).stream()))
            .toList();
    return told.isEmpty() ? disabledAnywhere(world) : CauseJudgement.any(told);
  }

  private static Optional<CauseJudgement> disabled(Account account, Delivery way) {
    Optional<Connector> answers = Known.asking(way::connector).value();
    if (answers.isPresent()) {
      return Optional.of(
          CauseJudgement.of(Likelihood.UNLIKELY, answers.get() + " answers " + account));
    }
    Optional<Integer> port = account.known(MailAccountRows.PORT).value().map(Long::intValue);
    return way.exchange().connectors().stream()
        .filter(one -> !one.mayBeOn())
        .filter(one -> port.filter(one.ports()::contains).isPresent())
        .findFirst()
        .map(one -> CauseJudgement.of(Likelihood.FITS, one.told(ReceiveConnectorRows.ENABLED)));
  }

  private static CauseJudgement disabledAnywhere(FlowRead world) {
    List<Connector> all = world.landscape().connectors();
    List<CauseJudgement> told =
        all.stream()
            .filter(one -> !one.mayBeOn())
            .map(
                one -> CauseJudgement.of(Likelihood.LIKELY, one.told(ReceiveConnectorRows.ENABLED)))
            .toList();
    return told.isEmpty() && !all.isEmpty()
        ? CauseJudgement.of(Likelihood.UNLIKELY, "every receive connector that was read is enabled")
        : CauseJudgement.any(told);
  }
}
