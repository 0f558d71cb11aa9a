package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

class PolicyHostsTest {

  @TempDir Path folder;
  private Desk desk = Desk.in(Path.of("."));

  @BeforeEach
  void empty_desk() {
    desk = Desk.in(folder);
  }

  @Test
  void all_means_every_host_whose_connection_may_hold_the_kind() {
    Policy policy =
        desk.read(
            "receiveConnectors: {Relay: {hosts: all, at: {ex01: {MaxHops: 4}}, MaxHops: 3}}\n");

    assertThat(Desk.told(policy))
        .containsExactly(
            "EX01\\Relay as one of all (error) [MaxHops: 4 (error)]",
            "EX02\\Relay as one of all (error) [MaxHops: 3 (error)]",
            "EX03\\Relay as one of all (error) [MaxHops: 3 (error)]");
  }

  @Test
  void a_host_that_is_named_beside_all_is_meant_by_name() {
    Policy policy = desk.read("mailAccounts: {Mailer: {hosts: [sql01, all]}}\n");

    assertThat(Desk.told(policy))
        .containsExactly(
            "EX03\\Mailer as one of all (error) []",
            "SQL01\\Mailer (error) []",
            "SQL02\\REPORTING\\Mailer as one of all (error) []");
  }

  @Test
  void a_statement_that_is_addressed_to_nobody_is_a_problem() {
    String nobody =
        "'all' matches no host: mailAccounts are asked of SQL Server, and the connections have"
            + " none; connect one, or add 'optional: true' beside 'hosts' if there may be none";

    assertThat(withExchangeOnly("mailAccounts: {Mailer: {hosts: all}}\n"))
        .isEqualTo("policy.yaml:2:32  " + nobody);
    assertThat(
            withExchangeOnly(
                "templates: {mailAccounts: {t: {timeout: 30}}}\nbaselines: [{like: t, hosts:"
                    + " all}]\n"))
        .isEqualTo("policy.yaml:3:30  " + nobody);
  }

  @Test
  void nobody_need_be_there_where_the_policy_says_optional() {
    String policy =
        """
        groups: {none: [], unused: []}
        templates: {mailAccounts: {t: {timeout: 30}}}
        mailAccounts: {Mailer: {hosts: all, optional: true, at: {none: {timeout: 26, optional: true}}}}
        receiveConnectors:
          A: {hosts: [EX01, none], optional: true, state: absent}
          B: {hosts: EX01, at: {none: {optional: true, MaxHops: 5}, EX02: {optional: true}}}
        baselines: [{like: t, hosts: all, optional: true}]
        """;

    assertThat(withExchangeOnly(policy)).isEmpty();
    assertThat(withExchangeOnly(policy.replace("optional: true", "optional: false")))
        .hasLineCount(6);
  }

  private String withExchangeOnly(String policy) {
    desk.lay("policy.yaml", "version: 1\n" + policy);
    desk.lay(
        "exchange.yaml",
        "powershell: {org: {local: true}}\nhosts: {EX01: {powershell: org}, EX02: {powershell:"
            + " org}}\n");
    try {
      Connections connections = new ConnectionsReader().read(desk.path("exchange.yaml"));
      desk.reader().read(List.of(desk.path("policy.yaml")), Optional.of(connections));
      return "";
    } catch (PolicyException wrong) {
      return String.valueOf(wrong.getMessage()).replace(folder + "/", "");
    }
  }

  @Test
  void a_host_is_spelled_as_the_connections_spell_it() {
    Policy policy = desk.read("receiveConnectors: {Relay: {hosts: eX03}}\n");

    assertThat(Desk.told(policy)).containsExactly("EX03\\Relay (error) []");
  }

