package org.relaycheck.script.receiveconnectors;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.value.Right;
import org.relaycheck.value.Seen;

/**
 * What is written about the access list: where entries are wished for, and where the permission
 * groups change, which changes entries too.
 *
 * @param prospect the connector with what a script may change
 */
record RightsChange(ProposedConnector prospect) {

  void write(StepText fix, StepText rollback) {
    Optional<WantedSetting<Set<Right>>> setting =
        prospect.setting(ReceiveConnectorRows.EXTENDED_RIGHTS);
    boolean groups = prospect.setting(ReceiveConnectorRows.PERMISSION_GROUPS).isPresent();
    if (setting.isEmpty() && !groups) {
      return;
    }
    Set<Right> seen = prospect.before(ReceiveConnectorRows.EXTENDED_RIGHTS).orElse(Set.of());
    Set<Right> wanted = prospect.value(ReceiveConnectorRows.EXTENDED_RIGHTS).orElse(Set.of());
    Set<Right> drop = without(seen, wanted);
    Set<Right> keep = groups ? without(ScriptRefusal.kept(prospect), drop) : Set.of();
    fix.rights("Seen", seen).call("Compare-RelayRights").rights("Keep", keep);
    if (groups) {
      // what Exchange made of the list when the groups changed is not known to this script
      rollback.rights("Keep", seen);
    } else {
      rollback.rights("Seen", wanted).call("Compare-RelayRights");
    }
    fix.rights("Hold", without(hold(seen, wanted), keep));
    setting.ifPresent(
        one -> {
          fix.rights("Drop", drop);
          fix.call("Set-RelayRights", StepText.text(ConnectorChange.bearing(one, false).needs()));
          rollback.rights("Hold", groups ? drop : seen).rights("Drop", without(wanted, seen));
          rollback.call(
              "Set-RelayRights", StepText.text(ConnectorChange.bearing(one, true).needs()));
        });
  }

  /** Entries of a group that goes may go with it, but for those that the policy asks for. */
  private Set<Right> hold(Set<Right> seen, Set<Right> wanted) {
    Set<Right> going = without(seen, ScriptRefusal.kept(prospect));
    going.removeIf(right -> asked(wanted, right));
    return without(wanted, going);
  }

  private boolean asked(Set<Right> wanted, Right right) {
    Seen<Set<Right>> rest = Seen.of(without(wanted, Set.of(right)));
    return prospect.statedRights().stream().anyMatch(stated -> !stated.accepts(rest));
  }

  private static Set<Right> without(Set<Right> all, Set<Right> some) {
    Set<Right> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
