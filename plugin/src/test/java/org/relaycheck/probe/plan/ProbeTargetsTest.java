package org.relaycheck.probe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CATALOGUE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Raw;

class ProbeTargetsTest {

  private final List<Desired> desired = new ArrayList<>();
  private final SortedMap<String, HostState> hosts = new TreeMap<>();
  private final Map<String, HostSurroundings> surroundings = new TreeMap<>();

  @Test
  void a_host_is_called_by_a_name_that_leads_to_it_alone() {
    connector("EX01", "0.0.0.0:25");
    connector("EX02", "0.0.0.0:25");
    answers("EX01", "relay.corp.example", "one.corp.example");
    answers("EX02", "RELAY.corp.example");

    assertThat(endpoints())
        .containsExactly("one.corp.example port 25", "ex02.corp.example port 25");
  }

  @Test
  void every_port_is_called_once_whatever_the_addresses_are() {
    connector("EX01", "0.0.0.0:25,[::]:25,0.0.0.0:587");
    answers("EX01", "one.corp.example");

    assertThat(endpoints())
        .containsExactly("one.corp.example port 25", "one.corp.example port 587");
  }

  @Test
  void an_address_that_a_connector_listens_on_is_called_where_no_name_is_known() {
    connector("EX01", "192.0.2.25:25");

    assertThat(endpoints()).containsExactly("192.0.2.25 port 25");
  }

  @Test
  void a_connector_without_a_known_port_has_a_place_that_cannot_be_called() {
    connector("EX01", "");

    List<ProbeTarget> targets = targets().all();

    assertThat(targets).singleElement().satisfies(target -> assertThat(target.gap()).isPresent());
  }

  @Test
  void hosts_that_were_left_out_and_connectors_that_are_to_go_are_not_called() {
    connector("EX01", "0.0.0.0:25");
    connector("EX02", "0.0.0.0:25");
    hosts.put("EX01", new HostState.Skipped("left out"));
    Desired kept = desired.remove(1);
    desired.add(
        new Desired(
            kept.selector(),
            new Presence.Absent(),
            List.of(),
            Severity.ERROR,
            kept.origin(),
            Optional.empty()));

    assertThat(endpoints()).isEmpty();
  }

  private List<String> endpoints() {
    return targets().all().stream().map(target -> target.endpoint().toString()).toList();
  }

  private ProbeTargets targets() {
    Map<String, String> servers = Map.of("EX01", "ex01.corp.example", "EX02", "ex02.corp.example");
    SiteKnowledge site = new SiteKnowledge(servers, surroundings, LocalDate.of(2026, 11, 24));
    return new ProbeTargets(new Policy(desired, Map.of()), hosts, site);
  }

  private void answers(String host, String... names) {
    surroundings.put(
        host,
        new HostSurroundings(List.of(names), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private void connector(String host, String bindings) {
    hosts.put(host, new HostState.Unread("nobody asked", "ask"));
    Origin origin = Origin.at(new Place("policy.yaml", 1, 1));
    Address address = new Address(CATALOGUE.kind(), host, "Relay");
    desired.add(
        new Desired(
            new Selector.Named(address, Addressed.BY_NAME),
            new Presence.Present(List.of()),
            bindings.isEmpty() ? List.of() : List.of(statement(BINDINGS, bindings, origin)),
            Severity.ERROR,
            origin,
            Optional.empty()));
  }

  private static <T> Statement<T> statement(Property<T> row, String text, Origin origin) {
    return new Statement<>(
        row,
        new IsExactly<>(row.read(Raw.text(text)).known()),
        Severity.ERROR,
        Remediation.SCRIPT,
        origin,
        Optional.empty());
  }
}
