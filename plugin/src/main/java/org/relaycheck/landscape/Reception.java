package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;

/**
 * The receive connectors of one server, asked who answers and who is meant to; each contact is
 * worked out once.
 */
public final class Reception {

  /**
   * What came of a contact.
   *
   * @param answering who answers
   * @param found the connector that does, if one does
   */
  public record Answer(Answering answering, Optional<Connector> found) {

    /** The connector that answers; empty if none does. */
    public Optional<Connector> connector() throws NotKnown {
      if (answering instanceof Answering.Untold untold) {
        throw new NotKnown(
            new Lack(
                "which connector answers cannot be told: " + untold.why(),
                "read all of every connector; on one address and port let them have one"
                    + " TransportRole, and ranges of which one holds the other"));
      }
      return found;
    }
  }

  /**
   * A connector that may answer.
   *
   * @param usual whether it is known to listen on every address, as nearly all do, and for whom
   */
  private record Ear(Listener listener, boolean usual) {}

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  private final Server server;
  private final List<MeantConnector> plans;

  private final List<Ear> ears = new ArrayList<>();
  private final Map<Contact, Answer> answers = new HashMap<>();
  private final Map<Contact, Intent> intents = new HashMap<>();

  Reception(Server server) {
    this.server = server;
    this.plans = MeantConnector.of(server);
    for (Connector connector : server.connectors()) {
      Listener listener = listener(connector);
      ears.add(new Ear(listener, isUsual(listener)));
    }
  }

  private static boolean isUsual(Listener one) {
    return one.ranges().known().isPresent()
        && one.bindings().known().filter(Reception::everywhere).isPresent();
  }

  private static boolean everywhere(Set<Binding> bindings) {
    return bindings.stream().allMatch(one -> EVERY_ADDRESS.contains(one.address()));
  }

  static Listener listener(Connector connector) {
    return new Listener(
        connector.name(),
        connector.seen(ReceiveConnectorRows.ENABLED),
        connector.seen(ReceiveConnectorRows.BINDINGS),
        connector.seen(ReceiveConnectorRows.REMOTE_IP_RANGES),
        connector.seen(ReceiveConnectorRows.TRANSPORT_ROLE));
  }

  /** Who is meant to answer. */
  Intent intent(Contact contact) {
    return intents.computeIfAbsent(contact, one -> Intent.of(plans, one));
  }

  /** Who answers, or why nobody does. */
  Answer of(Contact contact) throws NotKnown {
    Answer known = answers.get(contact);
    if (known == null) {
      known = answer(contact);
      answers.put(contact, known);
    }
    return known;
  }

  private Answer answer(Contact contact) throws NotKnown {
    server.all(ReceiveConnectorRows.CATALOGUE); // which must be known to be all
    Answering answering = Answering.of(concerned(contact), contact);
    Optional<Connector> found =
        server.connectors().stream()
            .filter(
                one -> answering instanceof Answering.By by && by.connector().equals(one.name()))
            .findFirst();
    return new Answer(answering, found);
  }

  /**
   * Those that serve others and listen on every address are left out: they can neither answer nor
   * stand in the way of one that does, and of a hundred connectors nearly all are so.
   */
  private List<Listener> concerned(Contact contact) {
    List<Listener> concerned = new ArrayList<>();
    for (Ear ear : ears) {
      Listener one = ear.listener();
      if (!ear.usual()
          || !ADDRESSES.disjoint(one.ranges().known().orElseThrow(), contact.source())) {
        concerned.add(one);
      }
    }
    return concerned;
  }
}
