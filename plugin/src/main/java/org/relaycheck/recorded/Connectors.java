package org.relaycheck.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Item;
import org.relaycheck.recorded.RecordFile.Problem;
import org.relaycheck.state.Address;
import org.relaycheck.state.Change;
import org.relaycheck.value.Raw;

/** Receive connectors as they are collected from what PowerShell gave of each. */
final class Connectors {

  private static final String NAME = "Name";
  private static final String SERVER = "Server";
  private static final String IDENTITY = "Identity";
  private static final String CHANGED = "WhenChangedUTC";
  private static final String CONTROLLER = "OriginatingServer";

  private final RecordFile file;
  private final String kind;
  private final List<Item> items = new ArrayList<>();
  private final Map<Address, Integer> lines = new HashMap<>();
  private final Set<String> controllers = new LinkedHashSet<>();

  Connectors(RecordFile file, String kind) {
    this.file = file;
    this.kind = kind;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Takes an object that begins at a line of the file. */
  void add(Map<String, Raw> properties, int line) throws UnusableRecordException {
    Optional<String> identity = text(properties, IDENTITY).filter(text -> text.contains("\\"));
    Optional<String> tail = identity.map(text -> text.substring(text.indexOf('\\') + 1));
    String name = name(text(properties, NAME), tail, line);
    Optional<String> server =
        text(properties, SERVER)
            .or(() -> identity.map(text -> text.substring(0, text.indexOf('\\'))));
    once(new Address(kind, server.orElse(""), name), line);
    text(properties, CONTROLLER).ifPresent(controllers::add);
    Map<String, Raw> values = new HashMap<>(properties);
    values.keySet().removeAll(Set.of(NAME, SERVER, CHANGED));
    Change change = new Change(Optional.empty(), text(properties, CHANGED));
    items.add(new Item(kind, name, server, values, change));
  }

  private String name(Optional<String> name, Optional<String> tail, int line)
      throws UnusableRecordException {
    if (name.isPresent() && tail.isPresent() && !folded(name).equals(folded(tail))) {
      throw file.unusable(
          line,
          1,
          new Problem(
              "the connector named '" + name.get() + "' has the identity of '" + tail.get() + "'",
              "two objects run into one here: record them again in one go"));
    }
    return name.or(() -> tail)
        .orElseThrow(
            () ->
                file.unusable(
                    line,
                    1,
                    new Problem(
                        "a receive connector without Name and Identity",
                        "include Name and Server in Format-List or Select-Object, and let no line"
                            + " wrap: Out-File -Width 4096")));
  }

  private void once(Address address, int line) throws UnusableRecordException {
    Integer before = lines.putIfAbsent(address.key(), line);
    if (before != null) {
      throw file.unusable(
          line,
          1,
          new Problem(
              "the receive connector '" + address.name() + "' is already at line " + before,
              "record each server once; if these are two servers, include Server"));
    }
  }

  private static String folded(Optional<String> name) {
    return Address.folded(name.orElse(""));
  }

  private static Optional<String> text(Map<String, Raw> properties, String name) {
    return properties.get(name) instanceof Raw.Text text && !text.value().isBlank()
        ? Optional.of(text.value().strip())
        : Optional.empty();
  }

  /** Not complete and of no known time: neither format tells. */
  Answer answer() {
    Map<String, String> facts =
        controllers.size() == 1
            ? Map.of("DomainController", controllers.iterator().next())
            : Map.of();
    return new Answer(facts, Optional.empty(), false, Map.of(), items);
  }
}
