package org.relaycheck.explain.cause;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.ObservedLandscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/**
 * What was read of the mail flow, and what of it a case is about.
 *
 * @param hosts what became of asking each host, by its key in the connections
 * @param landscape made of it
 * @param named the connectors, by name, and the accounts, by host and name, that are meant, folded;
 *     where none of what was read is among them, all are
 * @param answered the connectors that a log shows to have answered, as {@code HOST\\Name} or a name
 */
public record FlowRead(
    SortedMap<String, HostState> hosts,
    Landscape landscape,
    Set<String> named,
    SortedSet<String> answered) {

  /** What setup made serves everybody, and is the last that a relaying client means. */
  private static final Comparator<Connector> OWN_FIRST =
      Comparator.comparing((Connector one) -> one.isKnownAs(ReceiveConnectorRows.SETUP, true))
          .thenComparing(ServerResource::address);

  public FlowRead {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    named = Set.copyOf(named);
    answered = Collections.unmodifiableSortedSet(new TreeSet<>(answered));
  }

  /** All that was read. */
  public static FlowRead of(SortedMap<String, HostState> hosts, SiteKnowledge site) {
    return new FlowRead(hosts, ObservedLandscape.of(hosts, site), Set.of(), new TreeSet<>());
  }

  /** The same, of which only what a log tells of is meant. */
  FlowRead of(LogFindings log) {
    return new FlowRead(
        hosts,
        landscape,
        log.named().stream().map(Address::folded).collect(Collectors.toSet()),
        log.connectors());
  }

  /** Nothing was read. */
  public static FlowRead unknown() {
    return new FlowRead(new TreeMap<>(), Landscape.unknown(), Set.of(), new TreeSet<>());
  }

  /** The connectors that may take mail, those that setup made last. */
  List<Connector> open() {
    return landscape.connectors().stream().filter(Connector::mayBeOn).sorted(OWN_FIRST).toList();
  }

  /**
   * The connectors that may take the mail that is meant: those that are named, else those to which
   * the accounts lead; all of them only where no account was read.
   */
  List<Connector> connectors() {
    List<Connector> meant =
        open().stream().filter(one -> named.contains(Address.folded(one.name()))).toList();
    if (!meant.isEmpty() || accounts().isEmpty()) {
      return meant.isEmpty() ? open() : meant;
    }
    Set<Connector> reached = new LinkedHashSet<>();
    accounts().forEach(account -> reached.addAll(ends(account)));
    return open().stream().filter(reached::contains).toList();
  }

  /** The mail accounts that were found, or those of them that are meant. */
  List<Account> accounts() {
    List<Account> all = landscape.accounts();
    List<Account> meant =
        all.stream().filter(one -> named.contains(Address.folded(one.toString()))).toList();
    return meant.isEmpty() ? all : meant;
  }

  /**
   * The ways of an account's mail to servers that were read; not known where it leads elsewhere.
   */
  Known<List<Delivery>> ways(Account account) {
    return Known.exactly(() -> landscape.deliveries(account));
  }

  /** The connectors that may answer an account. */
  List<Connector> ends(Account account) {
    List<Connector> ends = new ArrayList<>();
    for (Delivery way : ways(account).value().orElse(List.of())) {
      Known<Connector> one = Known.asking(way::connector);
      if (one instanceof Known.Unknown) {
        ends.addAll(listening(account, way.exchange()));
      } else {
        one.value().ifPresent(ends::add);
      }
    }
    return ends;
  }

  /** Whether a log shows this connector to have answered. */
  boolean answered(Connector connector) {
    return answered.stream()
        .map(Address::folded)
        .anyMatch(
            one ->
                one.equals(Address.folded(connector.toString()))
                    || one.equals(Address.folded(connector.name())));
  }

  /** Where to look for a setting: the resources that are meant. */
  List<String> places(Property<?> setting) {
    List<? extends ServerResource> all = List.of();
    if (ReceiveConnectorRows.CATALOGUE.rows().contains(setting)) {
      all = connectors();
    } else if (MailAccountRows.CATALOGUE.rows().contains(setting)) {
      all = accounts();
    } else if (MailSettingRows.CATALOGUE.rows().contains(setting)) {
      all = services();
    }
    return all.stream().map(ServerResource::toString).toList();
  }

  /** Whether it is known that this connector answers one of an account's ways. */
  boolean answers(Connector connector, Account account) {
    return ways(account).value().orElse(List.of()).stream()
        .anyMatch(
            way -> Known.asking(way::connector).value().filter(connector::equals).isPresent());
  }

  /** The connectors that listen where an account calls, whomever they serve. */
  List<Connector> called(Account account) {
    return ways(account).value().orElse(List.of()).stream()
        .map(Delivery::exchange)
        .distinct()
        .flatMap(exchange -> listening(account, exchange).stream())
        .toList();
  }

  private static List<Connector> listening(Account account, Server exchange) {
    Set<Integer> called =
        account.known(MailAccountRows.PORT).value().stream()
            .map(Long::intValue)
            .collect(Collectors.toSet());
    return exchange.connectors().stream()
        .filter(Connector::mayBeOn)
        .filter(
            one ->
                called.isEmpty()
                    || one.ports().isEmpty()
                    || one.ports().stream().anyMatch(called::contains))
        .sorted(OWN_FIRST)
        .toList();
  }

  /** Where the accounts lead that lead to no server that was read, a sentence each. */
  List<String> elsewhere() {
    List<String> told = new ArrayList<>();
    for (Account account : accounts()) {
      if (ways(account) instanceof Known.Unknown<List<Delivery>> unknown) {
        told.add(account + ": where it leads was not read: " + unknown.lack().why());
      }
    }
    return told;
  }

  /** Database Mail as a whole, of each instance that was read. */
  List<ServerResource> services() {
    return landscape.servers().stream()
        .flatMap(server -> server.known(MailSettingRows.CATALOGUE).stream())
        .toList();
  }

  /** The Exchange servers that were read. */
  List<Server> exchange() {
    return landscape.servers().stream()
        .filter(server -> hosts.get(server.host()) instanceof HostState.Read)
        .filter(server -> server.mayHave(ReceiveConnectorRows.CATALOGUE))
        .toList();
  }
}
