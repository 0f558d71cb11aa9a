package org.relaycheck.reference;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pieces of a JSON Schema, in the dialect 2020-12. */
final class JsonSchema {

  /** Nothing: {@code null}, {@code ~} or no text at all. */
  static final Map<String, Object> NOTHING = Map.of("type", "null");

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  /** A mapping of one text, such as a reference: most of a schema, and a line each. */
  private static final Pattern SHORT = Pattern.compile("\\{\\s+(\"[^\"]+\": \"[^\"]*\")\\s+}");

  private JsonSchema() {}

  /** The text of a whole schema, always the same for the same pieces. */
  static String document(String id, String title, Map<String, Object> root) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", DIALECT);
    whole.put("$id", id);
    whole.put("title", title);
    whole.putAll(root);
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return SHORT.matcher(gson.toJson(whole)).replaceAll("{$1}") + "\n";
  }

  /** A mapping that has these keys and no others. */
  static Map<String, Object> mapping(Map<String, Object> keys, String... required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (required.length > 0) {
      schema.put("required", List.of(required));
    }
    schema.put("properties", keys);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** A mapping of any keys, all of whose values are of one shape. */
  static Map<String, Object> mapOf(Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", value);
    return schema;
  }

  static Map<String, Object> listOf(Object item) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", item);
    return schema;
  }

  static Map<String, Object> anyOf(Object... alternatives) {
    return Map.of("anyOf", List.of(alternatives));
  }

  static Map<String, Object> words(String... words) {
    return Map.of("enum", List.of(words));
  }

  static Map<String, Object> text() {
    return Map.of("type", "string");
  }

  static Map<String, Object> ref(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  /** The piece with a text that an editor shows. */
  static Map<String, Object> described(String description, Map<String, Object> schema) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("description", description);
    all.putAll(schema);
    return all;
  }

  /** The same piece with its keys in alphabetical order, however a type made it. */
  static Map<String, Object> sorted(Map<String, Object> schema) {
    Map<String, Object> all = new TreeMap<>();
    schema.forEach((key, value) -> all.put(key, sorted(value)));
    return all;
  }

  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> all = new TreeMap<>();
      map.forEach((key, part) -> all.put(key.toString(), sorted(part)));
      return all;
    }
    return value instanceof List<?> list
        ? new ArrayList<>(list.stream().map(JsonSchema::sorted).toList())
        : value;
  }

  /** Alternatives, each of which has one of these keys. */
  static List<Map<String, Object>> each(String... keys) {
    return Stream.of(keys).map(key -> Map.<String, Object>of("required", List.of(key))).toList();
  }

  /** That each of the keys but the last ones is there only beside the first of these. */
  static Map<String, Object> only(Map<String, Object> keys, String owner, String... others) {
    Map<String, Object> needed = new LinkedHashMap<>();
    keys.keySet().stream()
        .filter(key -> !key.equals(owner) && !List.of(others).contains(key))
        .forEach(key -> needed.put(key, List.of(owner)));
    return needed;
  }

  /** What must hold where a condition does. */
  static Map<String, Object> when(Map<String, Object> condition, Map<String, Object> then) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("if", condition);
    schema.put("then", then);
    return schema;
  }

  /** The condition that a key is there and has one of these texts. */
  static Map<String, Object> is(String key, List<String> texts) {
    return sorted(
        Map.of("properties", Map.of(key, Map.of("enum", texts)), "required", List.of(key)));
  }

  /** Exactly one of these sets of keys is there, of each of which one key is enough. */
  static Map<String, Object> oneOfKeys(List<List<String>> groups) {
    return Map.of("oneOf", groups.stream().map(JsonSchema::anyKey).toList());
  }

  private static Object anyKey(List<String> keys) {
    List<Map<String, Object>> all = each(keys.toArray(String[]::new));
    return all.size() == 1 ? all.get(0) : Map.of("anyOf", all);
  }
}
