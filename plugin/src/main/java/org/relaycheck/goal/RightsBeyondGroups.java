package org.relaycheck.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.HostNames;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/**
 * Connectors that show a word for rights beyond their groups, in answers that do not list these
 * rights: what such a connector lets a client do is more than is seen.
 */
public final class RightsBeyondGroups {

  private RightsBeyondGroups() {}

  /** A line for the hosts that have such connectors alike. */
  public static List<String> of(SortedMap<String, HostState> states) {
    Map<String, List<String>> hosts = new TreeMap<>();
    states.forEach(
        (host, state) -> {
          if (state instanceof HostState.Read read) {
            KindState kind = read.kinds().get(ReceiveConnectorRows.CATALOGUE.kind());
            List<String> names = kind == null ? List.of() : names(kind);
            if (!names.isEmpty()) {
              String words = HostNames.general(words(names), host);
              hosts.computeIfAbsent(words, one -> new ArrayList<>()).add(host);
            }
          }
        });
    List<String> notes = new ArrayList<>();
    hosts.forEach(
        (words, alike) -> notes.add(HostNames.list(alike) + ": " + HostNames.of(alike, words)));
    return notes;
  }

  private static List<String> names(KindState kind) {
    return kind.resources().stream()
        .filter(RightsBeyondGroups::isMeant)
        .map(found -> found.address().name())
        .sorted()
        .toList();
  }

  private static boolean isMeant(Observed found) {
    boolean listed =
        found
            .settings()
            .get(ReceiveConnectorRows.EXTENDED_RIGHTS)
            .filter(reading -> reading.seen().problem().isEmpty())
            .isPresent();
    return !listed
        && found
            .settings()
            .get(ReceiveConnectorRows.PERMISSION_GROUPS)
            .filter(ReceiveConnectorRows::showsRightsBeyondGroups)
            .isPresent();
  }

  private static String words(List<String> names) {
    return ReceiveConnectorRows.PERMISSION_GROUPS
        + " of "
        + HostNames.list(names)
        + " shows "
        + ReceiveConnectorRows.CUSTOM_GROUP
        + ": there are rights beyond the groups, which the answer does not list; "
        + ReceiveConnectorRows.EXTENDED_RIGHTS
        + " come with mvn relay:record, or from Get-ADPermission";
  }
}
