package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

/** Where the mail of accounts goes, as far as the connections and hosts tell. */
final class Deliveries {

  /** A network has more addresses than anybody wants to hear of. */
  private static final int EACH = 32;

  private final Map<String, Set<Server>> byName = new HashMap<>();
  private final Map<Account, List<Delivery>> byAccount = new HashMap<>();
  private final Map<AddressSet, List<Optional<AddressSet>>> parts = new HashMap<>();

  Deliveries(Collection<Server> servers) {
    for (Server server : servers) {
      if (server.mayHave(ReceiveConnectorRows.CATALOGUE)) {
        server.calledBy().forEach(name -> index(name, server));
      }
    }
  }

  private void index(String name, Server server) {
    byName.computeIfAbsent(Address.folded(name), one -> new LinkedHashSet<>()).add(server);
  }

  /** All ways of an account's mail; at least one. Half a dozen rules ask for each account's. */
  List<Delivery> of(Account account) throws NotKnownException {
    List<Delivery> known = byAccount.get(account);
    if (known == null) {
      known = found(account);
      byAccount.put(account, known);
    }
    return known;
  }

  private List<Delivery> found(Account account) throws NotKnownException {
    String name = account.mailServer();
    int port = account.value(MailAccountRows.PORT).intValue();
    Set<Server> called = called(name);
    if (called.isEmpty()) {
      throw new NotKnownException(unknown(name));
    }
    Optional<AddressSet> local = Types.ADDRESS_SET.read(Raw.text(name)).known();
    List<Delivery> deliveries = new ArrayList<>();
    for (Server exchange : called) {
      Optional<AddressSet> balancer = exchange.seenAs(name);
      Optional<AddressSet> own = balancer.isPresent() ? Optional.empty() : local;
      for (Optional<AddressSet> source : apart(balancer.or(account.server().around()::sendsFrom))) {
        Optional<CallingClient> call = source.map(from -> new CallingClient(from, own, port));
        deliveries.add(new Delivery(account, exchange, call));
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

  private static UnknownFact unknown(String name) {
    if (ExchangeOnline.takesLogins(name) || ExchangeOnline.isTenantMx(name)) {
      return new UnknownFact(name + " is Exchange Online, which shows no receive connector", "");
    }
    return new UnknownFact(
        "no Exchange server that was asked answers for " + name,
        "add 'answers: ["
            + name
            + "]' to its host in the connections, and name its connector in the policy");
  }

  private List<Optional<AddressSet>> apart(Optional<AddressSet> sources) {
    return sources.isEmpty()
        ? List.of(Optional.empty())
        : parts.computeIfAbsent(
            sources.get(), all -> all.apart(EACH).stream().map(Optional::of).toList());
  }
}
