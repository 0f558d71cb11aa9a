package org.relaycheck.goal.doctor;

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
