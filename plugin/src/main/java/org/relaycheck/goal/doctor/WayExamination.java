package org.relaycheck.goal.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.HostNames;

/**
 * What was found out about one way and the hosts behind it, step by step.
 *
 * @param description the way, in words
 * @param way the steps that all of its hosts share
 * @param hosts the further steps of each host
 */
public record WayExamination(
    String description, List<ExaminationStep> way, SortedMap<String, List<ExaminationStep>> hosts) {

  public WayExamination {
    way = List.copyOf(way);
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
  }

  /** The hosts and the way, in words. */
  public String subject() {
    return HostNames.list(hosts.keySet()) + ": " + description;
  }

  /** The first step that failed; empty if the way and all its hosts can be used. */
  public Optional<ExaminationStep> trouble() {
    List<ExaminationStep> all = new ArrayList<>(way);
    hosts.values().forEach(all::addAll);
    return all.stream().filter(step -> step.health() == ExaminationStep.Health.FAILED).findFirst();
  }
}
