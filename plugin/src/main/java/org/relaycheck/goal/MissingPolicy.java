package org.relaycheck.goal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.relaycheck.report.NoPolicyYet;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/** A request in a folder where nobody has written a policy yet. */
final class MissingPolicy {

  private static final Path USUAL = Path.of("relay-policy.yaml");
  private static final String COMMAND = "org.relaycheck:relay-maven-plugin:init";

  private MissingPolicy() {}

  /**
   * Goes on if there is a file, right or wrong.
   *
   * @throws PolicyException with nothing else: whatever is wrong beside it comes later
   */
  static void refuse(GoalRequest request) throws PolicyException {
    if (request.policies().stream().noneMatch(Files::exists)) {
      String files =
          request.policies().stream().map(Path::toString).collect(Collectors.joining(", "));
      String text = NoPolicyYet.text(files, command(request));
      throw new PolicyException(List.of(FileProblem.placeless(text)));
    }
  }

  /** That makes it in the same place, also for a run that was told another. */
  private static String command(GoalRequest request) {
    Path policy = request.policies().get(0);
    Path folder = policy.getParent();
    if (policy.equals(USUAL)) {
      return "mvn " + COMMAND;
    }
    if (USUAL.equals(policy.getFileName()) && Files.exists(policy.resolveSibling("pom.xml"))) {
      return "mvn -f \"" + folder + "\" " + COMMAND;
    }
    return "mvn "
        + COMMAND
        + " \"-Drelay.policy="
        + policy
        + "\" \"-Drelay.connections="
        + request.connections()
        + "\"";
  }
}
