package org.relaycheck.mojo;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;

/** What an outcome does to a build. */
enum BuildConclusion {
  /** Something is wrong with the question, or with asking. */
  STOP,
  /** The answer is no. */
  FAIL,
  PASS;

  static BuildConclusion of(Outcome outcome, FailOn failOn) {
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
