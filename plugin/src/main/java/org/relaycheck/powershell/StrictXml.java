package org.relaycheck.powershell;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of elements, attributes and text, and nothing else: a document type, an entity of its own, a
 * second namespace, text between elements and more than {@value #DEEPEST} levels are refused.
 *
 * <p>It is walked from the outside in; whoever is at an element takes its {@link #text}, {@link
 * #skip}s it, or takes its {@link #child}ren until there is none.
 */
public final class StrictXml {

  private static final int DEEPEST = 200;

  private final XMLStreamReader xml;
  private int depth;
  private Optional<String> namespace = Optional.empty();

  private StrictXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Goes to the outermost element. */
  public static StrictXml open(Reader text) throws XMLStreamException {
    StrictXml opened = new StrictXml(factory().createXMLStreamReader(text));
    while (opened.next() != XMLStreamConstants.START_ELEMENT) {
      // comments and blanks
    }
    return opened;
  }

  /** The JDK's own, whatever else is on the class path: its limits are the ones that are known. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // joined, a certificate in base64 would have to be held to be skipped
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> entered();
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD -> throw refused("a DOCTYPE is not read");
      case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("an entity is not read");
      default -> {}
    }
    return event;
  }

  private void entered() throws XMLStreamException {
    depth++;
    String found = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    if (namespace.isEmpty()) {
      namespace = Optional.of(found);
    }
    if (!namespace.get().equals(found)) {
      throw refused("'" + name() + "' is of another namespace");
    }
    if (depth > DEEPEST) {
      throw refused("elements are nested more than " + DEEPEST + " deep");
    }
  }

  /** The encoding that the XML declaration names. */
  public Optional<String> encoding() {
    return Optional.ofNullable(xml.getCharacterEncodingScheme());
  }

  /** The name of the element that was come to last, without its namespace. */
  public String name() {
    return xml.getLocalName();
  }

  /** The one namespace; empty text for none. */
  public String namespace() {
    return namespace.orElse("");
  }

  /**
   * The attributes of the element that was just come to, in their order; a qualified one as {@code
   * {uri}name}.
   */
  public Map<String, String> attributes() {
    // nearly every element has one, and a map that can grow is ten times as large
    if (xml.getAttributeCount() == 1) {
      return Map.of(attribute(0), xml.getAttributeValue(0));
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(attribute(i), xml.getAttributeValue(i));
    }
    return attributes;
  }

  /** A qualified name is put together anew each time, and nearly none is qualified. */
  private String attribute(int i) {
    return xml.getAttributeNamespace(i) == null
        ? xml.getAttributeLocalName(i)
        : xml.getAttributeName(i).toString();
  }

  /** Goes to the next child and gives its name; empty at the end of the element, which is left. */
  public Optional<String> child() throws XMLStreamException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return Optional.of(name());
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return Optional.empty();
      }
      if (text(event) && !blank()) {
        throw refused("text stands between the elements");
      }
    }
  }

  /** As {@code isBlank} of the text, which would be copied for each gap between two elements. */
  private boolean blank() {
    char[] text = xml.getTextCharacters();
    int end = xml.getTextStart() + xml.getTextLength();
    for (int i = xml.getTextStart(); i < end; i++) {
      if (!Character.isWhitespace(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** The text of the element, which is left. */
  public String text() throws XMLStreamException {
    String first = "";
    StringBuilder more = new StringBuilder(0);
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw refused("'" + name() + "' stands where only text is expected");
      }
      if (text(event)) {
        // a value mostly comes in one piece, which needs no copy
        if (first.isEmpty()) {
          first = xml.getText();
        } else {
          more.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
    }
    return more.isEmpty() ? first : first + more;
  }

  private static boolean text(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** Leaves the element, whatever is in it, and holds nothing of it. */
  public void skip() throws XMLStreamException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** Reads on behind the outermost element, where nothing may be. */
  public void end() throws XMLStreamException {
    while (xml.hasNext()) {
      next();
    }
  }

  /** Where the reading is. */
  public Location here() {
    return xml.getLocation();
  }

  /** A refusal of what the reading is at. */
  public RefusedXmlException refused(String why) {
    return new RefusedXmlException(why, here());
  }
}
