package org.relaycheck.goal.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/**
 * What an answer holds of one host, and what it lacks, as steps.
 *
 * @param title of the steps
 * @param state what the answer says
 */
record AnswerContents(String title, HostState.Read state) {

  private static final String RIGHTS =
      "give the account the right, or state nothing in the policy that needs it";

  /** One step for what there is, and one for each reason why something is not. */
  List<ExaminationStep> steps() {
    List<ExaminationStep> steps = new ArrayList<>();
    List<String> there = new ArrayList<>();
    new TreeMap<>(state.kinds())
        .forEach(
            (kind, found) -> {
              if (found.unread().isPresent()) {
                steps.add(
                    ExaminationStep.failed(title, kind + ": " + found.unread().get(), RIGHTS));
              } else {
                there.add(kind + " " + found.resources().size() + (found.complete() ? "" : "+"));
              }
            });
    if (!there.isEmpty()) {
      steps.add(0, ExaminationStep.ok(title, String.join(", ", there)));
    }
    lacking()
        .forEach((why, what) -> steps.add(ExaminationStep.partly(title, lack(what, why), RIGHTS)));
    return steps;
  }

  private static String lack(SortedSet<String> what, String why) {
    return "not readable: " + String.join(", ", what) + ": " + why;
  }

  /** By reason, so that one right that is missing is one line. */
  private SortedMap<String, SortedSet<String>> lacking() {
    SortedMap<String, SortedSet<String>> lacking = new TreeMap<>();
    state.kinds().forEach((kind, found) -> settings(kind, found, lacking));
    state
        .facts()
        .forEach(
            (name, why) -> {
              if (name.startsWith("Unread.")) {
                put(lacking, why, name.substring("Unread.".length()));
              }
            });
    return lacking;
  }

  private static void settings(
      String kind, KindState found, Map<String, SortedSet<String>> lacking) {
    for (Observed observed : found.resources()) {
      observed
          .unread()
          .forEach(
              (row, why) -> {
                if (!(row.binding() instanceof Binding.Computed)) { // it lacks what others lack
                  put(lacking, why, kind + " " + row.name());
                }
              });
    }
  }

  private static void put(Map<String, SortedSet<String>> lacking, String why, String what) {
    lacking.computeIfAbsent(why, one -> new TreeSet<>()).add(what);
  }
}
