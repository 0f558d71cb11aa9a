package org.relaycheck.policy;

import java.util.Optional;

/**
 * A file of a policy, read and not yet understood.
 *
 * @param layer how strong it is
 * @param root its content
 * @param preset whether it comes with the plugin
 */
record SourceFile(Layer layer, Tree.Mapping root, boolean preset) {

  /** A section, if the file has it. */
  Optional<Tree> section(String key) {
    return root.get(key);
  }
}
