package org.relaycheck.waivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.policy.read.Desk;
import org.relaycheck.policy.read.TestKinds;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.MaintenanceWindow;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.Waivers;
import org.relaycheck.yaml.PolicyException;

class WaiversReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String WHO = ", reason: r, owner: o, until: 2027-11-24}\n";
  private static final String TARPIT =
      "  - {setting: Tarpit, kind: receiveConnectors, name: Relay, hosts: EX01, accepted: 5s" + WHO;

  @TempDir Path folder;

  private Waivers read(String text) throws PolicyException {
    Desk desk = Desk.in(folder).lay("relay-waivers.yaml", text);
    return reader().read(desk.path("relay-waivers.yaml"), desk.connections());
  }

  private static WaiversReader reader() {
    return new WaiversReader(
        List.of(TestKinds.CONNECTORS, TestKinds.ACCOUNTS), TestKinds.RULES, TODAY);
  }

  private List<String> problems(String text) {
    PolicyException wrong = catchThrowableOfType(PolicyException.class, () -> read(text));
    assertThat(wrong).as("the waivers have a problem").isNotNull();
    return wrong.problems().stream().map(p -> p.toString().replace(folder + "/", "")).toList();
  }

  @Test
  void a_waiver_says_what_is_accepted_where_by_whom_and_until_when() throws PolicyException {
    Waivers waivers =
        read(
            """
            waivers:
              - setting: Tarpit
                kind: receiveConnectors
                name: SQL Relay
                hosts: [ex01, EX02]
                accepted: 00:00:05
                reason: the sender is replaced in May
                owner: mail team
                until: 2027-11-24
                approvedBy: security board
                reference: CHG-1234
            """);

    Waiver waiver = waivers.waivers().get(0);
    assertThat(waivers.waivers()).hasSize(1);
    assertThat(waiver.scope())
        .isEqualTo(new Waiver.Scope("receiveConnectors", "SQL Relay", List.of("ex01", "EX02")));
    Object value = ((AcceptedDrift.Value<?>) waiver.accepted()).value().orElseThrow();
    assertThat(value).isEqualTo(Duration.ofSeconds(5));
    assertThat(waiver.accepted().show()).isEqualTo("Tarpit 00:00:05");
    assertThat(waiver.grant())
        .isEqualTo(
            new Waiver.Grant(
                "the sender is replaced in May",
                "mail team",
                LocalDate.of(2027, 11, 24),
                Optional.of("security board"),
                Optional.of("CHG-1234")));
    assertThat(waiver.place().line()).isEqualTo(2);
  }

  @Test
  void without_a_setting_the_resource_itself_is_meant() throws PolicyException {
    String start = "waivers:\n  - {kind: mailAccounts, name: A, hosts: SQL01, accepted: ";

    assertThat(read(start + "absent" + WHO).waivers().get(0).accepted())
        .isEqualTo(new AcceptedDrift.Existence(false));
    assertThat(read(start + "present" + WHO).waivers().get(0).accepted())
        .isEqualTo(new AcceptedDrift.Existence(true));
  }

  @Test
  void a_rule_is_accepted_by_the_values_that_break_it_whatever_the_resource()
      throws PolicyException {
    assertThat(
            read(rule("{Tarpit: 5s, 'EX02\\B': {Tarpit: 0:0:7}}"))
                .waivers()
                .get(0)
                .accepted()
                .show())
        .isEqualTo("tarpit-on-relay Tarpit 00:00:05, EX02\\B: Tarpit 00:00:07");
    assertThat(read(rule("broken")).waivers().get(0).accepted())
        .isEqualTo(new AcceptedDrift.Broken("tarpit-on-relay", List.of()));
  }

  private static String rule(String accepted) {
    return "waivers:\n"
        + "  - {rule: tarpit-on-relay, kind: receiveConnectors, name: A, hosts: EX01, accepted: "
        + accepted
        + WHO;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 s|'accepted' of rule tarpit-on-relay: found '5 s'; expected the values that break it,"
            + " such as {Tarpit: 20}: mvn relay:remediate writes them",
        "{}|'accepted' of rule tarpit-on-relay: found a mapping; expected the values that break it,"
            + " such as {Tarpit: 20}: mvn relay:remediate writes them",
        "{tarpit: 5s}|'tarpit' is not a key of 'accepted' of rule tarpit-on-relay; did you mean"
            + " 'Tarpit'?",
        "{Tarpit: 5 mins}|Tarpit: '5 mins' is not a duration such as 00:00:05 or 5s",
        "{B: {C: {Tarpit: 5s}}}|'C' is not a key of 'accepted' of rule tarpit-on-relay; expected one of Tarpit",
      })
  void what_breaks_a_rule_is_read_like_a_policy(String accepted, String text) {
    List<String> problems = problems(rule(accepted));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).endsWith("  " + text);
  }

  @Test
  void nothing_is_a_value_too() throws PolicyException {
    Waivers waivers = read("waivers:\n" + TARPIT.replace("5s", "''"));

    assertThat(waivers.waivers().get(0).accepted().show()).isEqualTo("Tarpit empty");
  }

  @Test
  void maintenance_is_one_mapping_or_several() throws PolicyException {
    Waivers one = read("maintenance: {hosts: ex02, until: 2026-12-08, reason: r, owner: o}\n");
    Waivers two =
        read(
            """
            maintenance:
              - {hosts: EX01, until: 2026-11-24, reason: r, owner: o}
              - {hosts: EX02, until: 2026-11-23, reason: r, owner: o}
            """);

    assertThat(one.maintenance("EX02", TODAY)).map(MaintenanceWindow::reason).contains("r");
    assertThat(one.maintenance("EX01", TODAY)).isEmpty();
    assertThat(two.maintenance("EX01", TODAY)).isPresent();
    assertThat(two.maintenance("EX02", TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hosts: EX01|hosts: EX0l|'EX0l' is no host of the connections; name each host here,"
            + " neither groups nor 'all'; did you mean 'EX01'?",
        "hosts: EX01|hosts: []|'hosts': found a list; expected names of hosts, such as [EX01, EX02]",
        ", hosts: EX01||'hosts' is missing; add it, such as 'hosts: [EX01, EX02]'",
        "Tarpit|tarpit|'tarpit' is not a setting of receiveConnectors; did you mean 'Tarpit'?",
        "accepted: 5s|accepted: 5 mins|Tarpit: '5 mins' is not a duration such as 00:00:05 or 5s",
        ", accepted: 5s||'accepted' is missing; state what is there now, such as 'accepted: 20',"
            + " or without 'setting' 'accepted: absent'",
        "setting: Tarpit|rule: ''|'rule': found nothing; expected a text such as per-source-limit",
        "setting: Tarpit, ||'accepted': found '5s'; expected one of absent, present",
        "setting: Tarpit|setting: Tarpit, rule: open-relay"
            + "|'setting' and 'rule' exclude each other; keep one of them",
        "owner: o|owner: ''|'owner': found nothing; expected a text such as mail team",
        ", reason: r||'reason' is missing; add it, such as"
            + " 'reason: the sender is replaced in May'",
        ", until: 2027-11-24||'until' is missing; add it, such as 'until: 2027-02-22'",
        "2027-11-24|2027-11-25|'until': found '2027-11-25';"
            + " expected a day within 365 days, at the latest 2027-11-24",
        "2027-11-24|2027-02-30|'until': found '2027-02-30'; expected a day such as 2026-11-24",
        "kind: receive|kind: recieve|'kind': found 'recieveConnectors';"
            + " expected one of mailAccounts, receiveConnectors",
        "owner: o|owner: o, approved: x|'approved' is not a key of a waiver;"
            + " did you mean 'approvedBy'?",
      })
  void a_problem_has_its_place_and_what_to_do(String right, String wrong, String text) {
    String waivers = "waivers:\n" + TARPIT.replace(right, wrong == null ? "" : wrong);

    List<String> problems = problems(waivers);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).matches("relay-waivers.yaml:2:[0-9]+  .*").endsWith("  " + text);
  }

  @Test
  void maintenance_ends_within_a_fortnight() {
    String text = "maintenance: {hosts: EX02, until: 2026-12-09, reason: r, owner: o}\n";

    assertThat(problems(text))
        .containsExactly(
            "relay-waivers.yaml:1:35  'until': found '2026-12-09';"
                + " expected a day within 14 days, at the latest 2026-12-08");
  }

  @Test
  void all_problems_are_told_at_once_and_other_keys_are_refused() {
    String text = "waiver:\n" + TARPIT + "maintenance: EX01\n";

    assertThat(problems(text))
        .containsExactly(
            "relay-waivers.yaml:1:1  'waiver' is not a key of the waivers;"
                + " did you mean 'waivers'?",
            "relay-waivers.yaml:3:14  'maintenance': found 'EX01';"
                + " expected a list of mappings such as {hosts: EX01, ...}");
  }

  @Test
  void without_connections_hosts_are_taken_as_they_are() throws PolicyException {
    Desk desk = Desk.in(folder).lay("w.yaml", "waivers:\n" + TARPIT.replace("EX01", "EX77"));

    Waivers waivers = reader().read(desk.path("w.yaml"), Optional.empty());

    assertThat(waivers.waivers().get(0).scope().hosts()).containsExactly("EX77");
  }

  @Test
  void a_name_with_the_mark_is_that_of_each_host_s_server() throws PolicyException {
    String text =
        """
        waivers:
          - setting: Tarpit
            kind: receiveConnectors
            name: 'Default {host}'
            hosts: [EX01, ex02]
            accepted: 5s
            reason: r
            owner: o
            until: 2027-11-24
        """;

    Waivers waivers = read(text);

    assertThat(waivers.waivers())
        .extracting(Waiver::scope)
        .containsExactly(
            new Waiver.Scope("receiveConnectors", "Default EX01", List.of("EX01")),
            new Waiver.Scope("receiveConnectors", "Default EDGE02", List.of("ex02")));
  }

  @Test
  void a_group_is_refused_beside_the_mark_too() {
    String text = TARPIT.replace("Relay", "'Default {host}'").replace("EX01", "hubs");

    assertThat(problems("waivers:\n" + text))
        .singleElement()
        .asString()
        .contains("'hubs' is no host of the connections", "neither groups nor 'all'");
  }
}
