package org.relaycheck.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

/**
 * Values as ConvertTo-Json spells them out: of a .NET object it writes the public properties, so
 * that a span is its ticks, and a size, which has none, is nothing at all.
 */
final class JsonValues {

  private static final long NANOS_OF_TICK = 100;
  private static final String VALUE = "value";

  private final RecordedValues values;

  JsonValues(RecordedValues values) {
    this.values = values;
  }

  /** The value of a setting. */
  Raw raw(String name, JsonElement element) {
    if (element.isJsonNull()) {
      return new Raw.Empty();
    }
    if (element instanceof JsonArray array) {
      return items(name, array);
    }
    if (element instanceof JsonObject object && object.get(VALUE) instanceof JsonArray array) {
      return items(name, array);
    }
    return text(element)
        .map(text -> values.cell(name, text))
        .orElseGet(() -> new Raw.Unread("ConvertTo-Json did not spell it out"));
  }

  private Raw items(String name, JsonArray array) {
    List<String> items = new ArrayList<>();
    for (JsonElement element : array) {
      Optional<String> text = text(element);
      if (text.isEmpty()) {
        return new Raw.Unread("ConvertTo-Json did not spell out what is in the list");
      }
      if (!(values.cell(name, text.get()) instanceof Raw.Text)) {
        return values.cell(name, text.get());
      }
      items.add(text.get());
    }
    return Raw.items(items);
  }

  /** The text that PowerShell itself shows for a value. */
  private static Optional<String> text(JsonElement element) {
    if (element instanceof JsonPrimitive one) {
      return Optional.of(one.getAsString());
    }
    if (!(element instanceof JsonObject object)) {
      return Optional.empty();
    }
    if (member(object, "IsUnlimited").filter("true"::equals).isPresent()) {
      return Optional.of("Unlimited");
    }
    Optional<String> port = member(object, "Port");
    if (port.isPresent()) {
      return address(object).map(address -> address + ":" + port.get());
    }
    return member(object, "Value")
        .or(() -> member(object, VALUE))
        .or(() -> member(object, "Ticks").map(JsonValues::span))
        .or(() -> member(object, "IPAddressToString"))
        .or(() -> member(object, "Name"));
  }

  private static Optional<String> address(JsonObject binding) {
    JsonElement address = binding.get("Address");
    Optional<String> text =
        address instanceof JsonObject object
            ? member(object, "IPAddressToString")
            : member(binding, "Address");
    return text.map(host -> host.contains(":") ? "[" + host + "]" : host);
  }

  private static Optional<String> member(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive one
        ? Optional.of(one.getAsString())
        : Optional.empty();
  }

  private static String span(String ticks) {
    return Types.SPAN.show(
        Duration.ofNanos(Math.multiplyExact(Long.parseLong(ticks), NANOS_OF_TICK)));
  }
}
