package org.relaycheck.compare;

import java.util.Collection;
import java.util.List;
import org.relaycheck.state.Address;

/**
 * How much was compared.
 *
 * @param declared how many statements and presences the policy makes, a host each
 * @param read how many of them were judged
 * @param judged every resource that was compared, each once, sorted
 * @param notes what was not looked at, and how to supply it
 * @param unmentioned connected hosts of which the policy says nothing
 */
public record ComparisonCoverage(
    int declared,
    int read,
    Collection<Address> judged,
    List<String> notes,
    List<String> unmentioned) {

  /** Of a policy that speaks of every host. */
  public ComparisonCoverage(
      int declared, int read, Collection<Address> judged, List<String> notes) {
    this(declared, read, judged, notes, List.of());
  }
}
