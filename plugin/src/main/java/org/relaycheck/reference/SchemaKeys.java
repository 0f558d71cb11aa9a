package org.relaycheck.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The keys of a mapping with the schemas of their values, in the order of their telling. */
final class SchemaKeys {

  private final Map<String, Object> schemas = new LinkedHashMap<>();

  /** A key whose schema describes itself. */
  SchemaKeys with(String key, Map<String, Object> schema) {
    schemas.put(key, schema);
    return this;
  }

  /** A key with a text that an editor shows. */
  SchemaKeys with(String key, String description, Map<String, Object> schema) {
    return with(key, JsonSchema.described(description, schema));
  }

  /** A word of the language, which says what it means. */
  SchemaKeys word(String key, Map<String, Object> schema) {
    String meaning = PolicyWords.of(key).map(PolicyWords.Word::meaning).orElseThrow();
    return with(key, meaning, schema);
  }

  /** A key with free text. */
  SchemaKeys text(String key, String description) {
    return with(key, description, JsonSchema.text());
  }

  /** A key that is defined elsewhere under its own name. */
  SchemaKeys defined(String key) {
    return with(key, JsonSchema.ref(key));
  }

  /** All of these keys. */
  SchemaKeys with(Map<String, Object> others) {
    schemas.putAll(others);
    return this;
  }

  /** Some of them. */
  SchemaKeys only(String... names) {
    SchemaKeys some = new SchemaKeys();
    for (String name : names) {
      some.schemas.put(name, Objects.requireNonNull(schemas.get(name), name));
    }
    return some;
  }

  Map<String, Object> map() {
    return schemas;
  }
}
