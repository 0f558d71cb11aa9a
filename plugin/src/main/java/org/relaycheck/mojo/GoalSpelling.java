package org.relaycheck.mojo;

import org.apache.maven.execution.MavenSession;
import org.relaycheck.dialect.ShellWord;

/**
 * How a goal is called where this run was started: by Maven, or by the command {@code relay} of the
 * archive that needs none.
 *
 * @param before what stands before the goal
 * @param after what stands after it
 * @param parameter what stands before the name of a parameter of ours
 */
record GoalSpelling(String before, String after, String parameter) {

  private static final String OURS = "relay.";

  /** What the command {@code relay} says of itself. */
  private static final String LAUNCHER = "relay.launcher";

  /** Whether everything on the command line is meant for this plugin. */
  static boolean isLaunched(MavenSession session) {
    return session.getSystemProperties().containsKey(LAUNCHER);
  }

  /**
   * @param files the pom and the settings, as options
   * @param plugin its prefix or its coordinates
   */
  static GoalSpelling maven(String files, String plugin) {
    return new GoalSpelling("mvn" + files + " " + plugin + ":", "", "-D" + OURS);
  }

  static GoalSpelling launcher(String files) {
    return new GoalSpelling("relay ", files, "--");
  }

  String goal(String goal) {
    return before + goal + after;
  }

  String option(String name, String value) {
    String start = name.startsWith(OURS) ? parameter + name.substring(OURS.length()) : "-D" + name;
    return ShellWord.of(start + "=" + value);
  }
}
