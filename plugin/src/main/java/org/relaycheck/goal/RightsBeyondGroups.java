package org.relaycheck.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/**
 * Connectors that show a word for rights beyond their groups, in answers that do not list these
 * rights: what such a connector lets a client do is more than is seen.
 */
public final class RightsBeyondGroups {

  private static final int MOST_NAMES = 5;

  private RightsBeyondGroups() {}

  /** A line for each host that has such connectors. */
  public static List<String> of(SortedMap<String, HostState> states) {
    List<String> notes = new ArrayList<>();
    states.forEach(
        (host, state) -> {
          if (state instanceof HostState.Read read) {
            KindState kind = read.kinds().get(ReceiveConnectorRows.CATALOGUE.kind());
            List<String> names = kind == null ? List.of() : names(kind);
            if (!names.isEmpty()) {
              notes.add(host + ": " + words(names));
            }
          }
        });
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
    int more = names.size() - MOST_NAMES;
    return ReceiveConnectorRows.PERMISSION_GROUPS
        + " of "
        + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + " shows "
        + ReceiveConnectorRows.CUSTOM_GROUP
        + ": there are rights beyond the groups, which the answer does not list; "
        + ReceiveConnectorRows.EXTENDED_RIGHTS
        + " come with mvn relay:record, or from Get-ADPermission";
  }
}
