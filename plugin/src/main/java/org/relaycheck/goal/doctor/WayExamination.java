package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found out about one way and the hosts behind it, step by step.
 *
 * @param subject the hosts and the way, in words
 * @param way the steps that all of its hosts share
 * @param hosts the further steps of each host
 */
public record Examination(String subject, List<Step> way, SortedMap<String, List<Step>> hosts) {

  public Examination {
    way = List.copyOf(way);
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
  }

  /** The first step that failed; empty if the way and all its hosts can be used. */
  public Optional<Step> trouble() {
    List<Step> all = new ArrayList<>(way);
    hosts.values().forEach(all::addAll);
    return all.stream().filter(step -> step.health() == Step.Health.FAILED).findFirst();
  }
}
