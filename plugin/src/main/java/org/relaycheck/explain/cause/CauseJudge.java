package org.relaycheck.explain.cause;

/** A question to the values that were read: do they speak for a cause? */
@FunctionalInterface
interface CauseJudge {

  CauseJudgement of(FlowRead world);

  /** Of causes that no value tells anything about. */
  static CauseJudge nobody() {
    return world -> CauseJudgement.none();
  }
}
