package org.relaycheck.goal.remediate;

import java.util.List;

/**
 * What accepts what was found.
 *
 * @param drafts the policy files with it; none of them if there is nothing to accept
 * @param told what they do not accept, a line each
 */
record Adoption(PolicyDrafts drafts, List<String> told) {

  Adoption {
    told = List.copyOf(told);
  }

  static Adoption none() {
    return new Adoption(PolicyDrafts.none(), List.of());
  }
}
