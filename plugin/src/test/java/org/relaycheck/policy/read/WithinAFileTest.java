package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Severity;

/** Which of several statements about one setting holds. */
class WithinAFileTest {

  @TempDir private Path folder;
  private Desk desk = Desk.in(Path.of("."));

  @BeforeEach
  void empty_desk() {
    desk = Desk.in(folder);
  }

  private Desk relay(String file, String include, String body) {
    String head = "version: 1\n" + (include.isEmpty() ? "" : "include: " + include + "\n");
    return desk.lay(file, head + "receiveConnectors: {Relay: {hosts: EX01, " + body + "}}\n");
  }

  private static List<String> only(Policy policy) {
    assertThat(policy.desired()).hasSize(1);
    return Desk.statements(policy.desired().get(0));
  }

  @Test
  void at_holds_against_own_and_own_against_templates_and_a_later_template_against_an_earlier() {
    String templates =
        """
        version: 1
        groups: {hubs: [EX01, EX02]}
        templates:
          receiveConnectors:
            base: {MaxHops: 1, Banner: base, Fqdn: base, Tags: base}
            first: {like: base, Banner: first, Fqdn: first, Tags: first}
            second: {Fqdn: second, Tags: second}
        receiveConnectors:
          Relay:
            hosts: hubs
            like: [first, second]
            Tags: own
            Role: Hub
            at: {EX02: {Role: Mailbox, Tags: at}}
        """;

    Policy policy = desk.lay("policy.yaml", templates).readFiles("policy.yaml");

    assertThat(policy.desired())
        .extracting(Desk::statements)
        .containsExactly(
            List.of("MaxHops: 1", "Role: Hub", "Banner: first", "Fqdn: second", "Tags: own"),
            List.of("MaxHops: 1", "Role: Mailbox", "Banner: first", "Fqdn: second", "Tags: at"));
  }

  @Test
  void any_takes_back_what_was_inherited() {
    Policy policy =
        desk.read(
            """
            templates:
              receiveConnectors:
                a: {MaxHops: 1, Banner: Hello, Role: Hub}
                b: {like: a, Banner: {any: true}}
            receiveConnectors:
              Relay: {hosts: EX01, like: b, MaxHops: {any: true, why: not here}}
            """);

    assertThat(only(policy)).containsExactly("Role: Hub");
  }

  @Test
  void a_template_may_be_changed_by_a_stronger_file() {
    desk.lay(
        "common.yaml",
        "version: 1\ntemplates: {receiveConnectors: {a: {MaxHops: 1, Role: Hub}}}\n");

    Policy policy =
        desk.read(
            """
            include: common.yaml
            templates: {receiveConnectors: {a: {MaxHops: 2}}}
            receiveConnectors: {Relay: {hosts: EX01, like: a}}
            """);

    assertThat(only(policy)).containsExactly("MaxHops: 2", "Role: Hub");
  }

  @Test
  void a_template_that_a_file_names_is_as_strong_as_that_file() {
    relay("common.yaml", "", "MaxHops: 1");
    desk.lay("t.yaml", "version: 1\ntemplates: {receiveConnectors: {a: {MaxHops: 2}}}\n");
    relay("policy.yaml", "[t.yaml, common.yaml]", "like: a");

    assertThat(only(desk.readFiles("policy.yaml"))).containsExactly("MaxHops: 2");
  }

  @Test
  void state_and_severity_are_those_of_the_strongest_file() {
    relay("common.yaml", "", "MaxHops: 1, severity: warning, why: common");
    relay("policy.yaml", "common.yaml", "state: absent");

    Desired desired = desk.readFiles("policy.yaml").desired().get(0);

    assertThat(desired.presence()).isEqualTo(new Presence.Absent());
    assertThat(desired.statements()).isEmpty();
    assertThat(desired.severity()).isEqualTo(Severity.WARNING);
    assertThat(desired.why()).contains("common");
    assertThat(desired.origin().place().file()).endsWith("policy.yaml");
  }

  @Test
  void present_and_absent_do_not_agree() {
    relay("a.yaml", "", "state: absent");
    relay("b.yaml", "", "MaxHops: 1");

    assertThat(desk.problemsOf("a.yaml", "b.yaml"))
        .isEqualTo(
            "b.yaml:2:21  'Relay': the state is not the same here as at a.yaml:2:21, which is"
                + " equally strong; remove one of the two");
  }

  @Test
  void names_in_two_files_must_not_differ_only_in_case() {
    relay("a.yaml", "", "MaxHops: 1");
    desk.lay("b.yaml", "version: 1\nreceiveConnectors: {RELAY: {hosts: EX01}}\n");

    assertThat(desk.problemsOf("a.yaml", "b.yaml"))
        .isEqualTo(
            "b.yaml:2:21  'RELAY' and 'Relay' at a.yaml:2:21 differ only in case, so they are one;"
                + " keep one spelling");
  }

  @Test
  void unlisted_is_that_of_the_strongest_file() {
    desk.lay(
        "common.yaml", "version: 1\ngroups: {hubs: ex02}\nunlisted: {receiveConnectors: error}\n");

    Policy policy =
        desk.read(
            """
            include: common.yaml
            groups: {hubs: EX02}
            unlisted: {receiveConnectors: ignore}
            receiveConnectors: {Relay: {hosts: hubs}}
            """);

    assertThat(Desk.told(policy)).containsExactly("EX02\\Relay (error) []");
    assertThat(policy.unlisted()).isEqualTo(Map.of("receiveConnectors", Severity.IGNORE));
  }

  @Test
  void a_group_that_a_file_and_what_it_includes_define_differently_is_a_problem() {
    desk.lay("common.yaml", "version: 1\ngroups: {hubs: [EX01, EX02]}\n");

    assertThat(desk.problems("include: common.yaml\ngroups: {hubs: EX02}\n"))
        .isEqualTo(
            "policy.yaml:3:10  group 'hubs' lists other hosts than at common.yaml:2:10; keep one of"
                + " the two, or give one another name");
  }

  @Test
  void groups_of_equally_strong_files_must_not_differ() {
    desk.lay("a.yaml", "version: 1\ngroups: {hubs: [EX01, EX02]}\n");
    desk.lay("b.yaml", "version: 1\ngroups: {hubs: [EX02, ex01]}\n");
    desk.lay("c.yaml", "version: 1\ngroups: {hubs: EX01}\n");

    assertThat(desk.readFiles("a.yaml", "b.yaml").desired()).isEmpty();
    assertThat(desk.problemsOf("a.yaml", "c.yaml"))
        .isEqualTo(
            "c.yaml:2:10  group 'hubs' lists other hosts than at a.yaml:2:10; keep one of the two,"
                + " or give one another name");
  }
}
