package org.relaycheck.policy.preset;

import java.util.List;
import java.util.Optional;

/** A port to the policies that come with the plugin. */
public interface PresetSource {

  /** The text of a preset; empty if there is none of this name. */
  Optional<String> text(String name);

  /** The names of all presets. */
  List<String> names();
}
