package org.relaycheck.policy.read;

import java.util.Optional;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Severity;

/**
 * What is said about a line besides the values.
 *
 * @param operator how values are compared
 * @param severity empty if it is not said
 * @param remediation who fixes it
 * @param why the policy's own reason
 */
record LineTerms(
    PolicyOperator operator,
    Optional<Severity> severity,
    Remediation remediation,
    Optional<String> why) {

  /** Of a value without operator. */
  static LineTerms plain() {
    return new LineTerms(PolicyOperator.IS, Optional.empty(), Remediation.SCRIPT, Optional.empty());
  }
}
