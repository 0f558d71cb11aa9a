package org.relaycheck.mojo;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.relaycheck.drift.FailOn;
import org.relaycheck.drift.Outcome;

/** What an outcome does to a build. */
enum Conclusion {
  /** Something is wrong with the question, or with asking. */
  STOP,
  /** The answer is no. */
  FAIL,
  PASS;

  static Conclusion of(Outcome outcome, FailOn failOn) {
    return switch (outcome) {
      case ERROR, UNCLEAR -> STOP;
      case DRIFT -> failOn.fails() ? FAIL : PASS;
      case PARTIAL, CLEAN -> PASS;
    };
  }

  /** Ends the goal, unless there is nothing to say. */
  void draw(String message) throws MojoExecutionException, MojoFailureException {
    switch (this) {
      case STOP -> throw new MojoExecutionException(message);
      case FAIL -> throw new MojoFailureException(message);
      case PASS -> {}
    }
  }
}
