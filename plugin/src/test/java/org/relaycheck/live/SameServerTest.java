package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relaycheck.state.HostState;

class SameServerTest {

  @Test
  void hosts_that_lead_to_one_server_know_of_each_other() {
    SortedMap<String, HostState> told =
        SameServer.told(
            new TreeMap<>(
                Map.of(
                    "SQL01", read("MachineName", "NODE1", "ServerName", "SQL01"),
                    "ALIAS", read("MachineName", "node1", "ServerName", "sql01"),
                    "SQL02", read("MachineName", "NODE2", "ServerName", "SQL02"))));

    assertThat(other(told, "SQL01")).contains("ALIAS");
    assertThat(other(told, "ALIAS")).contains("SQL01");
    assertThat(other(told, "SQL02")).isEmpty();
  }

  @Test
  void the_nodes_of_a_contained_availability_group_are_one_server() {
    SortedMap<String, HostState> told =
        SameServer.told(
            new TreeMap<>(
                Map.of(
                    "A", group("NODE1", "5a1e7b52"),
                    "B", group("NODE2", "5A1E7B52"),
                    "C", group("NODE1", "77777777"),
                    "D", read("MachineName", "NODE1", "ServerName", "NODE1"))));

    assertThat(other(told, "A")).contains("B");
    assertThat(other(told, "B")).contains("A");
    assertThat(other(told, "C")).isEmpty();
    assertThat(other(told, "D")).isEmpty();
  }

  @Test
  void instances_of_one_machine_and_hosts_that_tell_nothing_are_different() {
    SortedMap<String, HostState> told =
        SameServer.told(
            new TreeMap<>(
                Map.of(
                    "A", read("MachineName", "NODE1", "ServerName", "NODE1\\ONE"),
                    "B", read("MachineName", "NODE1", "ServerName", "NODE1\\TWO"),
                    "C", read("ServerName", "NODE1\\ONE"),
                    "EX01", read("ExchangeVersion", "15.2"),
                    "EX02", read("ExchangeVersion", "15.2"),
                    "SQL09", new HostState.Unread("it did not answer", "look at it"))));

    assertThat(told.keySet()).allSatisfy(host -> assertThat(other(told, host)).isEmpty());
    assertThat(told)
        .containsEntry("SQL09", new HostState.Unread("it did not answer", "look at it"));
  }

  private static HostState group(String node, String id) {
    return new HostState.Read(
        Map.of("MachineName", node, "ServerName", node, "ContainedAvailabilityGroup", id),
        Optional.empty(),
        Map.of());
  }

  private static HostState read(String... facts) {
    Map<String, String> pairs = new TreeMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      pairs.put(facts[i], facts[i + 1]);
    }
    return new HostState.Read(pairs, Optional.empty(), Map.of());
  }

  private static Optional<String> other(SortedMap<String, HostState> states, String host) {
    return states.get(host) instanceof HostState.Read read
        ? Optional.ofNullable(read.facts().get("SameServerAs"))
        : Optional.empty();
  }
}
