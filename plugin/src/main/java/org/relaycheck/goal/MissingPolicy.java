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
      String text = NoPolicyYet.text(files);
      throw new PolicyException(List.of(FileProblem.placeless(text)));
    }
  }
}
