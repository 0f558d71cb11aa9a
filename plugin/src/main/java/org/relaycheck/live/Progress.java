package org.relaycheck.live;

/** A port that is told how a survey goes. Called from several threads. */
public interface Progress {

  /**
   * A host has answered, or has not.
   *
   * @param host its key in the connections
   * @param done how many hosts are done, this one included
   * @param all how many there are
   */
  void done(String host, int done, int all);

  /** Tells nobody. */
  static Progress silent() {
    return (host, done, all) -> {};
  }
}
