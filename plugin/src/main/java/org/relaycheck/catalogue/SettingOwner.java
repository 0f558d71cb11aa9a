package org.relaycheck.catalogue;

/** What else writes a setting. */
public enum SettingOwner {
  SETUP("Exchange setup"),
  HYBRID_WIZARD("the Hybrid Configuration Wizard"),
  EDGE_SYNC("EdgeSync");

  private final String title;

  SettingOwner(String title) {
    this.title = title;
  }

  /** The name that people know it by. */
  public String title() {
    return title;
  }
}
