package org.relaycheck.report;

import java.util.List;

/** What is said where there is no policy: nothing is wrong with a file, and none has a place. */
public final class NoPolicyYet {

  private static final String START = "There is no policy yet: ";

  private NoPolicyYet() {}

  /** The only problem of a run without one. */
  public static String text(String files) {
    return START + files + " is not there; write a first one: mvn relay:init";
  }

  /** How many problems there are, in words; this one is none in a file. */
  public static String counts(List<String> problems) {
    return isSaid(problems) ? "there is no policy yet" : ProblemCount.of(problems);
  }

  private static boolean isSaid(List<String> problems) {
    return problems.stream().anyMatch(one -> one.startsWith(START));
  }

  /** What to do about problems in files; nothing more than that text says. */
  public static NextStepLines next(List<String> problems) {
    return isSaid(problems)
        ? NextStepLines.none()
        : NextStepLines.of(
            "Fix the files at the places shown, then:",
            NextStepLines.command("mvn relay:validate"));
  }
}
