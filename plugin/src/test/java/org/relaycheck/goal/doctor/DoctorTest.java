package org.relaycheck.goal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.yaml.PolicyException;

/** Records that are examined: each step fails in turn. */
class DoctorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String TODAY = "2026-11-24T09:00:00Z";

  @TempDir private Path folder;

  @BeforeEach
  void records() throws Exception {
    write("good.xml", record("EX01", TODAY, "<value name='TarpitInterval'>00:00:05</value>"));
    write("torn.xml", record("EX02", TODAY, "<unread name='Banner'>not permitted</unread>"));
    write("old.xml", record("EX03", "2026-11-20T09:00:00Z", ""));
    write("broken.xml", record("EX04", TODAY, "").substring(0, 120));
    write("other.xml", record("EX09", TODAY, ""));
    write(
        "unread.xml",
        "<record version='1' host='SQL01' read='"
            + TODAY
            + "'><unread kind='mailAccounts'>the login is refused</unread></record>");
  }

  @Test
  void each_record_is_gone_through_step_by_step() throws Exception {
    WayExaminations all =
        examine(
            new RecordSource(ResourceKinds.receiveConnectors()),
            "EX01: {recorded: good.xml}",
            "EX02: {recorded: torn.xml}",
            "EX03: {recorded: old.xml}",
            "EX04: {recorded: broken.xml}",
            "EX05: {recorded: missing.xml}",
            "EX06: {recorded: other.xml}",
            "SQL01: {recorded: unread.xml}");

    assertThat(text(all).replace(folder.toString().replace('\\', '/') + "/", ""))
        .isEqualTo(
            """
            INFO EX01: record good.xml
            INFO   ok           file         good.xml
            INFO   ok           format       XML record
            INFO   ok           age          read at 2026-11-24T09:00:00Z
            INFO   ok           server       EX01
            INFO   ok           contents     receiveConnectors 1
            INFO EX02: record torn.xml
            INFO   ok           file         torn.xml
            INFO   ok           format       XML record
            INFO   ok           age          read at 2026-11-24T09:00:00Z
            INFO   ok           server       EX02
            INFO   ok           contents     receiveConnectors 1
            WARN   partly       contents     not readable: receiveConnectors Banner: not permitted
            WARN                             give the account the right, or state nothing in the policy that needs it
            ERROR EX03: record old.xml
            INFO   ok           file         old.xml
            INFO   ok           format       XML record
            ERROR   failed       age          the answer was read at 2026-11-20T09:00:00Z, longer ago than maxAge (24 h) allows
            ERROR                             record EX03 again
            INFO   ok           server       EX03
            INFO   ok           contents     receiveConnectors 1
            ERROR EX04: record broken.xml
            INFO   ok           file         broken.xml
            ERROR   failed       format       broken.xml:1:121  the XML breaks off or is not well-formed here
            ERROR                             the file is broken or cut off: copy it whole, or record the host again
            INFO   not reached  age
            INFO   not reached  server
            INFO   not reached  contents
            ERROR EX05: record missing.xml
            ERROR   failed       file         missing.xml does not exist
            ERROR                             record the host, for example with mvn relay:record, or, in the Exchange Management Shell, with $FormatEnumerationLimit = -1; Get-ReceiveConnector -Server EX01 | Format-List | Out-File -Encoding UTF8 -Width 4096 EX01.txt - or fix 'recorded' in the connections
            INFO   not reached  format
            INFO   not reached  age
            INFO   not reached  server
            INFO   not reached  contents
            ERROR EX06: record other.xml
            INFO   ok           file         other.xml
            INFO   ok           format       XML record
            INFO   ok           age          read at 2026-11-24T09:00:00Z
            ERROR   failed       server       the answer holds no resource of EX06, only of EX09
            ERROR                             name the right file or host, or add 'server: EX09' to EX06
            INFO   not reached  contents
            ERROR SQL01: record unread.xml
            INFO   ok           file         unread.xml
            INFO   ok           format       XML record
            INFO   ok           age          read at 2026-11-24T09:00:00Z
            INFO   ok           server       SQL01
            ERROR   failed       contents     mailAccounts: the login is refused
            ERROR                             give the account the right, or state nothing in the policy that needs it
            """
                .stripTrailing());
    assertThat(all.trouble().orElseThrow())
        .startsWith("5 of 7 connections cannot be used; the first is EX03: record ")
        .endsWith("record EX03 again, then:\n  mvn relay:doctor");
  }

  @Test
  void a_cause_that_many_ways_share_is_told_once() throws Exception {
    String[] hosts =
        IntStream.range(100, 122)
            .mapToObj(i -> "EX%d: {recorded: EX%d.xml}".formatted(i, i))
            .toArray(String[]::new);

    WayExaminations all = examine(new RecordSource(ResourceKinds.receiveConnectors()), hosts);

    assertThat(all.lines()).hasSize(7);
    assertThat(text(all).replace(folder.toString().replace('\\', '/') + "/", ""))
        .startsWith(
            """
            ERROR EX100, EX101, EX102, EX103, EX104 and 17 more: record {host}.xml
            ERROR   failed       file         {host}.xml does not exist
            ERROR                             record the host""")
        .endsWith("INFO   not reached  contents");
    assertThat(all.trouble().orElseThrow()).startsWith("22 of 22 connections cannot be used");
  }

  @Test
  void hosts_behind_one_way_share_lines_for_what_was_seen_alike() {
    SortedMap<String, List<ExaminationStep>> hosts = new TreeMap<>();
    for (String host : List.of("EX01", "EX02", "EX03")) {
      String lacking = host.equals("EX02") ? "no connector of " + host : "Banner of " + host;
      hosts.put(
          host,
          List.of(
              ExaminationStep.ok("server", host),
              ExaminationStep.failed("contents", lacking, "give the account the right")));
    }

    WayExaminations all = new WayExaminations(List.of(new WayExamination("ssh", List.of(), hosts)));

    assertThat(text(all))
        .isEqualTo(
            """
            ERROR EX01, EX02, EX03: ssh
            INFO   ok           server       EX01, EX03: {host}
            ERROR   failed       contents     EX01, EX03: Banner of {host}
            ERROR                             give the account the right
            INFO   ok           server       EX02: EX02
            ERROR   failed       contents     EX02: no connector of EX02
            ERROR                             give the account the right
            """
                .stripTrailing());
  }

  @Test
  void a_form_that_powershell_writes_is_told_by_its_name() throws Exception {
    write(
        "list.txt",
        "Name : Relay\nServer : EX01\nTarpitInterval : 00:00:05\nEnabled : True\nBanner :\n");

    WayExaminations all =
        examine(
            new RecordSource(ResourceKinds.receiveConnectors()),
            "EX01: {recorded: list.txt, maxAge: never, complete: true}");

    assertThat(text(all))
        .contains("ok           format       Format-List")
        .contains("ok           age          not known, and any age is accepted");
  }

  @Test
  void a_defect_of_which_nobody_knows_how_far_it_came_claims_no_step() throws Exception {
    AnswerSource defect = connection -> new HostAnswer.Failed("it was interrupted", "run it again");

    WayExaminations all = examine(defect, "EX01: {recorded: good.xml}");

    assertThat(all.all().get(0).way())
        .containsExactly(
            ExaminationStep.failed("asking", "it was interrupted", "run it again"),
            ExaminationStep.notReached("format"));
    assertThat(all.trouble()).isPresent();
  }

  @Test
  void what_a_system_wrote_cannot_forge_a_line() throws Exception {
    AnswerSource defect =
        connection -> new HostAnswer.Failed("no\n  ok  login\u202E", "run it again");

    WayExaminations all = examine(defect, "EX01: {recorded: good.xml}");

    assertThat(all.lines()).noneMatch(line -> line.text().matches("(?s).*[\n\u202E].*"));
  }

  @Test
  void a_host_that_is_not_known_is_told() {
    assertThatThrownBy(
            () ->
                examine(
                    List.of("EX7"),
                    new RecordSource(ResourceKinds.receiveConnectors()),
                    "EX01: {recorded: good.xml}"))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("relay.hosts names 'EX7'");
  }

  @Test
  void only_the_hosts_that_are_asked_for_are_examined() throws Exception {
    WayExaminations all =
        examine(
            List.of("ex01"),
            new RecordSource(ResourceKinds.receiveConnectors()),
            "EX01: {recorded: good.xml}",
            "EX05: {recorded: missing.xml}");

    assertThat(all.trouble()).isEmpty();
    assertThat(all.summary()).isEqualTo("1 connection can be used");
  }

  @Test
  void servers_of_the_organisation_that_no_connection_names_come_with_the_lines_to_add()
      throws Exception {
    String others =
        "<server kind='receiveConnectors'>EX07</server>"
            + "<server kind='receiveConnectors'>EX08</server>"
            + "<server kind='receiveConnectors'>EX01</server><resource ";
    write("all.xml", record("EX01", TODAY, "").replaceFirst("<resource ", others));

    WayExaminations all =
        examine(
            new RecordSource(ResourceKinds.receiveConnectors()),
            "EX01: {recorded: all.xml}",
            "EX08: {recorded: missing.xml}");

    assertThat(text(all))
        .endsWith(
            "WARN In the organisation, and in no connection; add under 'hosts', or waive:\n"
                + "WARN   EX07: {powershell: org}");
    assertThat(
            text(
                examine(
                    new RecordSource(ResourceKinds.receiveConnectors()),
                    "EX01: {recorded: all.xml}",
                    "EX07: {recorded: x.xml}",
                    "EX08: {recorded: y.xml}")))
        .doesNotContain("In the organisation");
  }

  private WayExaminations examine(AnswerSource source, String... hosts) throws Exception {
    return examine(List.of(), source, hosts);
  }

  private WayExaminations examine(List<String> only, AnswerSource source, String... hosts)
      throws Exception {
    write("relay-connections.yaml", "hosts:\n  " + String.join("\n  ", hosts) + "\n");
    Path file = folder.resolve("relay-connections.yaml");
    GoalPorts ports = new GoalPorts(source, SurveyProgress.silent(), "1");
    return new Doctor(ports)
        .run(new GoalRequest(new GoalRequest.Paths(List.of(), file), only, FailOn.ERROR, 2, NOW));
  }

  private static String record(String host, String read, String values) {
    return "<record version='1' host='"
        + host
        + "' read='"
        + read
        + "' complete='true'><resource kind='receiveConnectors' name='Relay'>"
        + values
        + "</resource></record>";
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private static String text(WayExaminations all) {
    return String.join(
        "\n", all.lines().stream().map(line -> line.level() + " " + line.text()).toList());
  }
}
