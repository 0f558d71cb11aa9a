package org.relaycheck.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relaycheck.report.text.VisibleText;

/** Fields of a JSON object, written one by one; what is not there is null. */
public final class JsonFields {

  private final JsonWriter json;

  public JsonFields(JsonWriter json) {
    this.json = json;
  }

  public JsonFields text(String name, String value) throws IOException {
    json.name(name).value(VisibleText.wholeCharacters(value));
    return this;
  }

  public JsonFields text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      return text(name, value.get());
    }
    json.name(name).nullValue();
    return this;
  }

  public JsonFields number(String name, int value) throws IOException {
    json.name(name).value(value);
    return this;
  }

  public JsonFields number(String name, Optional<Integer> value) throws IOException {
    if (value.isPresent()) {
      return number(name, value.get());
    }
    json.name(name).nullValue();
    return this;
  }

  public JsonFields texts(String name, List<String> values) throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(VisibleText.wholeCharacters(value));
    }
    json.endArray();
    return this;
  }

  /** An object of texts, sorted by name. */
  public JsonFields texts(String name, Map<String, String> values) throws IOException {
    json.name(name).beginObject();
    for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
      text(VisibleText.wholeCharacters(entry.getKey()), entry.getValue());
    }
    json.endObject();
    return this;
  }
}
