package org.relaycheck.standin.powershell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A hash table, or the properties of an object; keys ignore case. */
public final class Hash {

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  public Hash put(String name, Object value) {
    names.putIfAbsent(key(name), name);
    values.put(key(name), value);
    return this;
  }

  public Object get(String name) {
    return values.get(key(name));
  }

  public boolean has(String name) {
    return values.containsKey(key(name));
  }

  public void remove(String name) {
    names.remove(key(name));
    values.remove(key(name));
  }

  public List<String> names() {
    return new ArrayList<>(names.values());
  }

  void clear() {
    names.clear();
    values.clear();
  }

  int size() {
    return values.size();
  }
}
