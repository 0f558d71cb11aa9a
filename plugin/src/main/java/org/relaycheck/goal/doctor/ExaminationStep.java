package org.relaycheck.goal.doctor;

import java.util.List;
import org.relaycheck.compare.HostNames;

/**
 * One step of an examination.
 *
 * @param title what it is about
 * @param health how it went
 * @param seen what was seen, or what happened
 * @param todo what to do about it; empty if nothing
 */
public record ExaminationStep(String title, Health health, String seen, String todo) {

  /** How a step went. */
  public enum Health {
    OK("ok"),
    /** It can be used, and something is missing. */
    PARTLY("partly"),
    FAILED("failed"),
    /** An earlier one failed. */
    NOT_REACHED("not reached");

    private final String word;

    Health(String word) {
      this.word = word;
    }

    /** As people read it. */
    public String word() {
      return word;
    }
  }

  /** The same in words that hold of other hosts too. */
  ExaminationStep general(String host) {
    return new ExaminationStep(
        title, health, HostNames.general(seen, host), HostNames.general(todo, host));
  }

  /** General words as they hold of some hosts. */
  ExaminationStep of(List<String> hosts) {
    return new ExaminationStep(title, health, HostNames.of(hosts, seen), HostNames.of(hosts, todo));
  }

  /** Whether there is something to do. */
  boolean isSick() {
    return health == Health.FAILED || health == Health.PARTLY;
  }

  static ExaminationStep ok(String title, String seen) {
    return new ExaminationStep(title, Health.OK, seen, "");
  }

  static ExaminationStep partly(String title, String seen, String todo) {
    return new ExaminationStep(title, Health.PARTLY, seen, todo);
  }

  static ExaminationStep failed(String title, String why, String todo) {
    return new ExaminationStep(title, Health.FAILED, why, todo);
  }

  static ExaminationStep notReached(String title) {
    return new ExaminationStep(title, Health.NOT_REACHED, "", "");
  }
}
