package org.relaycheck.policy.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relaycheck.yaml.YamlNodes;

/** Entries that a mapping is to get, some of which hold further ones; each as it is spelled. */
public final class NewEntries {

  private final Map<String, NewEntries> below = new LinkedHashMap<>();

  /** An entry as a whole. */
  public void add(String entry) {
    below.computeIfAbsent(entry, whole -> new NewEntries());
  }

  /** Those below a new key. */
  public NewEntries at(String key) {
    return below.computeIfAbsent(YamlNodes.inlineText(key), spelled -> new NewEntries());
  }

  boolean isEmpty() {
    return below.isEmpty();
  }

  /** Each on one line. */
  List<String> spelled() {
    return below.entrySet().stream()
        .map(
            entry ->
                entry.getValue().isEmpty()
                    ? entry.getKey()
                    : entry.getKey() + ": " + entry.getValue().inBraces())
        .toList();
  }

  String inBraces() {
    return spelled().stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
