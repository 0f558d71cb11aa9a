package org.relaycheck.symptom;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Members;
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

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();

  /** The connectors that an account leads to; all, if none leads to a server that was read. */
  List<Connector> connectors() {
    List<Connector> reached = new ArrayList<>();
    for (Connector connector : open) {
      if (world.accounts().stream().anyMatch(account -> ends(account).contains(connector))) {
        reached.add(connector);
      }
    }
    return reached.isEmpty() ? open : reached;
  }

  /** The connectors that may answer an account. */
  List<Connector> ends(Found account) {
    List<Connector> there = called(account);
    Optional<AddressSet> sender = world.around(account.host()).sendsFrom();
    return sender.isEmpty() ? there : narrowest(there, sender.get());
  }

  /** The connectors that listen where an account calls, whomever they serve. */
  List<Connector> called(Found account) {
    Optional<Text> server = account.known(MailAccountRows.MAILSERVER_NAME);
    Optional<Long> port = account.known(MailAccountRows.PORT);
    return open.stream()
        .filter(one -> server.filter(name -> leads(name.spelling(), one)).isPresent())
        .filter(one -> port.isEmpty() || one.listensOn(port.get()))
        .toList();
  }

  /** Of several connectors on one port the one with the narrowest range answers. */
  private static List<Connector> narrowest(List<Connector> there, AddressSet sender) {
    Function<Connector, Optional<AddressSet>> ranges =
        one -> one.known(ReceiveConnectorRows.REMOTE_IP_RANGES);
    List<Connector> fitting =
        there.stream()
            .filter(one -> ranges.apply(one).filter(r -> ADDRESSES.covers(r, sender)).isPresent())
            .toList();
    Optional<BigInteger> least =
        fitting.stream()
            .map(one -> ranges.apply(one).orElseThrow().count())
            .min(Comparator.naturalOrder());
    return least.isEmpty()
        ? there
        : fitting.stream()
            .filter(one -> ranges.apply(one).orElseThrow().count().equals(least.get()))
            .toList();
  }

  /** Whether a name of a mail server is known to lead to the connector's server. */
  boolean leads(String name, Connector connector) {
    String host = connector.address().host();
    List<String> names = new ArrayList<>(world.around(host).answers());
    names.add(host);
    connector.known(ReceiveConnectorRows.FQDN).ifPresent(fqdn -> names.add(fqdn.spelling()));
    String folded = Address.folded(name);
    return names.stream().map(Address::folded).anyMatch(known -> named(folded, known));
  }

  /** A server's own name is the first part of its name in DNS. */
  private static boolean named(String name, String known) {
    return name.equals(known) || (known.indexOf('.') < 0 && name.startsWith(known + "."));
  }
}
