package org.relaycheck.rule.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relaycheck.landscape.ReadConnector;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleResult;

/** Connectors of one server that are put side by side. */
class SamePortConnectorsTest {

  @Test
  void another_binding_is_another_place() {
    RuleResult result =
        judged(
            new RemoteRangeOverlap(),
            relay("One", "0.0.0.0:25", "10.0.4.0/24"),
            relay("Two", "0.0.0.0:26", "10.0.4.0/24"),
            relay("Three", "10.0.0.5:25", "10.0.4.0/24"));

    assertThat(result.broken()).isEmpty();
    assertThat(result.open()).isEmpty();
  }

  @Test
  void a_range_of_the_other_family_does_not_count_at_a_binding() {
    ReadConnector one =
        ReadConnector.named("One")
            .with(BINDINGS, "0.0.0.0:25", "[::]:26")
            .with(REMOTE_IP_RANGES, "10.0.4.0/24", "2001:db8::/64");
    ReadConnector two =
        ReadConnector.named("Two")
            .with(BINDINGS, "0.0.0.0:26", "[::]:25")
            .with(REMOTE_IP_RANGES, "10.0.4.0/24", "2001:db8::/64");
    ReadConnector three =
        ReadConnector.named("Three")
            .with(BINDINGS, "[::]:26")
            .with(REMOTE_IP_RANGES, "2001:db8::/64");

    RuleResult result = judged(new RemoteRangeOverlap(), one, two, three);

    assertThat(names(result)).containsExactlyInAnyOrder("One", "Three");
  }

  @Test
  void a_connector_that_is_not_known_leaves_the_others_open_unless_they_are_broken_anyway() {
    RuleResult result =
        judged(
            new RemoteRangeOverlap(),
            relay("One", "0.0.0.0:25", "10.0.4.0/24"),
            relay("Two", "0.0.0.0:25", "10.0.4.0/24"),
            relay("Fine", "0.0.0.0:25", "10.0.9.0/24"),
            ReadConnector.named("Unread").with(BINDINGS, "0.0.0.0:25").unread(REMOTE_IP_RANGES));

    assertThat(names(result)).containsExactlyInAnyOrder("One", "Two");
    assertThat(result.open().values())
        .extracting(open -> open.lacks().iterator().next().why())
        .containsExactlyInAnyOrder(
            "of 'Unread' RemoteIPRanges is not known: access denied",
            "RemoteIPRanges is not known: access denied");
  }

  @Test
  void three_examples_are_enough() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add("10.0.4." + i);
    }
    ReadConnector one =
        ReadConnector.named("One")
            .with(BINDINGS, "0.0.0.0:25")
            .with(REMOTE_IP_RANGES, many.toArray(String[]::new));
    ReadConnector two =
        ReadConnector.named("Two")
            .with(BINDINGS, "0.0.0.0:25")
            .with(REMOTE_IP_RANGES, many.toArray(String[]::new));

    RuleResult result = judged(new RemoteRangeOverlap(), one, two);

    assertThat(result.broken().values())
        .allSatisfy(
            broken ->
                assertThat(broken.breach().found())
                    .startsWith("10.0.4.0 is a range of ")
                    .endsWith("; and 197 more"));
  }

  @Test
  void both_ends_of_a_role_conflict_are_told() {
    RuleResult result =
        judged(
            new PortOfOneRole(),
            role("Front", "FrontendTransport"),
            role("Hub", "HubTransport"),
            role("Other", "FrontendTransport"));

    assertThat(result.broken().values())
        .extracting(broken -> broken.breach().found())
        .containsExactlyInAnyOrder(
            "it is FrontendTransport on 0.0.0.0:25, where 'Hub' is HubTransport",
            "it is HubTransport on 0.0.0.0:25, where 'Front' is FrontendTransport",
            "it is FrontendTransport on 0.0.0.0:25, where 'Hub' is HubTransport");
  }

  private static ReadConnector relay(String name, String binding, String range) {
    return ReadConnector.named(name).with(BINDINGS, binding).with(REMOTE_IP_RANGES, range);
  }

  private static ReadConnector role(String name, String role) {
    return ReadConnector.named(name).with(BINDINGS, "0.0.0.0:25").with(TRANSPORT_ROLE, role);
  }

  private static RuleResult judged(Rule rule, ReadConnector... connectors) {
    RuleResult result = new RuleResult();
    rule.judge(ReadConnector.landscape(List.of(connectors)), result);
    return result;
  }

  private static List<String> names(RuleResult result) {
    return result.broken().keySet().stream().map(address -> address.name()).toList();
  }
}
