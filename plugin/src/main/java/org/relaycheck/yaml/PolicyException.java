package org.relaycheck.yaml;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of ours are wrong; the message is all their problems, sorted by place, one a line. */
public final class PolicyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<FileProblem> problems;

  public PolicyException(Collection<FileProblem> problems) {
    super(problems.stream().sorted().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted().toList();
  }

  /** The problems of both: a user who is told of one file after the other fixes twice. */
  public PolicyException and(PolicyException other) {
    return new PolicyException(Stream.concat(problems.stream(), other.problems.stream()).toList());
  }

  /** Sorted by place; at least one. */
  public List<FileProblem> problems() {
    return problems;
  }
}
