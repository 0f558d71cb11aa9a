package org.relaycheck.symptom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.landscape.Answering;
import org.relaycheck.landscape.Contact;
import org.relaycheck.landscape.Listener;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Surroundings;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;

/**
 * The way that mail takes from the accounts that were read to the connectors that were read. What
 * is not known is not taken for a reason to leave a connector out.
 *
 * @param world what was read
 * @param open the connectors that take mail
 */
record Route(World world, List<Connector> open) {

  /** The connectors that an account leads to; all, if none leads to a server that was read. */
  List<Connector> connectors() {
    Set<Connector> reached = new LinkedHashSet<>();
    world.accounts().forEach(account -> reached.addAll(ends(account)));
    return reached.isEmpty() ? open : open.stream().filter(reached::contains).toList();
  }

  /** The connectors that may answer an account. */
  List<Connector> ends(Found account) {
    List<Connector> ends = new ArrayList<>();
    for (String host : hosts()) {
      List<Connector> there = listening(account, host);
      Optional<Connector> one =
          there.size() < 2 ? Optional.empty() : answering(account, host).filter(there::contains);
      ends.addAll(one.isPresent() ? List.of(one.get()) : there);
    }
    return ends;
  }

  /** Whether it is known that a connector answers an account. */
  boolean answers(Connector connector, Found account) {
    return answering(account, connector.address().host()).filter(connector::equals).isPresent();
  }

  /** The connectors that listen where an account calls, whomever they serve. */
  List<Connector> called(Found account) {
    return hosts().stream().flatMap(host -> listening(account, host).stream()).toList();
  }

  private Set<String> hosts() {
    return open.stream()
        .map(one -> one.address().host())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The connectors of a server that an account leads to, as far as its port decides. */
  private List<Connector> listening(Found account, String host) {
    Optional<Text> server = account.known(MailAccountRows.MAILSERVER_NAME);
    Optional<Long> port = account.known(MailAccountRows.PORT);
    return open.stream()
        .filter(one -> one.address().host().equals(host))
        .filter(one -> server.filter(name -> leads(name.spelling(), one)).isPresent())
        .filter(one -> port.isEmpty() || one.listensOn(port.get()))
        .toList();
  }

  /** The connector of a server that is known to answer an account, of all that the server has. */
  private Optional<Connector> answering(Found account, String host) {
    Optional<Contact> contact = contact(account, host);
    if (contact.isEmpty() || !world.lists(host)) {
      return Optional.empty();
    }
    List<Connector> all =
        world.everyConnector().stream().filter(one -> one.address().host().equals(host)).toList();
    List<Listener> listeners =
        all.stream().map(one -> Listener.of(one.found().observed())).toList();
    return Answering.of(listeners, contact.get()) instanceof Answering.By by
        ? all.stream().filter(one -> one.address().name().equals(by.connector())).findFirst()
        : Optional.empty();
  }

  /** How a server sees an account's mail; behind a balancer, of which it sees the address. */
  private Optional<Contact> contact(Found account, String host) {
    Optional<Text> called = account.known(MailAccountRows.MAILSERVER_NAME);
    Optional<Long> port = account.known(MailAccountRows.PORT);
    if (called.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    String name = called.get().spelling();
    Surroundings around = world.around(host);
    Optional<AddressSet> balancer =
        around.seenAs().filter(any -> holds(around.answers(), Address.folded(name)));
    Optional<AddressSet> local =
        balancer.isPresent() ? Optional.empty() : Types.ADDRESS_SET.read(Raw.text(name)).known();
    return balancer
        .or(() -> world.around(account.host()).sendsFrom())
        .map(source -> new Contact(source, local, port.get().intValue()));
  }

  /** Whether a name of a mail server is known to lead to the connector's server. */
  boolean leads(String name, Connector connector) {
    String host = connector.address().host();
    List<String> names = new ArrayList<>(world.around(host).answers());
    names.add(host);
    connector.known(ReceiveConnectorRows.FQDN).ifPresent(fqdn -> names.add(fqdn.spelling()));
    return holds(names, Address.folded(name));
  }

  private static boolean holds(List<String> names, String folded) {
    return names.stream().map(Address::folded).anyMatch(known -> named(folded, known));
  }

  /** A server's own name is the first part of its name in DNS. */
  private static boolean named(String name, String known) {
    return name.equals(known) || (known.indexOf('.') < 0 && name.startsWith(known + "."));
  }
}
