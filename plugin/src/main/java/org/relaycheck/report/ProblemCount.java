package org.relaycheck.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many problems there are in which files: {@code 2 problems in relay-policy.yaml}. */
public final class ProblemCount {

  /** What a problem begins with. */
  private static final Pattern PLACE = Pattern.compile("(.+?):\\d+:\\d+ .*", Pattern.DOTALL);

  private static final int MOST = 3;

  private ProblemCount() {}

  /**
   * In words.
   *
   * @param problems each as {@code file:line:column text}
   */
  public static String of(List<String> problems) {
    List<String> files =
        problems.stream().flatMap(problem -> file(problem).stream()).distinct().toList();
    String count = RunSummary.number(problems.size(), "problem");
    return files.isEmpty() ? count : count + " in " + listed(files);
  }

  private static Optional<String> file(String problem) {
    Matcher place = PLACE.matcher(problem);
    return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
  }

  private static String listed(List<String> files) {
    if (files.size() > MOST) {
      return files.size() + " files";
    }
    int last = files.size() - 1;
    return last == 0
        ? files.get(0)
        : String.join(", ", files.subList(0, last)) + " and " + files.get(last);
  }
}
