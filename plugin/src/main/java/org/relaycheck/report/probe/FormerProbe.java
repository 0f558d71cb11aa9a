package org.relaycheck.report.probe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a former run left in its probe.json. */
final class FormerProbe {

  private FormerProbe() {}

  /**
   * What it measured, by the attempts' keys; nothing if the file is not there, or not such a one.
   */
  static SortedMap<String, LoadRates> read(Path file) {
    SortedMap<String, LoadRates> found = new TreeMap<>();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonObject run = JsonParser.parseReader(in).getAsJsonObject();
      if (ProbeJson.SCHEMA.equals(run.get("schema").getAsString())) {
        for (JsonElement one : run.getAsJsonArray("attempts")) {
          JsonObject attempt = one.getAsJsonObject();
          measured(attempt)
              .ifPresent(last -> found.put(attempt.get("key").getAsString(), rates(last)));
        }
      }
      return found;
    } catch (IOException | RuntimeException other) {
      // anybody may have changed it, in any way, and it is only compared with
      return new TreeMap<>();
    }
  }

  /** Of a run that measured nothing, what it knew of the one before. */
  private static Optional<JsonObject> measured(JsonObject attempt) {
    return Stream.of("measured", "former")
        .map(attempt::get)
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .findFirst();
  }

  private static LoadRates rates(JsonObject measured) {
    return new LoadRates(
        number(measured, "held"),
        measured.get("refused").getAsBoolean(),
        number(measured, "messages"),
        measured.get("perSecond").getAsDouble(),
        measured.get("halfMillis").getAsDouble(),
        measured.get("nearlyAllMillis").getAsDouble());
  }

  private static Optional<Integer> number(JsonObject measured, String name) {
    JsonElement value = measured.get(name);
    return value.isJsonNull() ? Optional.empty() : Optional.of(value.getAsInt());
  }
}
