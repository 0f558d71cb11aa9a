package org.relaycheck.mojo;

import org.apache.maven.plugin.logging.Log;
import org.relaycheck.live.Progress;

/** Tells the user how a survey goes, where it is long enough to be told. */
final class Talk implements Progress {

  /** A step for every tenth host of many, and none for a few. */
  private static final int STEPS = 10;

  private final Log log;

  Talk(Log log) {
    this.log = log;
  }

  @Override
  public void done(String host, int done, int all) {
    if (all > STEPS && done % (all / STEPS) == 0) {
      log.info(done + " of " + all + " hosts asked, the last was " + host);
    }
  }
}
