package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.ListeningPlace;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.script.WantedSettings;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;

/** Where the findings about one server's connectors become steps, or are left to a person. */
final class ConnectorSteps {

  private static final Set<Property<?>> PLACE =
      Set.of(
          ReceiveConnectorRows.BINDINGS,
          ReceiveConnectorRows.REMOTE_IP_RANGES,
          ReceiveConnectorRows.TRANSPORT_ROLE);

  /** What is made goes first, what is removed last: mail always finds a connector. */
  private enum Rank {
    MAKES,
    CHANGES,
    REMOVES
  }

  /**
   * What is to be done about a connector.
   *
   * @param step what a turn of it writes
   * @param leave what becomes of it if it cannot move, with the reason
   */
  private record Planned(
      Rank rank,
      MoveOrder.Move move,
      Function<MoveOrder.Turn, ScriptStep> step,
      Consumer<String> leave) {}

  private final ScriptServer server;
  private final List<Planned> planned = new ArrayList<>();
  private final List<ScriptStep> steps = new ArrayList<>();
  private final List<ByHand> byHand = new ArrayList<>();

  private ConnectorSteps(ScriptServer server) {
    this.server = server;
  }

  /**
   * The steps in their order.
   *
   * @param findings about connectors of one server
   * @param all the connectors that the server has
   */
  static ConnectorSteps of(ScriptServer server, List<Finding> findings, List<Observed> all) {
    Map<Address, List<Finding>> byConnector = new TreeMap<>();
    findings.forEach(
        finding ->
            byConnector
                .computeIfAbsent(finding.subject().address(), address -> new ArrayList<>())
                .add(finding));
    ConnectorSteps steps = new ConnectorSteps(server);
    byConnector.values().forEach(steps::plan);
    steps.order(
        all.stream()
            .filter(observed -> !byConnector.containsKey(observed.address()))
            .map(ConnectorSteps::place)
            .toList());
    return steps;
  }

  List<ScriptStep> steps() {
    return List.copyOf(steps);
  }

  List<ByHand> byHand() {
    return List.copyOf(byHand);
  }

  private void order(List<ListeningPlace> others) {
    planned.sort(Comparator.comparing(Planned::rank));
    MoveOrder order = MoveOrder.of(planned.stream().map(Planned::move).toList(), others);
    order.turns().forEach(turn -> steps.add(planned(turn.move()).step().apply(turn)));
    order
        .stuck()
        .forEach(
            (move, blockers) ->
                planned(move)
                    .leave()
                    .accept(
                        "Exchange refuses it while "
                            + MoveOrder.quoted(blockers)
                            + " listens there, which waits in its turn; move one of them to a free"
                            + " port or range by hand, then check again"));
  }

  private Planned planned(MoveOrder.Move move) {
    return planned.stream().filter(one -> one.move().equals(move)).findFirst().orElseThrow();
  }

  private void plan(List<Finding> findings) {
    for (Finding finding : findings) {
      FindingRepair repair = finding.difference().repair().orElse(null);
      if (repair instanceof FindingRepair.Create create) {
        make(finding, create);
      } else if (repair instanceof FindingRepair.Remove remove) {
        remove(finding, remove.observed());
      }
    }
    findings.stream()
        .flatMap(finding -> finding.difference().repair().stream())
        .flatMap(
            repair ->
                repair instanceof FindingRepair.Change<?> change
                    ? Optional.of(change.observed()).stream()
                    : Optional.<Observed>empty().stream())
        .findFirst()
        .ifPresent(observed -> change(observed, findings));
  }

  private void make(Finding finding, FindingRepair.Create create) {
    ConnectorCreation creating = ConnectorCreation.of(server, create);
    Consumer<String> leave = why -> byHand.add(new ByHand(finding, why));
    if (creating.reservation().isPresent()) {
      leave.accept(creating.reservation().get());
      return;
    }
    MoveOrder.Move move =
        new MoveOrder.Move(
            create.address().name(), Optional.empty(), Optional.of(ListeningPlace.of(creating)));
    planned.add(new Planned(Rank.MAKES, move, turn -> creating.step(finding), leave));
  }

  private void remove(Finding finding, Observed observed) {
    ConnectorRemoval removing = new ConnectorRemoval(server, observed);
    Consumer<String> leave = why -> byHand.add(new ByHand(finding, why));
    if (removing.reservation().isPresent()) {
      leave.accept(removing.reservation().get());
      return;
    }
    MoveOrder.Move move =
        new MoveOrder.Move(
            observed.address().name(), Optional.of(place(observed)), Optional.empty());
    planned.add(new Planned(Rank.REMOVES, move, turn -> removing.step(finding), leave));
  }

  private void change(Observed observed, List<Finding> findings) {
    List<WantedSetting<?>> settings = WantedSettings.of(findings);
    ScriptRefusal reservation = ScriptRefusal.of(observed, settings);
    settings.forEach(
        setting -> leave(setting, Optional.ofNullable(reservation.byHand().get(setting.row()))));
    ProposedConnector scripted = reservation.scripted();
    if (scripted.settings().isEmpty()) {
      return;
    }
    MoveOrder.Move move =
        new MoveOrder.Move(
            observed.address().name(),
            Optional.of(place(observed)),
            Optional.of(ListeningPlace.of(scripted)));
    planned.add(
        new Planned(Rank.CHANGES, move, turn -> step(scripted, turn), why -> stay(scripted, why)));
  }

  private static ScriptStep step(ProposedConnector scripted, MoveOrder.Turn turn) {
    ConnectorChange changing =
        new ConnectorChange(scripted, turn.last() ? turn.over() : Optional.empty());
    return turn.last() ? changing.step() : changing.widening(turn.over().orElseThrow());
  }

  /** A connector that cannot move; what else is wished of it is done. */
  private void stay(ProposedConnector scripted, String why) {
    Map<Property<?>, WantedSetting<?>> rest = new LinkedHashMap<>(scripted.settings());
    rest.keySet().removeAll(PLACE);
    PLACE.forEach(
        row ->
            Optional.ofNullable(scripted.settings().get(row))
                .ifPresent(setting -> leave(setting, Optional.of(why))));
    if (!rest.isEmpty()) {
      steps.add(
          new ConnectorChange(new ProposedConnector(scripted.observed(), rest), Optional.empty())
              .step());
    }
  }

  private void leave(WantedSetting<?> setting, Optional<String> why) {
    why.ifPresent(
        text -> setting.findings().forEach(finding -> byHand.add(new ByHand(finding, text))));
  }

  private static ListeningPlace place(Observed observed) {
    return ListeningPlace.of(new ProposedConnector(observed, Map.of()));
  }
}
