package org.relaycheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relaycheck.state.HostState;

class SameServerTest {

  @Test
  void hosts_that_lead_to_one_server_are_told() {
    Map<String, HostState> states =
        Map.of(
            "SQL01", read("MachineName", "NODE1", "ServerName", "SQL01"),
            "ALIAS", read("MachineName", "node1", "ServerName", "sql01"),
            "SQL02", read("MachineName", "NODE2", "ServerName", "SQL02"));

    assertThat(SameServer.of(new TreeMap<>(states)))
        .containsExactly("ALIAS and SQL01 lead to the same msdb; keep one of them");
  }

  @Test
  void the_nodes_of_a_contained_availability_group_are_one_server() {
    Map<String, HostState> states =
        Map.of(
            "A", group("NODE1", "5a1e7b52"),
            "B", group("NODE2", "5A1E7B52"),
            "C", group("NODE1", "77777777"),
            "D", read("MachineName", "NODE1", "ServerName", "NODE1"));

    assertThat(SameServer.of(new TreeMap<>(states)))
        .containsExactly("A and B lead to the same msdb; keep one of them");
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

    assertThat(SameServer.of(new TreeMap<>(states))).isEmpty();
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
