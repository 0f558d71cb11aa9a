package org.relaycheck.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fields of a JSON object, written one by one; what is not there is null. */
final class JsonFields {

  private final JsonWriter json;

  JsonFields(JsonWriter json) {
    this.json = json;
  }

  JsonFields text(String name, String value) throws IOException {
    json.name(name).value(Visible.wholeCharacters(value));
    return this;
  }

  JsonFields text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      return text(name, value.get());
    }
    json.name(name).nullValue();
    return this;
  }

  JsonFields number(String name, int value) throws IOException {
    json.name(name).value(value);
    return this;
  }

  JsonFields number(String name, Optional<Integer> value) throws IOException {
    if (value.isPresent()) {
      return number(name, value.get());
    }
    json.name(name).nullValue();
    return this;
  }

  JsonFields texts(String name, List<String> values) throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(Visible.wholeCharacters(value));
    }
    json.endArray();
    return this;
  }

  /** An object of texts, sorted by name. */
  JsonFields texts(String name, Map<String, String> values) throws IOException {
    json.name(name).beginObject();
    for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
      text(Visible.wholeCharacters(entry.getKey()), entry.getValue());
    }
    json.endObject();
    return this;
  }
}
