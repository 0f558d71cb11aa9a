package org.relaycheck.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.powershell.StrictXml;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** One resource of a record in our own XML. */
final class RecordResource {

  /** The attributes of what has a name and a text. */
  static final Set<String> TEXT = Set.of("name", RecordElement.ENCODING);

  private static final Set<String> RESOURCE =
      Set.of("kind", "name", "server", "changedBy", "changedAt", RecordElement.ENCODING);
  private static final Set<String> NAMED = Set.of("name");

  private final StrictXml xml;
  private final Map<String, Raw> values = new TreeMap<>(Address::compareFolded);

  RecordResource(StrictXml xml) {
    this.xml = xml;
  }

  /** Reads the element that was just come to; it is of the host, also if it names the server. */
  AnswerItem item(String host) throws XMLStreamException {
    RecordElement resource = RecordElement.of(xml, RESOURCE);
    String kind = resource.required("kind");
    resource.required("name");
    Optional<String> name = resource.meant("name");
    Optional<String> server = resource.meant("server").or(() -> Optional.of(host));
    if (Address.compareFolded(server.orElse(host), host) != 0) {
      throw xml.refused(
          "the resource '"
              + name.orElse("")
              + "' is of "
              + server.orElse("")
              + ", and the record is of "
              + host);
    }
    LastChange change = new LastChange(resource.meant("changedBy"), resource.meant("changedAt"));
    for (Optional<String> part = xml.child(); part.isPresent(); part = xml.child()) {
      value(part.get());
    }
    return new AnswerItem(kind, name.orElseThrow(), server, values, change);
  }

  private void value(String part) throws XMLStreamException {
    switch (part) {
      case "value" -> {
        RecordElement value = RecordElement.of(xml, TEXT);
        put(value, RecordXml.text(value.text()));
      }
      case "cutOff" -> {
        RecordElement value = RecordElement.of(xml, TEXT);
        put(value, new Raw.CutOff(value.text()));
      }
      case "unread" -> {
        RecordElement value = RecordElement.of(xml, TEXT);
        put(value, new Raw.Unread(value.text()));
      }
      case "list" -> {
        RecordElement list = RecordElement.of(xml, NAMED);
        put(list, Raw.items(items()));
      }
      case "empty" -> {
        RecordElement empty = RecordElement.of(xml, NAMED);
        nothing(empty);
      }
      default ->
          throw xml.refused(
              "<" + part + "> is not known; expected is value, list, empty, unread or cutOff");
    }
  }

  private void nothing(RecordElement empty) throws XMLStreamException {
    if (!xml.text().isBlank()) {
      throw xml.refused("<empty> holds text; a value stands in <value>");
    }
    put(empty, new Raw.Empty());
  }

  private List<String> items() throws XMLStreamException {
    List<String> items = new ArrayList<>();
    for (Optional<String> part = xml.child(); part.isPresent(); part = xml.child()) {
      if (!part.get().equals("item")) {
        throw xml.refused("<" + part.get() + "> is not known in a list; expected is item");
      }
      items.add(RecordElement.of(xml, Set.of(RecordElement.ENCODING)).text());
    }
    return items;
  }

  private void put(RecordElement element, Raw value) throws XMLStreamException {
    String name = element.required("name");
    if (values.put(name, value) != null) {
      throw xml.refused("'" + name + "' is there twice");
    }
  }
}
