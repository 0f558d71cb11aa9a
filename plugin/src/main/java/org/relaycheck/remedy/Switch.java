package org.relaycheck.remedy;

/** What a script does only if the person who runs it says so. */
public enum Switch {
  /** Taking something from those who send. */
  NARROWING("AllowNarrowing"),
  /** Opening a relay to more than those who are named. */
  WIDENING("AllowWidening");

  private final String title;

  Switch(String title) {
    this.title = title;
  }

  /** Its name, the same in every language. */
  public String title() {
    return title;
  }
}
