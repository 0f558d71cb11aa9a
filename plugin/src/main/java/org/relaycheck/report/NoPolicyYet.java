package org.relaycheck.report;

import java.util.List;
import java.util.Optional;

/** What is said where there is no policy: nothing is wrong with a file, and none has a place. */
public final class NoPolicyYet {

  private static final String START = "There is no policy yet: ";

  private NoPolicyYet() {}

  /** The only problem of a run without one. */
  public static String text(String files, String command) {
    return START + files + " is not there; write a first one: " + command;
  }

  /** How many problems there are, in words; this one is none in a file. */
  public static String counts(List<String> problems) {
    return isSaid(problems) ? "there is no policy yet" : ProblemCount.of(problems);
  }

  private static boolean isSaid(List<String> problems) {
    return problems.stream().anyMatch(one -> one.startsWith(START));
  }

  /** What to do about problems in files; nothing more than that text says. */
  public static Optional<String> next(List<String> problems) {
    return isSaid(problems)
        ? Optional.empty()
        : Optional.of("Fix the files at the places shown, then: mvn relay:validate");
  }
}
