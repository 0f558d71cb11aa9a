package org.relaycheck.record;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.powershell.StrictXml;

/** An element of our own XML with the attributes that it may have, and no other. */
final class RecordElement {

  static final String ENCODING = "encoding";
  static final String NAME = "name";
  static final String BASE64 = "base64";

  private final StrictXml xml;
  private final String name;
  private final Map<String, String> attributes;

  private RecordElement(StrictXml xml) {
    this.xml = xml;
    this.name = xml.name();
    this.attributes = xml.attributes();
  }

  /** The element that was just come to. */
  static RecordElement of(StrictXml xml, Set<String> allowed) throws XMLStreamException {
    RecordElement element = new RecordElement(xml);
    if (element.hasOnlyName() && allowed.contains(NAME)) {
      return element;
    }
    for (String attribute : element.attributes.keySet()) {
      if (!allowed.contains(attribute)) {
        throw xml.refused(
            "<"
                + element.name
                + "> has an attribute '"
                + attribute
                + "'; expected are "
                + String.join(", ", new TreeSet<>(allowed)));
      }
    }
    String encoding = element.plain(ENCODING).orElse(BASE64);
    if (!encoding.equals(BASE64)) {
      throw xml.refused("the encoding '" + encoding + "' is not base64");
    }
    return element;
  }

  /** As nearly every element of a record; a walk through the attributes costs more than a value. */
  private boolean hasOnlyName() {
    return attributes.size() == 1 && attributes.containsKey(NAME);
  }

  /** An attribute as it stands. */
  Optional<String> plain(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** An attribute as it stands, which must be there. */
  String required(String attribute) throws XMLStreamException {
    String value = attributes.get(attribute);
    if (value == null) {
      throw xml.refused("<" + name + "> lacks the attribute '" + attribute + "'");
    }
    return value;
  }

  /** What an attribute means, by the element's encoding. */
  Optional<String> meant(String attribute) throws XMLStreamException {
    String value = attributes.get(attribute);
    return value == null ? Optional.empty() : Optional.of(decoded(value));
  }

  /** What the element's text means; the element is left. */
  String text() throws XMLStreamException {
    return decoded(xml.text());
  }

  private String decoded(String text) throws XMLStreamException {
    return attributes.containsKey(ENCODING)
        ? XmlText.decoded(text).orElseThrow(() -> xml.refused("this is not base64 of UTF-16"))
        : text;
  }
}
