package org.relaycheck.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/** An object of a Format-List that is being read. */
final class ListedObject {

  private final int line;
  private final Optional<String> command;
  private final Map<String, ListedValue> values = new TreeMap<>(Address::compareFolded);
  private final Deque<ListedValue> last = new ArrayDeque<>();

  /**
   * @param line where it begins, from 1
   * @param command what the prompt before it asked
   */
  ListedObject(int line, Optional<String> command) {
    this.line = line;
    this.command = command;
  }

  int line() {
    return line;
  }

  Optional<String> command() {
    return command;
  }

  /** Whether a name is here, as it is spelled. */
  boolean has(String name) {
    return values.keySet().stream().anyMatch(name::equals);
  }

  /** Whether a name is here in whatever spelling. */
  boolean hasLike(String name) {
    return values.containsKey(name);
  }

  /** Takes a value; false if its name is here in another spelling. */
  boolean put(String name, ListedValue value) {
    last.clear();
    last.push(value);
    return values.put(name, value) == null;
  }

  /** Whether a line is the rest of the value above it. */
  boolean goesOn(String text) {
    return last.element().goesOn(text);
  }

  /** Takes the rest. */
  void goOn(String text, int blanks) {
    last.element().goOn(text, blanks);
  }

  Stream<ListedValue> all() {
    return values.values().stream();
  }

  /** Whether a value on a line of a width is none that its row takes. */
  boolean isBroken(int width, RecordedValues reading) {
    return values.entrySet().stream()
        .anyMatch(
            value ->
                value.getValue().width() == width
                    && reading.isBroken(value.getKey(), value.getValue().plain()));
  }

  /**
   * The values, as far as they can be told.
   *
   * @param width at which lines were cut
   */
  RecordedObject read(RecordedValues reading, int width) {
    Map<String, Raw> raw = new TreeMap<>(Address::compareFolded);
    values.forEach(
        (name, value) ->
            raw.put(
                name,
                value.width() == width ? new Raw.CutOff(value.plain()) : value.raw(name, reading)));
    Optional<String> place =
        Optional.ofNullable(values.get("DistinguishedName")).map(ListedValue::plain);
    return new RecordedObject(line, raw, place, command);
  }
}
