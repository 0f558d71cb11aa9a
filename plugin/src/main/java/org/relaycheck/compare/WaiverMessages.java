package org.relaycheck.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.MaintenanceWindow;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.Waivers;

/**
 * What is to be told of waivers, in the order of their file.
 *
 * @param today in UTC
 * @param pledges what came of each
 */
record WaiverMessages(LocalDate today, WaiverMatches pledges) {

  /** A waiver that ends within so many days is reported. */
  private static final int SOON = 14;

  List<String> of(Waivers waivers, Map<String, HostState> hosts) {
    Set<String> unread =
        hosts.entrySet().stream()
            .filter(host -> !(host.getValue() instanceof HostState.Read))
            .map(host -> Address.folded(host.getKey()))
            .collect(Collectors.toSet());
    List<String> lines = new ArrayList<>();
    waivers.waivers().forEach(waiver -> of(waiver, unread, lines));
    for (MaintenanceWindow one : waivers.maintenance()) {
      if (one.isOver(today)) {
        String names = String.join(", ", one.hosts());
        String told = "the maintenance of " + names + " ended on " + one.until() + owner(one);
        lines.add(one.place() + "  " + told + "; these hosts are asked again: delete the entry");
      }
    }
    return lines;
  }

  /** Which servers there are, any host that was not read may know. */
  private static boolean isUntold(Waiver waiver, String host, Set<String> unread) {
    return waiver.scope().name().isEmpty()
        ? !unread.isEmpty()
        : unread.contains(Address.folded(host));
  }

  private static String owner(MaintenanceWindow one) {
    return " (" + one.owner() + ")";
  }

  private static String other(String other, List<String> hosts) {
    return " does not cover "
        + HostNames.list(hosts)
        + (hosts.size() == 1 ? ", which has " : ", which have ")
        + HostNames.of(hosts, other)
        + ": review it";
  }

  private void of(Waiver waiver, Set<String> unread, List<String> lines) {
    Waiver.Grant grant = waiver.grant();
    String start = waiver.place() + "  the waiver of " + waiver.show();
    String until = grant.until() + " (" + grant.owner() + ")";
    if (grant.isOver(today)) {
      lines.add(start + " ended on " + until + ": fix what it accepted, or renew it");
      return;
    }
    List<String> unused = new ArrayList<>();
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (String host : waiver.scope().hosts()) {
      WaiverUse fate = pledges.fate(waiver, host);
      if (fate == WaiverUse.OTHER) {
        String other = HostNames.general(pledges.other(waiver, host), host);
        others.computeIfAbsent(other, one -> new ArrayList<>()).add(host);
      } else if (fate == WaiverUse.UNUSED && !isUntold(waiver, host, unread)) {
        unused.add(host);
      }
    }
    others.forEach((other, hosts) -> lines.add(start + other(other, hosts)));
    if (!unused.isEmpty()) {
      boolean all = unused.size() == waiver.scope().hosts().size();
      String todo = all ? ": delete it" : ": remove them from 'hosts'";
      lines.add(start + " is not needed on " + HostNames.list(unused) + todo);
    }
    boolean needed = unused.size() < waiver.scope().hosts().size();
    if (needed && !grant.until().isAfter(today.plusDays(SOON))) {
      lines.add(start + " ends on " + until + ": fix what it accepts, or renew it");
    }
  }
}
