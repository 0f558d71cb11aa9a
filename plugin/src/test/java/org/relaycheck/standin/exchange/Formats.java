package org.relaycheck.standin.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.standin.powershell.Fault;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;

/**
 * The parameters of Set-ReceiveConnector, which are the catalogue's rows: what each takes, and how
 * Get- prints it.
 */
final class Formats {

  private static final Map<String, Property<?>> ROWS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (Property<?> row : ReceiveConnectorRows.CATALOGUE.rows()) {
      if (row.binding() instanceof Binding.SetParameter) {
        ROWS.put(row.name(), row);
      }
    }
  }

  private Formats() {}

  static boolean known(String name) {
    return ROWS.containsKey(name);
  }

  static List<Property<?>> rows() {
    return List.copyOf(ROWS.values());
  }

  static boolean flag(String name) {
    return known(name) && ROWS.get(name).type().equals(Types.FLAG);
  }

  static boolean list(ValueType<?> type) {
    return type.equals(Types.BINDING_SET)
        || type.equals(Types.ADDRESS_SET)
        || type.equals(Types.CAPABILITY_SET);
  }

  private static boolean text(ValueType<?> type) {
    return type.equals(Types.TEXT) || type.equals(Types.EXACT_TEXT);
  }

  /** What Get- prints after Set- took the value; throws what Exchange would say. */
  static Object printed(String name, Object value) {
    ValueType<?> type = ROWS.get(name).type();
    if (value == null || value.equals("")) {
      if (list(type)) {
        return List.of();
      }
      if (text(type)) {
        return "";
      }
      throw new Fault("Cannot bind argument to parameter '" + name + "' because it is null.");
    }
    if (list(type)) {
      return reversed((List<?>) value);
    }
    if (type.equals(Types.FLAG)) {
      return (boolean) (Boolean) value ? "True" : "False";
    }
    if (type.equals(Types.SIZE)) {
      return size((Long) value);
    }
    if (type.equals(Types.COUNT)) {
      return String.valueOf((long) (Long) value);
    }
    if (type.equals(Types.LIMIT)) {
      return value instanceof Long number ? number.toString() : unlimited((String) value);
    }
    if (type.equals(Types.SPAN)) {
      return span((String) value);
    }
    return text(type) ? (String) value : spelled(name, type, (String) value);
  }

  /** Lists come back in another order than they were given. */
  private static List<String> reversed(List<?> texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(0, (String) text));
    return List.copyOf(all);
  }

  private static String span(String text) {
    if (!text.matches("(\\d+\\.)?\\d\\d:\\d\\d:\\d\\d(\\.\\d{7})?")) {
      throw new Fault("Cannot convert value \"" + text + "\" to type EnhancedTimeSpan.");
    }
    return text;
  }

  private static String unlimited(String text) {
    if (!text.equals("unlimited")) {
      throw new Fault("Cannot convert value \"" + text + "\" to type Unlimited.");
    }
    return "Unlimited";
  }

  /** The unit is rounded, as Exchange rounds it. */
  static String size(long bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    int unit = 0;
    double rest = bytes;
    while (rest >= 1024 && unit < units.length - 1) {
      rest /= 1024;
      unit++;
    }
    String rounded = String.format(Locale.ROOT, "%.4g", rest).replaceAll("\\.?0+$", "");
    return String.format(Locale.ROOT, "%s %s (%,d bytes)", rounded, units[unit], bytes);
  }

  /** Words of an enumeration in its own order, without those that Exchange adds by itself. */
  private static <T> String spelled(String name, ValueType<T> type, String text) {
    Optional<T> words =
        type.refusal(Raw.text(text)).isPresent()
            ? Optional.empty()
            : type.read(Raw.text(text)).known();
    return words
        .map(type::show)
        .orElseThrow(
            () -> new Fault("Cannot convert value \"" + text + "\" to the type of " + name + "."));
  }
}
