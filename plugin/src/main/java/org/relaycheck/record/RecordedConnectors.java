package org.relaycheck.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.DirectoryPlace;
import org.relaycheck.record.RecordFile.Problem;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** Receive connectors as they are collected from the objects of a file. */
final class RecordedConnectors {

  private static final String NAME = "Name";
  private static final String SERVER = "Server";
  private static final String IDENTITY = "Identity";
  private static final String CHANGED = "WhenChangedUTC";
  private static final String CONTROLLER = "OriginatingServer";

  private final RecordFile file;
  private final String kind;
  private final Optional<String> only;
  private final List<AnswerItem> items = new ArrayList<>();
  private final List<RecordedObject> nameless = new ArrayList<>();
  private final Map<Address, Integer> lines = new HashMap<>();
  private final Set<String> controllers = new LinkedHashSet<>();
  private Optional<String> gap = Optional.empty();
  private boolean narrow = true;

  /**
   * @param only the name of the only connector that is meant, if there is but one
   */
  RecordedConnectors(RecordFile file, String kind, Optional<String> only) {
    this.file = file;
    this.kind = kind;
    this.only = only;
  }

  /** Takes note of what shows that not all connectors are here; the first is told. */
  void lacking(String why) {
    if (gap.isEmpty()) {
      gap = Optional.of(why);
    }
  }

  /** Takes an object. */
  void add(RecordedObject object) throws UnusableRecordException {
    Map<String, Raw> properties = object.values();
    narrow &= asked(object).narrow();
    text(properties, CONTROLLER).ifPresent(controllers::add);
    Optional<String> identity = text(properties, IDENTITY).filter(text -> text.contains("\\"));
    Optional<String> tail = identity.map(text -> text.substring(text.indexOf('\\') + 1));
    Optional<String> head = identity.map(text -> text.substring(0, text.indexOf('\\')));
    Optional<String> name = text(properties, NAME);
    same(name, tail, object, "the connector named '%s' has the identity of '%s'");
    Optional<String> server = text(properties, SERVER);
    same(server, head, object, "a connector of the server '%s' has the identity of one of '%s'");
    Optional<String> place = object.place().flatMap(told -> new DirectoryPlace(told).server());
    same(
        server.or(() -> head),
        place,
        object,
        "a connector of the server '%s' stands in the directory below '%s'");
    Optional<String> known = name.or(() -> tail);
    if (known.isPresent()) {
      Optional<String> told = server.or(() -> head).or(() -> place);
      item(known.get(), told.or(() -> asked(object).server()), object);
    } else if (properties.get(NAME) instanceof Raw.CutOff
        || properties.get(IDENTITY) instanceof Raw.CutOff) {
      lacking("the name of the connector at line " + object.line() + " is cut off");
    } else {
      nameless.add(object);
    }
  }

  private static AskedConnector asked(RecordedObject object) {
    return object.command().map(AskedConnector::by).orElseGet(AskedConnector::unknown);
  }

  private void same(
      Optional<String> one, Optional<String> other, RecordedObject object, String words)
      throws UnusableRecordException {
    if (one.isPresent()
        && other.isPresent()
        && Address.compareFolded(one.get(), other.get()) != 0) {
      throw file.unusable(
          object.line(),
          1,
          new Problem(
              words.formatted(one.get(), other.get()),
              "two objects are mixed up here: record them again with one command"));
    }
  }

  private void item(String name, Optional<String> server, RecordedObject object)
      throws UnusableRecordException {
    Address address = new Address(kind, server.orElse(""), name);
    Integer before = lines.putIfAbsent(address.key(), object.line());
    if (before != null) {
      throw file.unusable(
          object.line(),
          1,
          new Problem(
              "the receive connector '" + name + "' is already at line " + before,
              "record each server once; if these are two servers, include Server"));
    }
    Map<String, Raw> values = new TreeMap<>(Address::compareFolded);
    values.putAll(object.values());
    List.of(NAME, SERVER, CHANGED).forEach(values::remove);
    LastChange change = new LastChange(Optional.empty(), text(object.values(), CHANGED));
    items.add(new AnswerItem(kind, name, server, values, change));
  }

  private static Optional<String> text(Map<String, Raw> properties, String name) {
    return properties.get(name) instanceof Raw.Text text && !text.value().isBlank()
        ? Optional.of(text.value().strip())
        : Optional.empty();
  }

  /** What the prompt asked for by name, or what alone is meant, is the one that names none. */
  private void name(RecordedObject object) throws UnusableRecordException {
    AskedConnector asked = asked(object);
    boolean alone =
        nameless.stream().filter(other -> other.command().equals(object.command())).count() == 1;
    Optional<String> name =
        asked.name().or(() -> items.isEmpty() ? only : Optional.empty()).filter(one -> alone);
    if (name.isEmpty()) {
      throw file.unusable(
          object.line(),
          1,
          new Problem(
              "a receive connector without Name and Identity",
              "include Name and Server in Format-List or Select-Object, and keep lines from"
                  + " wrapping: Out-File -Width 4096"));
    }
    item(name.get(), text(object.values(), SERVER).or(asked::server), object);
  }

  /** Not complete and of no known time: no format tells. */
  Answer answer() throws UnusableRecordException {
    for (RecordedObject object : nameless) {
      name(object);
    }
    if (!items.isEmpty() && narrow) {
      lacking("the command in the file asks for some connectors, and not for all");
    }
    Map<String, String> facts =
        controllers.size() == 1
            ? Map.of("DomainController", controllers.iterator().next())
            : Map.of();
    return new Answer(facts, Optional.empty(), Set.of(), Map.of(), items, Set.of(), Map.of(), gap);
  }
}
