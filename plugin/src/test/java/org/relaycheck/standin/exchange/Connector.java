package org.relaycheck.standin.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A receive connector of the model: texts as Exchange prints them, lists, or nothing. */
public final class Connector {

  final String server;
  final String name;
  final TreeMap<String, Object> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final List<Entry> entries = new ArrayList<>();

  Connector(String server, String name) {
    this.server = server;
    this.name = name;
  }

  Connector copy() {
    Connector copy = new Connector(server, name);
    copy.settings.putAll(settings);
    copy.entries.addAll(entries);
    return copy;
  }

  public String server() {
    return server;
  }

  public String name() {
    return name;
  }

  /** What a person sees of it, for comparison; order of lists and entries means nothing. */
  public Map<String, Object> state() {
    Map<String, Object> state = new TreeMap<>();
    settings.forEach(
        (key, value) ->
            state.put(
                key,
                value instanceof List<?> list
                    ? list.stream().map(String::valueOf).sorted().toList()
                    : String.valueOf(value)));
    state.put("(rights)", entries.stream().map(Entry::key).sorted().toList());
    return state;
  }

  public Object get(String setting) {
    return settings.get(setting);
  }

  /** Changes a setting behind the back of everybody. */
  public void put(String setting, Object value) {
    settings.put(setting, value);
  }

  public List<Entry> entries() {
    return entries;
  }
}
