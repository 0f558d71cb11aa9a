package org.relaycheck.landscape.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relaycheck.state.Address;

class FlowNodeTest {

  private static final Address ONE = new Address("receiveConnectors", "EX01", "Relay EX01");
  private static final Address TWO = new Address("receiveConnectors", "EX02", "Relay EX02");

  @Test
  void what_differs_in_its_host_only_is_one() {
    FlowNode one = node(ONE, "size 36MB (MaxMessageSize of EX01)");
    FlowNode two = node(TWO, "size 36MB (MaxMessageSize of EX02)");

    assertThat(one.shape()).isEqualTo(two.shape());
    assertThat(one.like(List.of(ONE, TWO)).title())
        .containsExactly("Relay {host}", "2 hosts like EX01");
    assertThat(one.like(List.of(ONE, TWO)).words())
        .containsExactly("size 36MB (MaxMessageSize of {host})");
  }

  @Test
  void what_has_other_limits_or_was_not_read_is_another() {
    FlowNode one = node(ONE, "size 36MB");

    assertThat(one.shape()).isNotEqualTo(node(TWO, "size 10MB").shape());
    assertThat(one.shape())
        .isNotEqualTo(new FlowNode(List.of(TWO), List.of("size 36MB"), false, List.of()).shape());
  }

  @Test
  void one_alone_keeps_its_name() {
    assertThat(node(ONE, "x").like(List.of(ONE)).title()).containsExactly("EX01\\Relay EX01");
  }

  private static FlowNode node(Address address, String words) {
    return new FlowNode(List.of(address), List.of(words), true, List.of());
  }
}