  @Test
  void host_stands_for_the_name_that_the_server_gives_itself() {
    Policy policy =
        desk.read(
            """
            templates: {mailAccounts: {t: {server_name: {matches: '{host}\\..*', set: '{host}.corp'}}}}
            receiveConnectors:
              'Default {host}': {hosts: [EX01, EX02], Fqdn: '{host}.corp', create: {Usage: Custom}}
            mailAccounts: {Mailer: {hosts: 'SQL02\\REPORTING', like: t}}
            """);

    assertThat(Desk.told(policy))
        .containsExactly(
            "SQL02\\REPORTING\\Mailer (error) [server_name: matching \\QSQL02\\REPORTING\\E\\..*"
                + " (error, set SQL02\\REPORTING.corp)]",
            "EX01\\Default EX01 (error) [Fqdn: EX01.corp (error)]",
            "EX02\\Default EDGE02 (error) [Fqdn: EDGE02.corp (error)]");
  }

  @Test
  void without_connections_hosts_are_taken_as_they_are() throws PolicyException {
    desk.lay(
        "policy.yaml",
        """
        version: 1
        groups: {hubs: [HUB1, hub2]}
        receiveConnectors:
          A: {hosts: hubs, at: {HUB2: {MaxHops: 5}}, Fqdn: '{host}'}
          B: {hosts: all, at: {HUB7: {MaxHops: 5}}}
        """);

    Policy policy = desk.reader().read(List.of(desk.path("policy.yaml")), Optional.empty());

    assertThat(Desk.told(policy))
        .containsExactly(
            "HUB1\\A (error) [Fqdn: HUB1 (error)]",
            "hub2\\A (error) [MaxHops: 5 (error), Fqdn: hub2 (error)]");
  }

  @Test
  void what_is_only_for_creating_is_kept_apart() {
    Desired desired =
        desk.read("receiveConnectors: {A: {hosts: EX01, create: {Usage: internal}}}\n")
            .desired()
            .get(0);

    assertThat(desired.statements()).isEmpty();
    assertThat(((Presence.Present) desired.presence()).create())
        .extracting(Desk::told)
        .containsExactly("Usage: Internal (error)");
  }

  @Test
  void one_problem_with_a_name_of_a_host_is_told_once_for_all_hosts() {
    desk.lay(
        "policy.yaml",
        "version: 1\n"
            + "receiveConnectors: {A: {hosts: [LONG01, EX01, LONG02], Fqdn:"
            + " '{host}.corp12.example'}}");

    PolicyException broken =
        catchThrowableOfType(
            PolicyException.class,
            () -> desk.reader().read(List.of(desk.path("policy.yaml")), Optional.empty()));

    assertThat(broken.problems())
        .extracting(FileProblem::text)
        .containsExactly("Fqdn: 'LONG01.corp12.example' is not at most 20 characters long");
  }

  @Test
  void resources_on_many_hosts_share_their_statements() {
    Policy policy =
        desk.read(
            """
            templates: {receiveConnectors: {t: {MaxHops: 5, Banner: Hello}, u: {Role: Hub}}}
            receiveConnectors:
              A: {hosts: all, like: t}
              B: {hosts: EX01, like: t}
              C: {hosts: EX01, like: t, Role: Hub}
              D: {hosts: all, MaxHops: 5}
              E: {hosts: EX02, like: [t, u]}
              F: {hosts: EX03, like: [t, u]}
            """);

    Map<String, Desired> all =
        policy.desired().stream()
            .collect(
                Collectors.toMap(
                    d -> ((Selector.Named) d.selector()).address().toString(), d -> d));
    assertThat(shared(all, "EX01\\A")).isSameAs(shared(all, "EX02\\A"));
    assertThat(shared(all, "EX01\\A")).isSameAs(shared(all, "EX01\\B"));
    assertThat(shared(all, "EX01\\C").get(0)).isSameAs(shared(all, "EX01\\A").get(0));
    assertThat(shared(all, "EX01\\D")).isSameAs(shared(all, "EX03\\D"));
    assertThat(shared(all, "EX02\\E")).isSameAs(shared(all, "EX03\\F"));
  }

  private static List<Statement<?>> shared(Map<String, Desired> all, String address) {
    return Optional.ofNullable(all.get(address)).orElseThrow().statements();
  }
}
