package org.relaycheck.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.state.Address;

/** What a comparison has come to so far. */
final class FindingCollector {

  private final SortedMap<Subject, Finding> findings = new TreeMap<>();
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private int inSync;
  private final List<Address> judged = new ArrayList<>();
  private final SortedMap<String, List<String>> notes = new TreeMap<>();
  private int declared;
  private int read;

  /** So many statements are about to be judged, or would be if they could. */
  void declare(int statements) {
    declared += statements;
  }

  /** A statement that holds. */
  void inSync() {
    inSync++;
    read++;
  }

  /** A finding; of two with one subject, which come of two baselines of one template, one stays. */
  void add(Finding finding) {
    if (findings.putIfAbsent(finding.subject(), finding) == null) {
      count(finding.verdict());
    }
    if (finding.verdict() != Verdict.UNCLEAR) {
      read++;
    }
  }

  private void count(Verdict verdict) {
    counts.merge(verdict, 1, Integer::sum);
  }

  /** A resource that is being compared. */
  void judge(Address address) {
    judged.add(address);
  }

  /** A note that ends with the names of the hosts of which it holds. */
  void note(String text, String host) {
    notes.computeIfAbsent(text, one -> new ArrayList<>()).add(host);
  }

  ComparisonResult drift() {
    // most statements hold: a number in a map would be boxed for each of them
    if (inSync > 0) {
      counts.put(Verdict.IN_SYNC, inSync);
    }
    List<String> told =
        notes.entrySet().stream()
            .map(note -> note.getKey() + HostNames.list(new TreeSet<>(note.getValue())))
            .toList();
    ComparisonCoverage coverage = new ComparisonCoverage(declared, read, sortedOnce(judged), told);
    return new ComparisonResult(List.copyOf(findings.values()), counts, coverage);
  }

  /** A policy's resources come sorted, so that sorting here is one walk; a tree would search. */
  private static List<Address> sortedOnce(List<Address> addresses) {
    List<Address> once = new ArrayList<>(addresses.size());
    for (Address address : addresses.stream().sorted().toList()) {
      if (once.isEmpty() || !once.get(once.size() - 1).equals(address)) {
        once.add(address);
      }
    }
    return List.copyOf(once);
  }
}
