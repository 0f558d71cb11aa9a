package org.relaycheck.recorded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.value.Raw;

/** An object of a Format-List that is being read. */
final class ListedObject {

  private final int line;
  private final Optional<String> cmdlet;
  private final Map<String, ListedValue> values = new LinkedHashMap<>();
  private final Deque<ListedValue> last = new ArrayDeque<>();

  /**
   * @param line where it begins, from 1
   * @param cmdlet what the prompt before it asked
   */
  ListedObject(int line, Optional<String> cmdlet) {
    this.line = line;
    this.cmdlet = cmdlet;
  }

  int line() {
    return line;
  }

  Optional<String> cmdlet() {
    return cmdlet;
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  void put(String name, ListedValue value) {
    values.put(name, value);
    last.clear();
    last.push(value);
  }

  /** Whether a line is the rest of the value above it. */
  boolean goesOn(String text) {
    return last.element().goesOn(text);
  }

  /** Takes the rest, and gives the length of the line before it. */
  int goOn(String text, int blanks) {
    return last.element().goOn(text, blanks);
  }

  /** The beginning of a value, whatever was lost where it wraps; empty if it is not here. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(ListedValue::plain);
  }

  /** The values, as far as they can be told from lines of this width. */
  Map<String, Raw> values(int width) {
    Map<String, Raw> raw = new HashMap<>();
    values.forEach((name, value) -> raw.put(name, value.raw(width)));
    return raw;
  }
}
