package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Policy;

class BaselinesTest {

  private static final String TEMPLATES =
      """
      templates:
        receiveConnectors:
          a: {MaxHops: 5, Banner: {is: x, severity: ignore, remediation: by-hand}, Fqdn: '{host}'}
          b: {MaxHops: 6}
      """;

  @TempDir Path folder;

  @Test
  void a_baseline_is_fixed_by_hand_and_matters_as_its_lines_say() {
    Policy policy =
        Desk.in(folder)
            .read(TEMPLATES + "baselines: [{like: a, hosts: EX02, severity: warning}]\n");

    assertThat(Desk.told(policy))
        .containsExactly(
            "receiveConnectors on EX02 by a where [] (warning) [MaxHops: 5 (warning, by hand),"
                + " Banner: x (ignore, by hand), Fqdn: EDGE02 (warning, by hand)]");
  }

  @Test
  void a_baseline_may_let_a_script_fix_what_its_lines_do_not_keep_from_it() {
    Policy policy =
        Desk.in(folder)
            .read(TEMPLATES + "baselines: [{like: a, hosts: EX01, remediation: script}]\n");

    assertThat(Desk.told(policy))
        .containsExactly(
            "receiveConnectors on EX01 by a where [] (error) [MaxHops: 5 (error),"
                + " Banner: x (ignore, by hand), Fqdn: EX01 (error)]");
  }

  @Test
  void each_template_of_a_baseline_stands_for_itself() {
    Policy policy =
        Desk.in(folder)
            .read(
                TEMPLATES
                    + "baselines:\n"
                    + "- {like: [a, b], hosts: all, where: {setup: false, Ranges: {not: '::1'}}}\n");

    assertThat(policy.desired()).hasSize(6);
    assertThat(Desk.told(policy).get(5))
        .isEqualTo(
            "receiveConnectors on EX03 as one of all by b where [Ranges: not ::1 (error),"
                + " setup: false (error)] (error) [MaxHops: 6 (error, by hand)]");
  }

  @Test
  void a_line_says_from_which_template_and_place_it_comes() {
    Desk desk =
        new Desk(
            folder,
            Map.of(
                "p",
                """
                version: 1
                templates:
                  receiveConnectors:
                    common: {MaxHops: 5}
                    p: {like: common, Banner: x}
                """));

    Desired desired =
        desk.read("include: preset:p\nbaselines: [{like: p, hosts: EX01}]\n").desired().get(0);

    assertThat(desired.statements())
        .extracting(s -> s.origin().place() + " " + s.origin().template().orElse(""))
        .containsExactly("preset:p:4:14 common", "preset:p:5:23 p");
    assertThat(desired.origin()).isEqualTo(Origin.at(desired.origin().place()));
  }

  @Test
  void a_baseline_that_is_stated_twice_is_one() {
    Policy policy =
        Desk.in(folder)
            .read(
                TEMPLATES
                    + """
                    baselines:
                    - {like: b, hosts: all, where: {Role: Hub}}
                    - {like: b, hosts: ex01, where: {Role: {is: hub}}}
                    - {like: b, hosts: EX01, where: {Role: Mailbox}}
                    """);

    assertThat(Desk.told(policy))
        .containsExactly(
            "receiveConnectors on EX01 by b where [Role: Hub (error)] (error)"
                + " [MaxHops: 6 (error, by hand)]",
            "receiveConnectors on EX02 as one of all by b where [Role: Hub (error)] (error)"
                + " [MaxHops: 6 (error, by hand)]",
            "receiveConnectors on EX03 as one of all by b where [Role: Hub (error)] (error)"
                + " [MaxHops: 6 (error, by hand)]",
            "receiveConnectors on EX01 by b where [Role: Mailbox (error)] (error)"
                + " [MaxHops: 6 (error, by hand)]");
  }

  @Test
  void a_baseline_that_is_stated_twice_must_say_the_same() {
    String problems =
        Desk.in(folder)
            .problems(
                TEMPLATES
                    + """
                    baselines:
                    - {like: b, hosts: all}
                    - {like: b, hosts: EX01, remediation: script}
                    - {like: b, hosts: [EX02, EX03], severity: warning}
                    """);

    assertThat(problems)
        .isEqualTo(
            "policy.yaml:8:3  baseline 'b' selects the same as at policy.yaml:7:3, with another"
                + " severity or remediation; keep one of the two\n"
                + "policy.yaml:9:3  baseline 'b' selects the same as at policy.yaml:7:3, with"
                + " another severity or remediation; keep one of the two");
  }

  @Test
  void a_preset_holds_templates_only() {
    Desk desk = new Desk(folder, Map.of("p", "version: 1\ngroups: {a: EX01}\n"));

    assertThat(desk.problems("include: preset:p\n"))
        .isEqualTo("preset:p:2:1  a preset holds 'version' and 'templates' only");
  }
}
