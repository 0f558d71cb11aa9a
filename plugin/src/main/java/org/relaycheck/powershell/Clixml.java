package org.relaycheck.powershell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/**
 * The objects of an {@code Export-Clixml} file, one after the other.
 *
 * <p>A property is the text that PowerShell itself shows for it: {@code ToString} if the object has
 * one, else its number or text; a list is the texts of its elements. Objects that came through
 * remoting ({@code Deserialized.…}) look no different. Binary data is skipped and not held.
 */
public final class Clixml {

  /** The name of the outermost element. */
  public static final String ROOT = "Objs";

  private static final Set<String> TEXTS =
      Set.of(
          "S", "B", "DT", "TS", "By", "SB", "U16", "I16", "U32", "I32", "U64", "I64", "Sg", "Db",
          "D", "G", "URI", "Version");
  private static final Set<String> LISTS = Set.of("LST", "IE", "QUE", "STK");

  private final StrictXml xml;
  private final Map<String, List<String>> types = new HashMap<>();
  private final Map<String, Raw> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int lists;

  /**
   * @param xml at the outermost element
   */
  public Clixml(StrictXml xml) {
    this.xml = xml;
  }

  /** The next object, also of a list that was exported as one; empty at the end of the file. */
  public Optional<ClixmlObject> next() throws XMLStreamException {
    while (true) {
      Optional<String> element = xml.child();
      if (element.isPresent()) {
        Optional<ClixmlObject> bag = outer(element.get());
        if (bag.isPresent()) {
          return bag;
        }
      } else if (lists == 0) {
        xml.end();
        return Optional.empty();
      } else {
        lists--;
      }
    }
  }

  private Optional<ClixmlObject> outer(String element) throws XMLStreamException {
    Location at = xml.here();
    Parts parts = new Parts();
    switch (element) {
      case "Obj" -> {
        if (!read(parts, true)) {
          return Optional.empty();
        }
      }
      case "Props", "MS" -> {
        properties(parts, false);
        return Optional.empty();
      }
      default -> {
        xml.skip();
        parts.types = List.of(element);
      }
    }
    return Optional.of(
        new ClixmlObject(parts.types, parts.properties, at.getLineNumber(), at.getColumnNumber()));
  }

  /** Reads an object; false if it is a list of objects, and then its first element is next. */
  private boolean read(Parts parts, boolean outer) throws XMLStreamException {
    Optional<String> id = Optional.ofNullable(xml.attributes().get("RefId"));
    id.ifPresent(open::add);
    for (Optional<String> part = xml.child(); part.isPresent(); part = xml.child()) {
      if (outer && LISTS.contains(part.get())) {
        // the list and the object around it are still open
        lists += 2;
        return false;
      }
      part(part.get(), parts, outer);
    }
    id.ifPresent(open::remove);
    id.ifPresent(key -> known.put(key, parts.raw()));
    return true;
  }

  private void part(String part, Parts parts, boolean outer) throws XMLStreamException {
    switch (part) {
      case "TN", "TNRef" -> parts.types = types(part);
      case "ToString" -> parts.shown = Optional.of(CharacterEscapes.decoded(xml.text()));
      case "Props", "MS" -> properties(parts, outer);
      case "LST", "IE", "QUE", "STK" -> parts.list = Optional.of(items());
      case "DCT" -> parts.list = Optional.of(dictionary());
      default -> parts.base = Optional.of(value(part));
    }
  }

  private List<String> types(String part) throws XMLStreamException {
    String id = xml.attributes().getOrDefault("RefId", "");
    if (part.equals("TNRef")) {
      xml.skip();
      return types.getOrDefault(id, List.of());
    }
    List<String> names = new ArrayList<>();
    while (xml.child().isPresent()) {
      names.add(CharacterEscapes.decoded(xml.text()));
    }
    types.put(id, names);
    return names;
  }

  /**
   * Reads properties ({@code Props}) or notes ({@code MS}).
   *
   * @param once whether a name that is there already, in whatever case, is refused; nobody looks at
   *     the properties of an object inside another
   */
  private void properties(Parts parts, boolean once) throws XMLStreamException {
    for (Optional<String> tag = xml.child(); tag.isPresent(); tag = xml.child()) {
      String name = CharacterEscapes.decoded(xml.attributes().getOrDefault("N", ""));
      if (tag.get().equals("BA")) {
        xml.skip();
      } else {
        Raw value = value(tag.get());
        if (parts.properties.putIfAbsent(name, value) != null && once) {
          throw xml.refused("'" + name + "' is there twice");
        }
      }
    }
  }

  private Raw value(String tag) throws XMLStreamException {
    if (TEXTS.contains(tag)) {
      return Raw.text(CharacterEscapes.decoded(xml.text()));
    }
    switch (tag) {
      case "Nil" -> {
        xml.skip();
        return new Raw.Empty();
      }
      case "Ref" -> {
        return reference();
      }
      case "Obj" -> {
        Parts parts = new Parts();
        read(parts, false);
        return parts.raw();
      }
      default -> {
        xml.skip();
        return new Raw.Unread("a value of the kind " + tag + " is not read");
      }
    }
  }

  private Raw reference() throws XMLStreamException {
    String id = xml.attributes().getOrDefault("RefId", "");
    Raw value = known.get(id);
    if (value == null && !open.contains(id)) {
      throw xml.refused("this refers to the object '" + id + "', which is not before it");
    }
    xml.skip();
    return value == null ? new Raw.Unread("it refers to the object that it is part of") : value;
  }

  private Raw items() throws XMLStreamException {
    List<String> items = new ArrayList<>();
    boolean flat = true;
    for (Optional<String> tag = xml.child(); tag.isPresent(); tag = xml.child()) {
      Raw item = value(tag.get());
      if (item instanceof Raw.Text text) {
        items.add(text.value());
      } else {
        flat &= item instanceof Raw.Empty;
      }
    }
    // spelling out lists of lists would let a short file ask for any amount of memory
    return flat ? Raw.items(items) : new Raw.Unread("an element of the list is not text");
  }

  /** Reads it all the same: what is in it can be referred to later. */
  private Raw dictionary() throws XMLStreamException {
    while (xml.child().isPresent()) {
      for (Optional<String> tag = xml.child(); tag.isPresent(); tag = xml.child()) {
        value(tag.get());
      }
    }
    return new Raw.Unread("a dictionary is not read");
  }

  /** What was read of an object so far. */
  private static final class Parts {

    private final Map<String, Raw> properties = new TreeMap<>(Address::compareFolded);
    private List<String> types = List.of();
    private Optional<String> shown = Optional.empty();
    private Optional<Raw> list = Optional.empty();
    private Optional<Raw> base = Optional.empty();

    /** A list is its elements, whatever {@code ToString} makes of it. */
    private Raw raw() {
      return list.or(() -> shown.map(Raw::text))
          .or(() -> base)
          .orElseGet(() -> new Raw.Unread("an object without a text"));
    }
  }
}
