package org.relaycheck.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.powershell.StrictXml;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/** A record in our own XML, which {@link RecordWriter} writes. */
final class RecordXml {

  /** The name of the outermost element. */
  static final String ROOT = "record";

  /** The one version there is. */
  static final String VERSION = "1";

  private final StrictXml xml;
  private final Map<String, String> facts = new TreeMap<>(Address::compareFolded);
  private final Map<String, String> unread = new TreeMap<>(Address::compareFolded);
  private final List<AnswerItem> items = new ArrayList<>();
  private final Set<String> none = new HashSet<>();
  private final Map<String, Set<String>> servers = new HashMap<>();
  private final Map<Address, Integer> lines = new HashMap<>();

  /**
   * @param xml at the outermost element
   */
  RecordXml(StrictXml xml) {
    this.xml = xml;
  }

  Answer answer() throws XMLStreamException {
    RecordElement record = RecordElement.of(xml, Set.of("version", "host", "read", "complete"));
    String version = record.required("version");
    if (!version.equals(VERSION)) {
      throw xml.refused("this is version '" + version + "' of a record; read is version 1");
    }
    String host = record.required("host");
    Optional<Instant> read = read(record);
    String complete = record.plain("complete").orElse("false");
    for (Optional<String> part = xml.child(); part.isPresent(); part = xml.child()) {
      part(part.get(), host);
    }
    for (String kind : none) {
      if (items.stream().anyMatch(item -> item.kind().equals(kind))) {
        throw xml.refused("<empty> says that there are no " + kind + ", and there are some");
      }
    }
    xml.end();
    if (!servers.isEmpty()) {
      AnswerItem.servers(items).forEach((kind, names) -> servers(kind).addAll(names));
    }
    return new Answer(facts, read, complete(complete), unread, items, none, servers);
  }

  private Optional<Instant> read(RecordElement record) throws XMLStreamException {
    Optional<String> read = record.plain("read");
    try {
      return read.map(Instant::parse);
    } catch (DateTimeParseException notTime) {
      throw xml.refused(
          "read='" + read.orElse("") + "' is not a time such as 2026-11-24T09:55:00Z");
    }
  }

  /** The kinds that are named; {@code true}, as older records say, means all of its product. */
  private Set<String> complete(String named) {
    return switch (named) {
      case "true" -> Set.of(Answer.EVERY_KIND);
      case "false" -> Set.of();
      default -> Set.copyOf(Arrays.asList(named.strip().split("\\s+")));
    };
  }

  private void part(String part, String host) throws XMLStreamException {
    switch (part) {
      case "fact" -> {
        RecordElement fact = RecordElement.of(xml, RecordResource.TEXT);
        put(facts, fact.required("name"), fact.text());
      }
      case "resource" -> resource(host);
      case "unread" -> {
        RecordElement kind = RecordElement.of(xml, Set.of("kind", RecordElement.ENCODING));
        put(unread, kind.required("kind"), kind.text());
      }
      case "empty" -> none();
      case "server" -> {
        RecordElement server = RecordElement.of(xml, Set.of("kind", RecordElement.ENCODING));
        servers(server.required("kind")).add(server.text());
      }
      default ->
          throw xml.refused(
              "<" + part + "> is not known; expected is fact, resource, server, empty or unread");
    }
  }

  /** Servers of which the answer listed resources of a kind, and which the record is not of. */
  private Set<String> servers(String kind) {
    return servers.computeIfAbsent(kind, none -> new HashSet<>());
  }

  /** The host has no resource of the kind. */
  private void none() throws XMLStreamException {
    RecordElement empty = RecordElement.of(xml, Set.of("kind"));
    if (!none.add(empty.required("kind"))) {
      throw xml.refused("'" + empty.required("kind") + "' is there twice");
    }
    if (!xml.text().isBlank()) {
      throw xml.refused("<empty> holds text; what a host has stands in <resource>");
    }
  }

  private void put(Map<String, String> map, String key, String value) throws XMLStreamException {
    if (map.put(key, value) != null) {
      throw xml.refused("'" + key + "' is there twice");
    }
  }

  private void resource(String host) throws XMLStreamException {
    int line = xml.here().getLineNumber();
    AnswerItem item = new RecordResource(xml).item(host);
    Address address = new Address(item.kind(), item.server().orElse(host), item.name());
    Integer before = lines.putIfAbsent(address.key(), line);
    if (before != null) {
      throw xml.refused(
          "the resource '" + item.name() + "' that ends here is already at line " + before);
    }
    items.add(item);
  }

  /** A value that says nothing is empty, and is not what {@code Raw.text} takes for empty too. */
  static Raw text(String text) {
    return text.isEmpty() ? new Raw.Empty() : new Raw.Text(text);
  }
}
