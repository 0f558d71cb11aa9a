package org.relaycheck.script.receiveconnectors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;

/** How scripts spell the values of rows, and by which comparison they tell two apart. */
final class ValueSpelling {

  private static final Set<ValueType<?>> LISTS =
      Set.of(Types.TEXT_SET, Types.CAPABILITY_SET, Types.BINDING_SET, Types.ADDRESS_SET);

  private ValueSpelling() {}

  /** The comparison's name in the script. */
  static String comparison(Property<?> row) {
    ValueType<?> type = row.type();
    if (LISTS.contains(type)) {
      return "list";
    }
    if (type.members().isPresent()) {
      return "words";
    }
    if (type.equals(Types.SPAN)) {
      return "span";
    }
    if (type.equals(Types.SIZE)) {
      return "size";
    }
    return type.equals(Types.EXACT_TEXT) ? "exact" : "plain";
  }

  /** A value to be written; nothing for one that is to be empty. */
  static <T> Literal wanted(Property<T> row, Optional<T> value) {
    return value.map(row.type()::write).orElseGet(Literal.Null::new);
  }

  /** What was seen, in the server's own spelling where that is what the comparison looks at. */
  static <T> Literal seen(Property<T> row, Reading<T> reading) {
    Optional<T> value = reading.seen().known();
    if (value.isEmpty()) {
      return new Literal.Null();
    }
    if (LISTS.contains(row.type())) {
      return Literal.Items.of(elements(reading.raw()));
    }
    boolean text = row.type().equals(Types.TEXT) || row.type().equals(Types.EXACT_TEXT);
    return text ? new Literal.Str(reading.raw().shown()) : wanted(row, value);
  }

  /** The elements of a list as they were printed; a printed list may be one text in braces. */
  private static List<String> elements(Raw raw) {
    List<String> given =
        raw instanceof Raw.Items items
            ? items.values()
            : Arrays.asList(raw.shown().strip().replaceAll("^\\{|\\}$", "").split(",", -1));
    return given.stream().map(String::strip).filter(piece -> !piece.isEmpty()).toList();
  }

  /** The members of a set value, each as a text; the value itself where it is none. */
  static <T> List<String> parts(Property<T> row, T value) {
    if (row.type().write(value) instanceof Literal.Items items) {
      return items.items().stream().map(item -> ((Literal.Str) item).text()).toList();
    }
    return row.type().members().filter(members -> members.isEmpty(value)).isPresent()
        ? List.of()
        : List.of(row.type().show(value).split(", "));
  }
}
