package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Place;
import org.relaycheck.state.ServerListing;

class SameServerTest {

  private static final Place PLACE = new Place("relay-connections.yaml", 1, 1);

  @Test
  void hosts_that_lead_to_one_server_are_told() {
    Map<String, HostState> states =
        Map.of(
            "SQL01", read("MachineName", "NODE1", "ServerName", "SQL01"),
            "ALIAS", read("MachineName", "node1", "ServerName", "sql01"),
            "SQL02", read("MachineName", "NODE2", "ServerName", "SQL02"));

    assertThat(refused(states)).containsOnlyKeys("ALIAS", "SQL01");
    assertThat(refused(states)).containsEntry("SQL01", "ALIAS and SQL01 are one SQL Server");
  }

  @Test
  void the_nodes_of_a_contained_availability_group_are_one_server() {
    Map<String, HostState> states =
        Map.of(
            "A", group("NODE1", "5a1e7b52"),
            "B", group("NODE2", "5A1E7B52"),
            "C", group("NODE1", "77777777"),
            "D", read("MachineName", "NODE1", "ServerName", "NODE1"));

    assertThat(refused(states)).containsOnlyKeys("A", "B");
  }

  @Test
  void instances_of_one_machine_and_hosts_that_tell_nothing_are_different() {
    Map<String, HostState> states =
        Map.of(
            "A", read("MachineName", "NODE1", "ServerName", "NODE1\\ONE"),
            "B", read("MachineName", "NODE1", "ServerName", "NODE1\\TWO"),
            "C", read("ServerName", "NODE1\\ONE"),
            "EX01", read("ExchangeVersion", "15.2"),
            "EX02", read("ExchangeVersion", "15.2"),
            "SQL09", new HostState.Unread("it did not answer", "look at it"));

    assertThat(refused(states)).isEmpty();
  }

  @Test
  void two_records_of_one_exchange_server_are_one_server() {
    Map<String, HostState> states =
        Map.of("HUB", exchange(), "EX01", exchange(), "EX02", exchange());

    assertThat(refused(states, Map.of("HUB", "ex01")))
        .isEqualTo(
            Map.of(
                "HUB", "EX01 and HUB are one Exchange server",
                "EX01", "EX01 and HUB are one Exchange server"));
  }

  @Test
  void equal_names_in_two_domains_or_of_two_products_are_different_servers() {
    Map<String, HostState> states =
        Map.of(
            "A", exchange("Fqdn", "ex01.a.example"),
            "B", exchange("Fqdn", "ex01.b.example"),
            "SQL", read("MachineName", "EX01", "ServerName", "EX01"));

    assertThat(refused(states, Map.of("A", "EX01", "B", "EX01", "SQL", "EX01"))).isEmpty();
  }

  @Test
  void one_server_of_one_organisation_is_one_whatever_else_is_told() {
    HostState told = organisation("CORP", "Fqdn", "ex01.corp.example");
    Map<String, HostState> states =
        Map.of(
            "A", told,
            "B", organisation("CORP"),
            "C", exchange("Fqdn", "EX01.corp.example"),
            "D", organisation("OTHER"));

    assertThat(refused(states, Map.of("A", "EX01", "B", "ex01", "C", "EX01", "D", "EX01")))
        .containsEntry("A", "A and B and C are one Exchange server")
        .containsEntry("B", "A and B and C are one Exchange server")
        .containsKey("C");
    assertThat(
            refused(
                Map.of("A", told, "D", organisation("OTHER")), Map.of("A", "EX01", "D", "EX01")))
        .isEmpty();
  }

  @Test
  void two_ways_to_one_organisation_lead_to_one_server() {
    assertThat(throughTwoWays(organisation("CORP"), organisation("CORP")))
        .containsOnlyKeys("A", "B");
    assertThat(throughTwoWays(organisation("CORP"), organisation("OTHER"))).isEmpty();
    assertThat(throughTwoWays(exchange(), exchange())).isEmpty();
  }

  private static SortedMap<String, HostState> throughTwoWays(HostState one, HostState other) {
    return SameServer.of(
        List.of(asked("A", "EX01", way("first")), asked("B", "EX01", way("second"))),
        new TreeMap<>(Map.of("A", one, "B", other)));
  }

  private static HostWay way(String name) {
    return new HostWay.Through(
        new PowerShellWay(
            name,
            new PowerShellWay.Local(Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PLACE));
  }

  private static Map<String, String> refused(Map<String, HostState> states) {
    return refused(states, Map.of());
  }

  private static Map<String, String> refused(
      Map<String, HostState> states, Map<String, String> servers) {
    List<HostConnection> asked =
        states.keySet().stream()
            .map(
                host ->
                    asked(
                        host,
                        servers.getOrDefault(host, host),
                        new HostWay.Recorded(Path.of(host))))
            .toList();
    Map<String, String> refused = new TreeMap<>();
    SameServer.of(asked, new TreeMap<>(states))
        .forEach((host, state) -> refused.put(host, ((HostState.Unread) state).why()));
    return refused;
  }

  private static HostConnection asked(String host, String server, HostWay way) {
    return new HostConnection(host, server, way, Optional.empty(), true, PLACE);
  }

  private static HostState organisation(String name, String... facts) {
    HostState.Read read = (HostState.Read) exchange(facts);
    return new HostState.Read(
        read.facts(), read.at(), read.kinds(), new ServerListing(Optional.of(name), Map.of()));
  }

  private static HostState exchange(String... facts) {
    return new HostState.Read(
        ((HostState.Read) read(facts)).facts(),
        Optional.empty(),
        Map.of("receiveConnectors", new KindState(true, Optional.empty(), List.of())));
  }

  private static HostState group(String node, String id) {
    return read("MachineName", node, "ServerName", node, "ContainedAvailabilityGroup", id);
  }

  private static HostState read(String... facts) {
    Map<String, String> pairs = new TreeMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      pairs.put(facts[i], facts[i + 1]);
    }
    return new HostState.Read(pairs, Optional.empty(), Map.of());
  }
}
