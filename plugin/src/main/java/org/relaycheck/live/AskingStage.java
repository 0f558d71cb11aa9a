package org.relaycheck.live;

/** A step on the way to an answer, in the order in which steps are taken. */
public enum AskingStage {
  CREDENTIALS("credentials"),
  JUMP("jump host"),
  NAME("name"),
  PORT("port"),
  ENCRYPTION("encryption"),
  HOST_KEY("host key"),
  LOGIN("login"),
  FILE("file"),
  FORMAT("format"),
  SHELL("shell"),
  POWERSHELL("PowerShell"),
  WAY("Exchange"),
  SERVER("server"),
  AGE("age"),
  CLOCK("clock"),
  ECHO("characters"),
  RIGHTS("rights"),
  KINDS("contents");

  private final String title;

  AskingStage(String title) {
    this.title = title;
  }

  /** As people call it. */
  public String title() {
    return title;
  }
}
