package org.relaycheck.yaml;

import java.util.SortedSet;
import java.util.TreeSet;
import org.relaycheck.state.Place;

/** What was found wrong so far; reading goes on, so that a user sees everything at once. */
public final class FileProblems {

  private final SortedSet<FileProblem> found = new TreeSet<>();

  public void add(Place place, String text) {
    found.add(new FileProblem(place, text));
  }

  /** Takes over what was found elsewhere, at most one for each place that has none yet. */
  public void addNew(FileProblems other) {
    for (FileProblem problem : other.found) {
      if (found.stream().noneMatch(known -> known.place().equals(problem.place()))) {
        found.add(problem);
      }
    }
  }

  public void orThrow() throws PolicyException {
    if (!found.isEmpty()) {
      throw new PolicyException(found);
    }
  }
}
