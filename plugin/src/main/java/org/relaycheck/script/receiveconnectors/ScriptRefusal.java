package org.relaycheck.script.receiveconnectors;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.kind.receiveconnectors.SettingConflict;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.state.Observed;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Right;
import org.relaycheck.value.Seen;

/** Tells what no script may do to a connector, and why. */
final class ScriptRefusal {

  private static final Set<String> EXCHANGE_SERVER = Set.of("ExchangeServer");
  private static final Set<String> KEPT_GROUPS = Set.of("ExchangeServers", "AnonymousUsers");

  private final Observed observed;
  private final Map<Property<?>, WantedSetting<?>> scripted = new LinkedHashMap<>();
  private final Map<Property<?>, String> byHand = new LinkedHashMap<>();

  private ScriptRefusal(Observed observed, List<WantedSetting<?>> settings) {
    this.observed = observed;
    settings.forEach(setting -> scripted.put(setting.row(), setting));
  }

  /** Parts what is wished of one connector. */
  static ScriptRefusal of(Observed observed, List<WantedSetting<?>> settings) {
    ScriptRefusal reservation = new ScriptRefusal(observed, settings);
    settings.forEach(
        setting -> reservation.own(setting).ifPresent(why -> reservation.take(setting, why)));
    reservation.together();
    return reservation;
  }

  /** What a script may do. */
  ProposedConnector scripted() {
    return new ProposedConnector(observed, scripted);
  }

  /** Why the others are left to a person, by setting. */
  Map<Property<?>, String> byHand() {
    return byHand;
  }

  private void take(WantedSetting<?> setting, String why) {
    scripted.remove(setting.row());
    byHand.put(setting.row(), why);
  }

  private Optional<String> own(WantedSetting<?> setting) {
    if (setting.fix() instanceof Fix.ByHand<?> hand) {
      return Optional.of(hand.why());
    }
    return owned(setting.row()).or(() -> ofSetup(setting)).or(() -> ofGroups(setting));
  }

  /** Why nobody but its owner sets it. */
  static Optional<String> owned(Property<?> row) {
    return row.facts()
        .owner()
        .map(owner -> "it belongs to " + owner.title() + ", which sets it again; change it there");
  }

  private Optional<String> ofSetup(WantedSetting<?> setting) {
    Set<String> lost =
        setting.row().equals(ReceiveConnectorRows.AUTH_MECHANISM)
            ? lost(ReceiveConnectorRows.AUTH_MECHANISM, EXCHANGE_SERVER)
            : setting.row().equals(ReceiveConnectorRows.PERMISSION_GROUPS)
                ? lost(ReceiveConnectorRows.PERMISSION_GROUPS, KEPT_GROUPS)
                : Set.of();
    Optional<Boolean> setup = scripted().before(ReceiveConnectorRows.SETUP);
    if (lost.isEmpty() || setup.equals(Optional.of(false))) {
      return Optional.empty();
    }
    String made =
        setup.isPresent()
            ? "Exchange setup made this connector"
            : "whether Exchange setup made this connector is not known";
    return Optional.of(
        made + ", and mail may depend on " + String.join(", ", lost) + ": no script takes it away");
  }

  private Set<String> lost(Property<Set<String>> row, Set<String> among) {
    Set<String> lost = new TreeSet<>(scripted().before(row).orElse(Set.of()));
    lost.removeAll(scripted().value(row).orElse(Set.of()));
    lost.retainAll(among);
    return lost;
  }

  private Optional<String> ofGroups(WantedSetting<?> setting) {
    if (!setting.row().equals(ReceiveConnectorRows.PERMISSION_GROUPS)) {
      return Optional.empty();
    }
    if (observed.settings().get(ReceiveConnectorRows.EXTENDED_RIGHTS).isEmpty()) {
      return Optional.of(
          "Exchange changes the access list with it, which was not read and so could not be put"
              + " right");
    }
    Set<String> all = scripted().before(ReceiveConnectorRows.PERMISSION_GROUPS).orElse(Set.of());
    Set<String> lost = lost(ReceiveConnectorRows.PERMISSION_GROUPS, all);
    return GroupRights.known(lost)
        ? refused(all)
        : Optional.of(
            "which entries of the access list go with "
                + String.join(", ", lost)
                + " and which are your own is not known");
  }

  /** Where groups come whose entries the policy does not want. */
  private Optional<String> refused(Set<String> before) {
    Set<String> gained =
        new TreeSet<>(scripted().value(ReceiveConnectorRows.PERMISSION_GROUPS).orElse(Set.of()));
    gained.removeAll(before);
    Set<Right> wanted = scripted().value(ReceiveConnectorRows.EXTENDED_RIGHTS).orElse(Set.of());
    Set<Right> after = new HashSet<>(wanted);
    after.addAll(GroupRights.brought(gained));
    boolean unwanted =
        scripted().statedRights().stream()
            .anyMatch(stated -> stated.accepts(Seen.of(wanted)) && !stated.accepts(Seen.of(after)));
    return unwanted
        ? Optional.of(
            "with "
                + String.join(", ", gained)
                + " come entries of the access list that ExtendedRights does not allow; add them"
                + " there, or remove the group")
        : Optional.empty();
  }

  /** What Exchange would refuse together; what is left may then be refused in its turn. */
  private void together() {
    for (boolean again = true; again; ) {
      again = false;
      for (SettingConflict conflict : SettingConflict.ALL) {
        List<WantedSetting<?>> touched =
            scripted.values().stream().filter(w -> conflict.rows().contains(w.row())).toList();
        if (!touched.isEmpty() && conflict.isIn(scripted())) {
          touched.forEach(setting -> take(setting, conflict.why()));
          again = true;
        }
      }
    }
  }

  /** The entries that must outlive a change of the groups: those that did not come with one. */
  static Set<Right> kept(ProposedConnector prospect) {
    Set<Right> seen = prospect.before(ReceiveConnectorRows.EXTENDED_RIGHTS).orElse(Set.of());
    Set<String> lost =
        new TreeSet<>(prospect.before(ReceiveConnectorRows.PERMISSION_GROUPS).orElse(Set.of()));
    lost.removeAll(prospect.value(ReceiveConnectorRows.PERMISSION_GROUPS).orElse(Set.of()));
    Set<Right> kept = new HashSet<>(seen);
    kept.removeAll(GroupRights.of(lost, seen));
    return kept;
  }
}
