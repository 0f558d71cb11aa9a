package org.relaycheck.goal.remediate;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Subject;
import org.relaycheck.state.Address;

/**
 * Which edits may have done what is wrong with a draft, so that they need not be sought by trying.
 */
final class SuspectEdits {

  /** A kind and a name, or the place of a template: less than that tells nothing. */
  private static final int LEAST_KEYS = 2;

  private final Map<Subject, FindingEdit> bySubject = new HashMap<>();
  private final Map<Address, Set<FindingEdit>> byAddress = new HashMap<>();
  private final Map<List<String>, Set<FindingEdit>> byEntry = new HashMap<>();

  SuspectEdits(Collection<FindingEdit> edits) {
    for (FindingEdit edit : edits) {
      for (Finding finding : edit.findings()) {
        Address address = finding.subject().address();
        bySubject.put(finding.subject(), edit);
        add(byAddress, address.key(), edit);
        add(byAddress, anywhere(address), edit);
      }
      List<String> entry = folded(edit.entry());
      for (int keys = LEAST_KEYS; keys <= entry.size(); keys++) {
        add(byEntry, entry.subList(0, keys), edit);
      }
    }
  }

  private static <K> void add(Map<K, Set<FindingEdit>> edits, K key, FindingEdit edit) {
    edits.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(edit);
  }

  /** The resource of this name on whatever host. */
  private static Address anywhere(Address address) {
    return new Address(address.kind(), "", address.name()).key();
  }

  private static List<String> folded(List<String> keys) {
    return keys.stream().map(Address::folded).toList();
  }

  /** For a finding that should not be: the edit that is to close it, or what is nearest to that. */
  Set<FindingEdit> of(Subject subject) {
    FindingEdit exactly = bySubject.get(subject);
    if (exactly != null) {
      return Set.of(exactly);
    }
    Set<FindingEdit> near = byAddress.getOrDefault(subject.address().key(), Set.of());
    return near.isEmpty() ? byAddress.getOrDefault(anywhere(subject.address()), Set.of()) : near;
  }

  /** For a problem in an entry: the edits of that entry, or else of the nearest one around it. */
  Set<FindingEdit> of(List<String> entry) {
    List<String> keys = folded(entry);
    for (int length = keys.size(); length >= LEAST_KEYS; length--) {
      Set<FindingEdit> edits = byEntry.getOrDefault(keys.subList(0, length), Set.of());
      if (!edits.isEmpty()) {
        return edits;
      }
    }
    return Set.of();
  }
}
