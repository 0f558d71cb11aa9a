package org.relaycheck.policy.edit;

import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.YamlText;

/** The text of a policy file that may be edited, parsed once. */
public final class PolicyText {

  private final String text;
  private final Optional<YamlText> yaml;

  /** A text without byte order mark; one that is no mapping has no place for anything. */
  public PolicyText(String text) {
    this.text = text;
    this.yaml = YamlText.of(text);
  }

  /** The keys that lead to the entry at a place. */
  public Optional<List<String>> path(Place place) {
    return yaml.flatMap(some -> some.path(place.line(), place.column()));
  }

  /** The keys that lead to the entry in which a place lies. */
  public Optional<List<String>> around(Place place) {
    return yaml.flatMap(some -> some.around(place.line(), place.column()));
  }

  /** No changes yet. */
  public PolicyChanges changes() {
    return new PolicyChanges(text, yaml);
  }
}
