package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.state.Policy;

/** Which of several statements about one setting holds. */
class StrengthTest {

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
  void a_file_holds_against_what_it_includes() {
    relay("common.yaml", "", "MaxHops: 1, Banner: Hello");
    relay("policy.yaml", "common.yaml", "MaxHops: 2");

    Policy policy = desk.readFiles("policy.yaml");

    assertThat(only(policy)).containsExactly("MaxHops: 2", "Banner: Hello");
  }

  @Test
  void a_later_include_holds_against_an_earlier() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "", "MaxHops: 2");
    desk.lay("policy.yaml", "version: 1\ninclude: [a.yaml, b.yaml]\n");
    desk.lay("other.yaml", "version: 1\ninclude: [b.yaml, a.yaml]\n");

    assertThat(only(desk.readFiles("policy.yaml"))).containsExactly("MaxHops: 2");
    assertThat(only(desk.readFiles("other.yaml"))).containsExactly("MaxHops: 1");
  }

  @Test
  void a_file_that_two_include_is_weaker_than_both() {
    relay("common.yaml", "", "MaxHops: 1, Banner: Hello");
    relay("a.yaml", "common.yaml", "MaxHops: 2");
    desk.lay("policy.yaml", "version: 1\ninclude: [a.yaml, common.yaml]\n");

    Policy policy = desk.readFiles("policy.yaml");

    assertThat(only(policy)).containsExactly("MaxHops: 2", "Banner: Hello");
  }

  @Test
  void files_that_are_named_side_by_side_add_up_if_they_agree() {
    relay("a.yaml", "", "MaxHops: 1, Ranges: 10.0.0.0/24");
    relay("b.yaml", "", "Banner: Hello, Ranges: [10.0.0.0-10.0.0.255]");

    Policy policy = desk.readFiles("a.yaml", "b.yaml");

    assertThat(only(policy)).containsExactly("MaxHops: 1", "Banner: Hello", "Ranges: 10.0.0.0/24");
  }

  @Test
  void every_operator_can_agree_with_itself() {
    String same =
        "MaxHops: {atLeast: 1}, MaxWait: {atMost: 0}, Banner: {matches: a.*, set: ab},"
            + " Methods: {contains: Tls}, Ranges: {excludes: 10.0.0.1}, Fqdn: {not: a}";
    relay("a.yaml", "", same);
    relay("b.yaml", "", same);

    assertThat(only(desk.readFiles("a.yaml", "b.yaml"))).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MaxHops: {atLeast: 1} | MaxHops: {atLeast: 2}",
        "MaxHops: {atMost: 1} | MaxHops: {atMost: 2}",
        "MaxHops: {between: [1, 3]} | MaxHops: {between: [1, 4]}",
        "MaxHops: {atLeast: 1} | MaxHops: {atLeast: 1, set: 2}",
        "MaxHops: {atLeast: 1, set: 3} | MaxHops: {atLeast: 1, set: 2}",
        "MaxHops: {atLeast: 1, set: 3} | MaxHops: {atLeast: 2, set: 3}",
        "MaxHops: {is: 1, remediation: by-hand} | MaxHops: 1",
        "MaxHops: {any: true} | MaxHops: 1",
        "MaxHops: {oneOf: [1, 2]} | MaxHops: {oneOf: [1, 3]}",
        "Banner: {matches: a.*} | Banner: {matches: b.*}",
        "Methods: {contains: Tls} | Methods: {contains: Basic}",
        "Methods: {excludes: Tls} | Methods: {excludes: Basic}",
        "Methods: {contains: Tls} | Methods: {contains: Tls, excludes: Basic}",
        "Fqdn: '{host}.a' | Fqdn: '{host}.b'"
      })
  void expectations_that_are_not_the_same_do_not_agree(String one, String other) {
    relay("a.yaml", "", one);
    relay("b.yaml", "", other);

    String problems = desk.problemsOf("a.yaml", "b.yaml");

    assertThat(problems).startsWith("b.yaml:2:42  ").contains("are equally strong");
    assertThat(problems.lines()).hasSize(1);
  }

  @Test
  void includes_that_two_files_name_in_the_same_order_have_an_order() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "", "MaxHops: 2");
    desk.lay("p.yaml", "version: 1\ninclude: [a.yaml, b.yaml]\n");
    desk.lay("q.yaml", "version: 1\ninclude: [a.yaml, p.yaml]\n");

    assertThat(only(desk.readFiles("q.yaml", "p.yaml"))).containsExactly("MaxHops: 2");
    assertThat(only(desk.readFiles("p.yaml", "q.yaml"))).containsExactly("MaxHops: 2");
  }

  @Test
  void includes_that_two_files_name_in_another_order_are_equally_strong() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "", "MaxHops: 2");
    desk.lay("p.yaml", "version: 1\ninclude: [a.yaml, b.yaml]\n");
    desk.lay("q.yaml", "version: 1\ninclude: [b.yaml, a.yaml]\n");

    assertThat(desk.problemsOf("p.yaml", "q.yaml"))
        .startsWith("b.yaml:2:42  MaxHops of 'Relay': '2' (error) here and '1' (error) at a.yaml");
  }

  @Test
  void includes_whose_order_goes_round_are_equally_strong() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "", "MaxHops: 2");
    relay("c.yaml", "", "MaxHops: 3");
    desk.lay("p.yaml", "version: 1\ninclude: [a.yaml, b.yaml]\n");
    desk.lay("q.yaml", "version: 1\ninclude: [b.yaml, c.yaml]\n");
    desk.lay("r.yaml", "version: 1\ninclude: [c.yaml, a.yaml]\n");

    assertThat(desk.problemsOf("p.yaml", "q.yaml", "r.yaml").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("and '1' (error) at a.yaml:2:42 are equally strong"));
  }

  @Test
  void the_order_in_which_files_are_named_means_nothing() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "", "MaxHops: 2");

    assertThat(desk.problemsOf("b.yaml", "a.yaml"))
        .isEqualTo(desk.problemsOf("a.yaml", "b.yaml"))
        .startsWith("b.yaml:2:42");
  }

  @Test
  void a_resource_that_one_file_names_on_its_host_is_not_one_of_all() {
    desk.lay("a.yaml", "version: 1\nreceiveConnectors: {Relay: {hosts: all}}\n");
    relay("b.yaml", "", "MaxHops: 1");

    assertThat(Desk.told(desk.readFiles("a.yaml", "b.yaml")))
        .containsExactly(
            "EX01\\Relay (error) [MaxHops: 1 (error)]",
            "EX02\\Relay as one of all (error) []",
            "EX03\\Relay as one of all (error) []");
  }

  @Test
  void files_that_are_named_side_by_side_must_not_differ() {
    relay("a.yaml", "", "MaxHops: 1, Tarpit: 5s, Banner: {is: x, severity: error}");
    relay(
        "b.yaml",
        "",
        "MaxHops: {atLeast: 1}, Tarpit: 00:00:05, Banner: {is: x, severity: warning}");

    String problems = desk.problemsOf("a.yaml", "b.yaml");

    assertThat(problems)
        .isEqualTo(
            "b.yaml:2:42  MaxHops of 'Relay': 'at least 1' (error) here and '1' (error) at"
                + " a.yaml:2:42 are equally strong; remove one of the two, or let one file include"
                + " the other\n"
                + "b.yaml:2:83  Banner of 'Relay': 'x' (warning) here and 'x' (error) at"
                + " a.yaml:2:66 are equally strong; remove one of the two, or let one file include"
                + " the other");
  }

  @Test
  void what_is_overridden_by_a_stronger_file_is_no_conflict() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "a.yaml", "MaxHops: 2");
    relay("c.yaml", "", "MaxHops: 2");

    assertThat(only(desk.readFiles("b.yaml", "c.yaml"))).containsExactly("MaxHops: 2");
  }

  @Test
  void includes_of_different_files_are_equally_strong() {
    relay("a.yaml", "", "MaxHops: 1");
    relay("b.yaml", "", "MaxHops: 2");
    desk.lay("p.yaml", "version: 1\ninclude: a.yaml\n");
    desk.lay("q.yaml", "version: 1\ninclude: b.yaml\n");

    String problems = desk.problemsOf("p.yaml", "q.yaml");

    assertThat(problems)
        .startsWith("b.yaml:2:42  MaxHops of 'Relay': '2' (error) here and '1' (error) at a.yaml");
  }
}
