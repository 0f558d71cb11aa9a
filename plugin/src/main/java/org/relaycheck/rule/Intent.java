package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.resource.receiveconnectors.Contact;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Holds;
import org.relaycheck.state.Is;
import org.relaycheck.state.Preferring;
import org.relaycheck.state.Statement;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;

/**
 * The connectors that a policy has for a sender: their stated ranges hold its address, and their
 * stated bindings, if any are, have the port.
 *
 * @param candidates each with the stated range around the address
 */
record Intent(List<Candidate> candidates) {

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();

  /** A connector with the range that the policy states around the sender's address. */
  record Candidate(Resource connector, AddressSet range) {}

  static Intent of(Server exchange, Contact contact) {
    List<Candidate> candidates = new ArrayList<>();
    for (Resource connector : exchange.meant(ReceiveConnectorRows.CATALOGUE)) {
      if (listens(connector, contact.port())) {
        stated(connector, REMOTE_IP_RANGES)
            .filter(ranges -> !ADDRESSES.disjoint(ranges, contact.source()))
            .flatMap(ranges -> ranges.rangeAround(contact.source()))
            .ifPresent(range -> candidates.add(new Candidate(connector, range)));
      }
    }
    return new Intent(List.copyOf(candidates));
  }

  /** Those of which no other lies within the range; several only if they state the same. */
  List<Resource> narrowest() {
    return candidates.stream()
        .filter(
            one ->
                candidates.stream()
                    .noneMatch(
                        other ->
                            !other.range().equals(one.range())
                                && ADDRESSES.covers(one.range(), other.range())))
        .map(Candidate::connector)
        .toList();
  }

  private static boolean listens(Resource connector, int port) {
    Optional<Set<Binding>> bindings = stated(connector, BINDINGS);
    return bindings.isEmpty() || bindings.get().stream().anyMatch(one -> one.port() == port);
  }

  private static <T> Optional<T> stated(Resource connector, Property<T> row) {
    return connector.stated(row).map(Statement::wanted).flatMap(Intent::whole);
  }

  private static <T> Optional<T> whole(Expectation<T> wanted) {
    if (wanted instanceof Is<T> is) {
      return is.wanted();
    }
    if (wanted instanceof Holds<T> holds) {
      return holds.contains();
    }
    return wanted instanceof Preferring<T> preferring
        ? whole(preferring.expected())
        : Optional.empty();
  }
}
