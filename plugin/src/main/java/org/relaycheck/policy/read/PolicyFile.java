package org.relaycheck.policy.read;

import java.util.Optional;
import org.relaycheck.yaml.YamlTree;

/**
 * A file of a policy, read and not yet understood.
 *
 * @param layer how strong it is
 * @param root its content
 * @param preset whether it comes with the plugin
 */
public record PolicyFile(FileLayer layer, YamlTree.Mapping root, boolean preset) {

  /** A section, if the file has it. */
  Optional<YamlTree> section(String key) {
    return root.get(key);
  }
}
