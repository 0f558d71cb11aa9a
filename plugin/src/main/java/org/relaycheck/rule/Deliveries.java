package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.Contact;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

/** Where the mail of the accounts of a world goes, as far as the connections and hosts tell. */
final class Deliveries {

  /** A network has more addresses than anybody wants to hear of. */
  private static final int EACH = 32;

  private final Map<String, Set<Server>> byName = new HashMap<>();
  private final Map<Server, Reception> receptions = new LinkedHashMap<>();

  Deliveries(Collection<Server> servers) {
    for (Server server : servers) {
      if (server.mayHave(ReceiveConnectorRows.CATALOGUE)) {
        receptions.put(server, new Reception(server));
        server.names().forEach(name -> index(name, server));
        server.around().answers().forEach(name -> index(name, server));
      }
    }
  }

  private void index(String name, Server server) {
    byName.computeIfAbsent(Address.folded(name), one -> new LinkedHashSet<>()).add(server);
  }

  /** All ways of an account's mail; at least one. */
  List<Delivery> of(Resource account, Server sender) throws NotKnown {
    String name = account.value(MailAccountRows.MAILSERVER_NAME).spelling();
    int port = account.value(MailAccountRows.PORT).intValue();
    Set<Server> called = called(name);
    if (called.isEmpty()) {
      throw new NotKnown(unknown(name));
    }
    Optional<AddressSet> local = Types.ADDRESS_SET.read(Raw.text(name)).known();
    List<Delivery> deliveries = new ArrayList<>();
    for (Server exchange : called) {
      boolean direct = !exchange.answersFor(name);
      for (Optional<AddressSet> source : sources(sender, exchange, direct)) {
        Optional<Contact> call = source.map(from -> new Contact(from, local, port));
        deliveries.add(new Delivery(account, sender, exchange, call, reception(exchange)));
      }
    }
    return deliveries;
  }

  /** By any name; by the first part of one, of a server that does not tell its name in DNS. */
  private Set<Server> called(String name) {
    Set<Server> called = byName.get(Address.folded(name));
    if (called != null) {
      return called;
    }
    Set<Server> near = new LinkedHashSet<>();
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    byName.getOrDefault(Address.folded(first), Set.of()).stream()
        .filter(server -> server.fullName().isEmpty() && !server.answersFor(first))
        .forEach(near::add);
    return near;
  }

  private Reception reception(Server exchange) {
    return receptions.computeIfAbsent(exchange, Reception::new);
  }

  private static Lack unknown(String name) {
    return new Lack(
        "no Exchange server that was asked answers for " + name,
        "say 'answers: ["
            + name
            + "]' of its host in the connections, and name its connector in"
            + " the policy");
  }

  /** Who calls the server by its own name passes its balancer. */
  private static List<Optional<AddressSet>> sources(
      Server sender, Server exchange, boolean direct) {
    Optional<AddressSet> shown = direct ? Optional.empty() : exchange.around().seenAs();
    Optional<AddressSet> all = shown.or(() -> sender.around().sendsFrom());
    return all.isEmpty()
        ? List.of(Optional.empty())
        : all.get().apart(EACH).stream().map(Optional::of).toList();
  }
}
