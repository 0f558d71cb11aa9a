package org.relaycheck.mojo;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.report.CheckRun;

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

  /** What a check does: drift that fails nothing is reported, and no more. */
  static BuildConclusion of(CheckRun run) {
    BuildConclusion conclusion = of(run.outcome(), run.failOn());
    return conclusion == FAIL && run.drift().findings().stream().noneMatch(run::fails)
        ? PASS
        : conclusion;
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
