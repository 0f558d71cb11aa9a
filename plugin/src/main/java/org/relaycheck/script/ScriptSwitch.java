package org.relaycheck.script;

/** What a script does only if the person who runs it says so. */
public enum ScriptSwitch {
  /** Taking something from those who send. */
  NARROWING("AllowNarrowing", "what takes something from those who send"),
  /** Opening a relay to more than those who are named. */
  WIDENING("AllowWidening", "what lets everybody send"),
  /** Taking a resource away for good. */
  REMOVAL("AllowRemoval", "what is removed for good");

  private final String title;
  private final String what;

  ScriptSwitch(String title, String what) {
    this.title = title;
    this.what = what;
  }

  /** Its name, the same in every language. */
  public String title() {
    return title;
  }

  /** What waits for it. */
  String what() {
    return what;
  }
}
