package org.relaycheck.state;

import java.util.List;
import java.util.Optional;

/**
 * What a policy says of a resource, or of the resources that fit, on one host.
 *
 * @param selector which
 * @param presence whether it is to be there
 * @param statements at most one for each setting
 * @param severity how much it matters if it is missing, or there against the policy
 * @param origin where the resource or the baseline stands
 * @param why the policy's own reason
 */
public record Desired(
    Selector selector,
    Presence presence,
    List<Statement<?>> statements,
    Severity severity,
    Origin origin,
    Optional<String> why) {

  public Desired {
    statements = List.copyOf(statements);
  }
}
