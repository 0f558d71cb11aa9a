package org.relaycheck.policy;

import java.util.Optional;
import org.relaycheck.state.Remedy;
import org.relaycheck.state.Severity;

/**
 * What is said about a line besides the values.
 *
 * @param operator how values are compared
 * @param severity empty if it is not said
 * @param remedy who mends
 * @param why the policy's own reason
 */
record Terms(Operator operator, Optional<Severity> severity, Remedy remedy, Optional<String> why) {

  /** Of a value without operator. */
  static Terms plain() {
    return new Terms(Operator.IS, Optional.empty(), Remedy.SCRIPT, Optional.empty());
  }
}
