package org.relaycheck.engine;

import java.util.List;

/**
 * What accepts what was found.
 *
 * @param patch a unified diff of the policy files; empty if there is nothing to accept
 * @param told what the patch does not accept, a line each
 */
public record Adoption(String patch, List<String> told) {

  public Adoption {
    told = List.copyOf(told);
  }
}
