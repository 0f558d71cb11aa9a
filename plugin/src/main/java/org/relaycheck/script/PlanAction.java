package org.relaycheck.script;

/** What a line of a plan does. */
public enum PlanAction {
  /** Makes a resource that is missing. */
  ADD("add", "to add", "+"),
  /** Changes a setting. */
  CHANGE("change", "to change", "~"),
  /** Takes a resource away. */
  REMOVE("remove", "to remove", "-"),
  /** Is left to a person. */
  BY_HAND("by hand", "by hand", "h");

  private final String word;
  private final String counted;
  private final String mark;

  PlanAction(String word, String counted, String mark) {
    this.word = word;
    this.counted = counted;
    this.mark = mark;
  }

  /** As the first word of a line. */
  public String word() {
    return word;
  }

  /** Behind a number. */
  public String counted() {
    return counted;
  }

  /** One character that starts a line. */
  public String mark() {
    return mark;
  }

  /** What undoes it. */
  PlanAction undone() {
    return switch (this) {
      case ADD -> REMOVE;
      case REMOVE -> ADD;
      case CHANGE, BY_HAND -> this;
    };
  }
}
