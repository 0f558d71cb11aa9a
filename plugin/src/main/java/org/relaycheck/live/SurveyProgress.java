package org.relaycheck.live;

/** A port that is told how a survey goes. Called from several threads. */
public interface SurveyProgress {

  /**
   * A host is being asked from now on, or waits for its login to be proved at another one.
   *
   * @param host its key in the connections
   */
  default void asking(String host) {
    // most want to know the end only
  }

  /**
   * A host has answered, or has not.
   *
   * @param host its key in the connections
   * @param done how many hosts are done, this one included
   * @param all how many there are
   */
  void done(String host, int done, int all);

  /** Tells nobody. */
  static SurveyProgress silent() {
    return (host, done, all) -> {};
  }
}
