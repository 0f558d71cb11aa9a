package org.relaycheck.symptom;

/** A question to the values that were read: do they speak for a cause? */
@FunctionalInterface
interface Judge {

  Judgement of(World world);

  /** Of causes that no value tells anything about. */
  static Judge nobody() {
    return world -> Judgement.none();
  }
}
