package org.relaycheck.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relaycheck.record.PastedText.Line;
import org.relaycheck.record.RecordFile.Problem;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/** What ConvertTo-Json wrote: an object, or a list of them. */
final class RecordedJson implements PastedForm {

  private static final Pattern BEGIN =
      Pattern.compile("\\s*(?:\\[\\s*(?:\\{.*)?|\\{\\s*(?:\".*)?)");
  private static final Pattern END = Pattern.compile(".*[]}]\\s*");
  private static final String VALUE = "value";

  private final RecordFile file;
  private final JsonValues values;

  RecordedJson(RecordFile file, RecordedValues values) {
    this.file = file;
    this.values = new JsonValues(values);
  }

  /** Whether a line begins one. */
  static boolean begins(String text) {
    return BEGIN.matcher(text).matches();
  }

  @Override
  public String form() {
    return "JSON";
  }

  @Override
  public List<RecordedObject> objects(List<Line> lines) throws UnusableRecordException {
    int begin = lines.get(0).number();
    int end = lines.size();
    while (end > 1 && !END.matcher(lines.get(end - 1).text()).matches()) {
      end--;
    }
    String text = lines.subList(0, end).stream().map(Line::text).collect(Collectors.joining("\n"));
    List<RecordedObject> objects = new ArrayList<>();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      outer(json, begin, objects);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalStateException();
      }
    } catch (IOException | IllegalStateException | JsonParseException broken) {
      throw file.unusable(
          begin,
          1,
          new Problem(
              "the JSON that begins here breaks off or is not well-formed",
              "write it again with ConvertTo-Json -Depth 4 | Out-File -Encoding UTF8, and copy it"
                  + " whole"));
    }
    return objects;
  }

  /** Windows PowerShell wraps a list that was not piped: {@code {"value": […], "Count": 2}}. */
  private void outer(JsonReader json, int line, List<RecordedObject> objects)
      throws IOException, UnusableRecordException {
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      json.beginArray();
      while (json.hasNext()) {
        objects.add(object(members(json, line), line));
      }
      json.endArray();
      return;
    }
    Map<String, JsonElement> members = members(json, line);
    if (members.get(VALUE) instanceof JsonArray all) {
      for (JsonElement one : all) {
        objects.add(object(one.getAsJsonObject().asMap(), line));
      }
    } else {
      objects.add(object(members, line));
    }
  }

  private Map<String, JsonElement> members(JsonReader json, int line)
      throws IOException, UnusableRecordException {
    Map<String, JsonElement> members = new TreeMap<>(Address::compareFolded);
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (members.put(name, element(json)) != null) {
        throw file.unusable(line, 1, Problem.twice(name));
      }
    }
    json.endObject();
    return members;
  }

  /** Numbers stay as they are spelled. */
  private static JsonElement element(JsonReader json) throws IOException {
    switch (json.peek()) {
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        json.beginArray();
        while (json.hasNext()) {
          array.add(element(json));
        }
        json.endArray();
        return array;
      }
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        json.beginObject();
        while (json.hasNext()) {
          object.add(json.nextName(), element(json));
        }
        json.endObject();
        return object;
      }
      case BOOLEAN -> {
        return new JsonPrimitive(json.nextBoolean());
      }
      case NULL -> {
        json.nextNull();
        return JsonNull.INSTANCE;
      }
      case STRING, NUMBER, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT -> {
        return new JsonPrimitive(json.nextString());
      }
    }
    throw new IllegalStateException();
  }

  private RecordedObject object(Map<String, JsonElement> members, int line)
      throws UnusableRecordException {
    Map<String, Raw> raw = new TreeMap<>(Address::compareFolded);
    for (Map.Entry<String, JsonElement> member : members.entrySet()) {
      String name = member.getKey();
      if (raw.put(name, values.raw(name, member.getValue())) != null) {
        throw file.unusable(line, 1, Problem.twice(name));
      }
    }
    return RecordedObject.of(line, raw, Optional.empty());
  }
}
