package org.relaycheck.goal.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relaycheck.compare.HostNames;

/**
 * Ways that are ill of the same, which is told once; a way that is well is alone.
 *
 * @param ways at least one
 */
record AlikeWays(List<WayExamination> ways) {

  /** A step, and of which hosts it is told; of none where it is told of all. */
  record Told(ExaminationStep step, List<String> hosts) {}

  /** Steps that were gone for a host. */
  private record Walk(String host, List<ExaminationStep> steps) {

    /** Walks with equal likeness are told as one: what was seen where all is well may differ. */
    List<Object> likeness() {
      boolean ill = steps.stream().anyMatch(ExaminationStep::isSick);
      return steps.stream()
          .map(step -> step.general(host))
          .<Object>map(step -> ill && !step.isSick() ? List.of(step.title(), step.health()) : step)
          .toList();
    }
  }

  AlikeWays {
    ways = List.copyOf(ways);
  }

  /** The ways by what they are ill of, in the order of the first of each. */
  static List<AlikeWays> of(List<WayExamination> all) {
    Map<List<Object>, List<WayExamination>> alike = new LinkedHashMap<>();
    for (WayExamination one : all) {
      alike.computeIfAbsent(likeness(one), key -> new ArrayList<>()).add(one);
    }
    return alike.values().stream().map(AlikeWays::new).toList();
  }

  private static List<Object> likeness(WayExamination one) {
    List<ExaminationStep> steps =
        Stream.concat(one.way().stream(), one.hosts().values().stream().flatMap(List::stream))
            .toList();
    boolean ill = steps.stream().anyMatch(ExaminationStep::isSick);
    return List.of(
        ill ? general(one) : one.subject(),
        one.hosts().size(),
        new Walk(first(one), steps).likeness());
  }

  private static String first(WayExamination one) {
    return one.hosts().firstKey();
  }

  private static String general(WayExamination one) {
    return HostNames.general(one.description(), first(one));
  }

  /** One that all are like. */
  WayExamination any() {
    return ways.get(0);
  }

  private List<String> hosts() {
    return ways.stream().flatMap(way -> way.hosts().keySet().stream()).toList();
  }

  /** The hosts and the way, in words. */
  String subject() {
    return ways.size() == 1 ? any().subject() : HostNames.list(hosts()) + ": " + general(any());
  }

  /** The steps of the ways, and then of the hosts, those that are alike as one. */
  List<Told> steps() {
    List<Told> told =
        new ArrayList<>(
            together(
                ways.stream().map(way -> new Walk(first(way), way.way())).toList(), List.of()));
    Map<List<Object>, List<Walk>> alike = new LinkedHashMap<>();
    for (WayExamination one : ways) {
      one.hosts()
          .forEach(
              (host, steps) -> {
                Walk walk = new Walk(host, steps);
                alike.computeIfAbsent(walk.likeness(), key -> new ArrayList<>()).add(walk);
              });
    }
    for (List<Walk> block : alike.values()) {
      List<String> hosts = block.stream().map(Walk::host).toList();
      told.addAll(together(block, hosts.size() == hosts().size() ? List.of() : hosts));
    }
    return told;
  }

  private static List<Told> together(List<Walk> walks, List<String> named) {
    List<String> hosts = walks.stream().map(Walk::host).toList();
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < walks.get(0).steps().size(); i++) {
      int number = i;
      List<ExaminationStep> seen =
          walks.stream()
              .map(walk -> walk.steps().get(number).general(walk.host()))
              .distinct()
              .toList();
      ExaminationStep step = seen.get(0);
      told.add(
          new Told(
              seen.size() == 1 ? step.of(hosts) : ExaminationStep.ok(step.title(), ""), named));
    }
    return told;
  }
}
