package org.relaycheck.rule.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.landscape.ReadConnector;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleResult;

class ConflictRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Tls, ExternalAuthoritative; ExchangeServers; false; ",
        "ExternalAuthoritative; AnonymousUsers; false; needs ExchangeServers",
        "ExternalAuthoritative, Integrated; ExchangeServers; false; goes with Tls only",
        "Tls, BasicAuth, BasicAuthRequireTLS; AnonymousUsers; true; ",
        "Tls, BasicAuthRequireTLS; AnonymousUsers; true; BasicAuthRequireTLS needs BasicAuth",
        "BasicAuth, BasicAuthRequireTLS; AnonymousUsers; false; BasicAuthRequireTLS needs",
        "None; AnonymousUsers; true; RequireTLS needs Tls",
        "None; None; false; "
      })
  void mechanisms_need_and_exclude_each_other(
      String mechanisms, String groups, String tls, String expected) {
    ReadConnector connector =
        ReadConnector.named("Relay")
            .with(AUTH_MECHANISM, mechanisms.split(", "))
            .with(PERMISSION_GROUPS, groups)
            .with(REQUIRE_TLS, tls);

    RuleResult result = judged(new AuthenticationCombination(), connector);

    assertThat(result.open()).isEmpty();
    assertThat(result.broken().values())
        .hasSize(expected == null ? 0 : 1)
        .allMatch(broken -> broken.breach().found().contains(expected));
  }

  @Test
  void what_is_known_to_be_no_conflict_needs_nothing_else() {
    ReadConnector connector =
        ReadConnector.named("Relay")
            .with(REQUIRE_TLS, "false")
            .with(PERMISSION_GROUPS, "ExchangeServers")
            .unread(AUTH_MECHANISM);

    RuleResult result = judged(new AuthenticationCombination(), connector);

    assertThat(result.open().values())
        .singleElement()
        .satisfies(
            open ->
                assertThat(open.lacks())
                    .containsExactly(
                        new UnknownFact(
                            "AuthMechanism is not known: access denied",
                            open.lacks().iterator().next().fix())));
    ReadConnector frontend =
        ReadConnector.named("Relay").with(TRANSPORT_ROLE, "FrontendTransport").unread(BINDINGS);
    assertThat(judged(new HubConnectorOnPort25(), frontend).open()).isEmpty();
  }

  @Test
  void a_conflict_is_not_ruled_out_by_what_was_not_read() {
    ReadConnector hub =
        ReadConnector.named("Relay").with(TRANSPORT_ROLE, "HubTransport").unread(BINDINGS);

    assertThat(judged(new HubConnectorOnPort25(), hub).open()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Version 15.0 (Build 1497.2); Mailbox; false",
        "Version 15.0 (Build 1497.2); Mailbox, ClientAccess; true",
        "Version 15.1 (Build 2507.6); Mailbox; true"
      })
  void port_25_is_free_only_where_no_front_end_service_runs(
      String version, String role, boolean broken) {
    ReadConnector hub =
        ReadConnector.named("Default")
            .with(TRANSPORT_ROLE, "HubTransport")
            .with(BINDINGS, "0.0.0.0:25");
    RuleResult result = new RuleResult();

    new HubConnectorOnPort25()
        .judge(
            ReadConnector.landscape(
                List.of(hub), Map.of("ExchangeVersion", version, "ServerRole", role)),
            result);

    assertThat(result.broken()).hasSize(broken ? 1 : 0);
    assertThat(result.open()).isEmpty();
  }

  private static RuleResult judged(Rule rule, ReadConnector connector) {
    RuleResult result = new RuleResult();
    rule.judge(ReadConnector.landscape(List.of(connector)), result);
    return result;
  }
}
