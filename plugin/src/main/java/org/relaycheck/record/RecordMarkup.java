package org.relaycheck.record;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/** An answer as our own XML, sorted, a line for every element that holds no other. */
final class RecordMarkup {

  private final String host;
  private final StringBuilder xml =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  RecordMarkup(String host) {
    this.host = host;
  }

  String of(Answer answer) throws IOException {
    xml.append("<record version=\"").append(RecordXml.VERSION).append('"');
    name("host", host);
    answer.at().ifPresent(at -> xml.append(" read=\"").append(at).append('"'));
    if (!answer.complete().isEmpty()) {
      boolean every = answer.complete().contains(Answer.EVERY_KIND);
      name("complete", every ? "true" : String.join(" ", new TreeSet<>(answer.complete())));
    }
    xml.append(">\n");
    for (Map.Entry<String, String> fact : new TreeMap<>(answer.facts()).entrySet()) {
      text("  <fact", "name", fact.getKey(), fact.getValue());
    }
    for (AnswerItem item :
        answer.items().stream().sorted(Comparator.comparing(this::address)).toList()) {
      item(item);
    }
    for (Map.Entry<String, Set<String>> kind : new TreeMap<>(answer.servers()).entrySet()) {
      for (String server : new TreeSet<>(kind.getValue())) {
        if (Address.compareFolded(server, host) != 0) {
          text("  <server", "kind", kind.getKey(), server);
        }
      }
    }
    for (String kind : none(answer)) {
      xml.append("  <empty");
      name("kind", kind);
      xml.append("/>\n");
    }
    for (Map.Entry<String, String> kind : new TreeMap<>(answer.unreadKinds()).entrySet()) {
      text("  <unread", "kind", kind.getKey(), kind.getValue());
    }
    return xml.append("</record>\n").toString();
  }

  /** Kinds of which the host has no resource. */
  private static SortedSet<String> none(Answer answer) {
    SortedSet<String> kinds = new TreeSet<>(answer.answered());
    answer.items().forEach(item -> kinds.remove(item.kind()));
    kinds.removeAll(answer.unreadKinds().keySet());
    return kinds;
  }

  private Address address(AnswerItem item) {
    return new Address(item.kind(), item.server().orElse(host), item.name());
  }

  private void item(AnswerItem item) throws IOException {
    xml.append("  <resource");
    name("kind", item.kind());
    Optional<String> server = item.server().filter(other -> !other.equals(host));
    boolean fits =
        Stream.of(Optional.of(item.name()), server, item.change().by(), item.change().at())
            .flatMap(Optional::stream)
            .allMatch(XmlText::fits);
    if (!fits) {
      base64();
    }
    attribute("name", Optional.of(item.name()), fits);
    attribute("server", server, fits);
    attribute("changedBy", item.change().by(), fits);
    attribute("changedAt", item.change().at(), fits);
    xml.append(">\n");
    for (Map.Entry<String, Raw> value : new TreeMap<>(item.values()).entrySet()) {
      value(value.getKey(), value.getValue());
    }
    xml.append("  </resource>\n");
  }

  private void value(String name, Raw value) throws IOException {
    if (value instanceof Raw.Items items) {
      list(name, items.values());
    } else if (value instanceof Raw.Empty) {
      xml.append("    <empty");
      name("name", name);
      xml.append("/>\n");
    } else if (value instanceof Raw.Unread unread) {
      text("    <unread", "name", name, unread.why());
    } else {
      text(value instanceof Raw.CutOff ? "    <cutOff" : "    <value", "name", name, value.shown());
    }
  }

  private void list(String name, List<String> items) throws IOException {
    xml.append("    <list");
    name("name", name);
    xml.append(">\n");
    for (String item : items) {
      xml.append("      <item");
      content("item", item);
    }
    xml.append("    </list>\n");
  }

  private void text(String tag, String key, String name, String text) throws IOException {
    xml.append(tag);
    name(key, name);
    content(tag.substring(tag.indexOf('<') + 1), text);
  }

  private void content(String tag, String text) {
    if (XmlText.fits(text)) {
      xml.append('>').append(XmlText.escaped(text));
    } else {
      base64();
      xml.append('>').append(XmlText.encoded(text));
    }
    xml.append("</").append(tag).append(">\n");
  }

  private void base64() {
    xml.append(' ').append(RecordElement.ENCODING).append("=\"");
    xml.append(RecordElement.BASE64).append('"');
  }

  private void attribute(String name, Optional<String> value, boolean fits) {
    value.ifPresent(
        text ->
            xml.append(' ')
                .append(name)
                .append("=\"")
                .append(fits ? XmlText.escaped(text) : XmlText.encoded(text))
                .append('"'));
  }

  /** Names of settings, facts, kinds and hosts are always plain: people search for them. */
  private void name(String key, String name) throws IOException {
    if (!XmlText.fits(name)) {
      throw new IOException(
          "the name '" + name + "' has a character that a record cannot hold as a name");
    }
    attribute(key, Optional.of(name), true);
  }
}
