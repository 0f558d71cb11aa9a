package org.relaycheck.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.state.Address;

/**
 * What tells the properties of a receive connector from those of another object, where the file
 * does not say whose they are: the cmdlet in the prompt before them, else the distinguished name,
 * else that at least a third of the properties that not every object of Exchange has are settings
 * of one.
 */
final class ConnectorEvidence {

  /** Most of a receive connector's properties are settings; other objects share a few names. */
  private static final int SHARE = 3;

  private static final int SOME = 3;
  private static final String CMDLET = "GET-RECEIVECONNECTOR";
  private static final String FOLDER = ",CN=SMTPRECEIVECONNECTORS,";

  /** Of every object of Exchange, and of every object that came from another machine. */
  private static final Set<String> COMMON =
      folded(
          List.of(
              "Name",
              "Identity",
              "Server",
              "DistinguishedName",
              "Guid",
              "Id",
              "RunspaceId",
              "PSComputerName",
              "PSShowComputerName",
              "IsValid",
              "ObjectState",
              "ExchangeVersion",
              "AdminDisplayName",
              "OriginatingServer",
              "WhenChanged",
              "WhenCreated",
              "WhenChangedUTC",
              "WhenCreatedUTC",
              "ObjectCategory",
              "ObjectClass",
              "OrganizationId",
              "ExchangeObjectId"));

  private final RecordedValues rows;

  ConnectorEvidence(RecordedValues rows) {
    this.rows = rows;
  }

  private static Set<String> folded(List<String> names) {
    Set<String> all = new TreeSet<>(Address::compareFolded);
    all.addAll(names);
    return all;
  }

  /** Whether a name may stand in the head of a table of receive connectors. */
  boolean knows(String name) {
    return rows.knows(name) || COMMON.contains(name);
  }

  /** Why an object is no receive connector; empty if it may be one. */
  Optional<String> against(RecordedObject object) {
    Optional<String> cmdlet = object.command().flatMap(ShellLine::cmdlet);
    if (cmdlet.isPresent() && !upper(cmdlet.get()).equals(CMDLET)) {
      return Optional.of("this is the output of " + cmdlet.get());
    }
    Optional<String> place = object.place().map(name -> upper(name).replace(" ", ""));
    if (place.isPresent()) {
      return place.get().contains(FOLDER)
          ? Optional.empty()
          : Optional.of("this is the output of something else: it is no receive connector");
    }
    return cmdlet.isPresent() ? Optional.empty() : guessed(object);
  }

  private Optional<String> guessed(RecordedObject object) {
    List<String> telling =
        object.values().keySet().stream().filter(name -> !COMMON.contains(name)).toList();
    List<String> others = telling.stream().filter(name -> !rows.knows(name)).toList();
    int known = telling.size() - others.size();
    if (known > 0 && known * SHARE >= telling.size()) {
      return Optional.empty();
    }
    return Optional.of(
        others.isEmpty()
            ? "nothing here shows that this is a receive connector: it lists no setting of one"
            : "this is the output of something else: a receive connector has no "
                + String.join(", ", others.subList(0, Math.min(SOME, others.size()))));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
