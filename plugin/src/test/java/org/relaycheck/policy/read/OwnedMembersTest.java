package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Statement;

/** Members of sets with who answers for them, in the policy and in a file beside it. */
class OwnedMembersTest {

  private static final String LISTED =
      "version: 1\nreceiveConnectors: {Relay: {hosts: EX01, Ranges: {file: lists/senders.csv}}}\n";

  @TempDir private Path folder;
  private Desk desk = Desk.in(Path.of("."));

  @BeforeEach
  void empty_desk() {
    desk = Desk.in(folder);
  }

  private static List<String> told(Statement<?> statement) {
    return statement.members().stream()
        .filter(OwnedMember::isOwned)
        .map(OwnedMember::told)
        .toList();
  }

  private String listed(String senders) {
    return desk.lay("policy.yaml", LISTED)
        .lay("lists/senders.csv", senders)
        .problemsOf("policy.yaml");
  }

  @Test
  void an_element_may_say_who_answers_for_it() {
    Statement<?> statement =
        desk.statement(
            "Ranges: [{10.20.4.11: {owner: billing, ticket: CHG-4711, until: 2027-03-31, why: month"
                + " end}}, 10.20.4.32/28]");

    assertThat(statement.show()).isEqualTo("10.20.4.11, 10.20.4.32/28");
    assertThat(told(statement))
        .containsExactly("10.20.4.11 (billing, CHG-4711, until 2027-03-31, month end)");
    assertThat(statement.members().get(0).daysLeft(LocalDate.parse("2027-04-01"))).contains(-1L);
  }

  @ParameterizedTest
  @CsvSource({
    "'Ranges: {contains: [{10.0.0.1: {owner: a}}, {10.0.0.2: ~}]}', '10.0.0.1 (a)'",
    "'Ranges: {is: [{10.0.0.1: {owner: a}, 10.0.0.2: {}}], severity: warning}', '10.0.0.1 (a)'",
    "'Tags: [{red: {until: 2027-01-01}}, blue]', 'red (until 2027-01-01)'"
  })
  void it_may_in_any_set_and_beside_an_operator(String setting, String expected) {
    assertThat(told(desk.statement(setting))).containsExactly(expected);
  }

  @Test
  void a_set_may_come_from_a_file_beside_in_part_or_as_a_whole() {
    desk.lay(
        "senders.csv",
        "address,owner,until,ticket\n# the second floor\n\n10.0.0.1,\"a, b\",2027-01-01,C-1\n"
            + "10.0.0.2\n");
    desk.lay("bare.csv", "10.0.0.8/30;;;;\"said \"\"yes\"\"\"\r\n10.0.0.3\r\n");

    Statement<?> whole = desk.statement("Ranges: {file: senders.csv, severity: warning}");
    Statement<?> part = desk.statement("Ranges: {contains: [10.0.0.9, {file: bare.csv}]}");

    assertThat(whole.show()).isEqualTo("10.0.0.1-10.0.0.2");
    assertThat(whole.severity().word()).isEqualTo("warning");
    assertThat(told(whole)).containsExactly("10.0.0.1 (a, b, C-1, until 2027-01-01)");
    assertThat(told(part)).containsExactly("10.0.0.8/30 (said \"yes\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1\\n10.0.0.999,a | 2:1  Ranges: '10.0.0.999' is not an address",
        "10.0.0.1,a,C-1,31.3.2027 | 1:16  'until': '31.3.2027' is not a day such as 2027-03-31",
        "10.0.0.1,a,C-1,,x,y | 1:19  'y' is in no column; put a text with commas in double quotes",
        "10.0.0.1,\"a | 1:10  a quote has no end",
        "address,owner\\n,billing | 2:1  names no address",
        "address,ownr\\n10.0.0.1,a | 1:9  'ownr' is no column of its own; expected some of"
      })
  void a_broken_line_has_a_place(String senders, String expected) {
    assertThat(listed(senders.replace("\\n", "\n"))).startsWith("lists/senders.csv:" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ranges: [{owner: billing}] | 'owner' stands without a member; expected {10.20.4.11:",
        "Ranges: [{10.0.0.1: billing}] | '10.0.0.1': found 'billing'; expected who answers for it",
        "Ranges: [{10.0.0.1: {ownr: a}}] | 'ownr' is not a key of a member; did you mean 'owner'?",
        "Ranges: [{10.0.0.1: {until: soon}}] | 'until': 'soon' is not a day such as 2027-03-31",
        "Ranges: {file: none.csv} | there is no file 'none.csv'",
        "Ranges: {file: [a, b]} | 'file': found a list; expected a name: senders.csv",
        "Banner: [{a: {owner: b}}] | Banner: an item is a mapping"
      })
  void what_is_said_wrongly_is_a_problem(String setting, String expected) {
    assertThat(desk.problem(setting)).contains(expected);
  }

  @Test
  void a_policy_can_ask_for_owners_of_all_addresses() {
    desk.lay("senders.csv", "10.0.0.1,billing\n10.0.0.2,,C-2\n");

    String problems =
        desk.problems(
            """
            require: [owner]
            receiveConnectors:
              Relay:
                hosts: EX01
                Tags: [red]
                Ranges: [{file: senders.csv}, 10.0.0.3, {10.0.0.4: {owner: me}}]
            """);

    assertThat(problems.lines())
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith(
                    "policy.yaml:7:35  '10.0.0.3' has no owner, which 'require' asks for"))
        .anyMatch(line -> line.startsWith("senders.csv:2:1  '10.0.0.2' has no owner, "));
    assertThat(desk.problems("require: [boss]\n"))
        .contains("policy.yaml:2:11  'boss' is nothing that an address has");
  }
}
