package org.relaycheck.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a mapping with the schemas of their values, in the order of their telling. */
final class Keys {

  private final Map<String, Object> schemas = new LinkedHashMap<>();

  /** A key whose schema describes itself. */
  Keys with(String key, Map<String, Object> schema) {
    schemas.put(key, schema);
    return this;
  }

  /** A key with a text that an editor shows. */
  Keys with(String key, String description, Map<String, Object> schema) {
    return with(key, Schema.described(description, schema));
  }

  /** A key with free text. */
  Keys text(String key, String description) {
    return with(key, description, Schema.text());
  }

  /** A key that is defined elsewhere under its own name. */
  Keys defined(String key) {
    return with(key, Schema.ref(key));
  }

  /** All of these keys. */
  Keys with(Map<String, Object> others) {
    schemas.putAll(others);
    return this;
  }

  Map<String, Object> map() {
    return schemas;
  }
}
