package org.relaycheck.explain.cause;

/** How the values that were read speak about a cause, the likeliest first. */
public enum Likelihood {
  FITS("fits what was read"),
  LIKELY("possible, and the first to look at"),
  POSSIBLE("possible"),
  UNLIKELY("what was read speaks against it"),
  EXCLUDED("cannot be it");

  private final String title;

  Likelihood(String title) {
    this.title = title;
  }

  /** In words. */
  public String title() {
    return title;
  }
}
