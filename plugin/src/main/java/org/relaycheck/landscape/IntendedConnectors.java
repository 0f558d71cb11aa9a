package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

/**
 * The connectors that a policy has for a sender: their stated ranges hold its address, and their
 * stated bindings, if any are, have the port.
 *
 * @param candidates each with the stated range around the address
 */
public record IntendedConnectors(List<Candidate> candidates) {

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();

  /** A connector with the range that the policy states around the sender's address. */
  record Candidate(ServerResource connector, AddressSet range) {}

  static IntendedConnectors of(List<IntendedConnector> plans, CallingClient contact) {
    List<Candidate> candidates = new ArrayList<>();
    for (IntendedConnector plan : plans) {
      plan.around(contact)
          .ifPresent(range -> candidates.add(new Candidate(plan.connector(), range)));
    }
    return new IntendedConnectors(List.copyOf(candidates));
  }

  /** Those of which no other lies within the range; several only if they state the same. */
  public List<ServerResource> narrowest() {
    return candidates.stream()
        .filter(one -> candidates.stream().noneMatch(other -> isWithin(other, one)))
        .map(Candidate::connector)
        .toList();
  }

  private static boolean isWithin(Candidate narrow, Candidate wide) {
    return !narrow.range().equals(wide.range()) && ADDRESSES.covers(wide.range(), narrow.range());
  }
}
