package org.relaycheck.goal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.connections.ConnectionsWriter;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.goal.Fleet;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;
import org.relaycheck.yaml.PolicyException;

/** Policies that are made of what hosts have. */
class ExportTest {

  private static final String EXPECTED = "src/test/resources/export";

  @TempDir private Path folder;

  private final Map<String, Answer> answers = new LinkedHashMap<>();

  @Test
  @Tag(ExpectedFiles.TAG)
  void what_is_common_is_said_once_and_what_differs_where_it_does() throws Exception {
    has("EX01", "Default EX01", Map.of("Fqdn", "EX01.corp.example", "MaxHopCount", "60"));
    has("EX01", "SQL Relay", Map.of("MaxHopCount", "60", "RemoteIPRanges", "10.0.4.0-10.0.4.255"));
    has("EX02", "Default EX02", Map.of("Fqdn", "EX02.corp.example", "MaxHopCount", "60"));
    has("EX02", "SQL Relay", Map.of("MaxHopCount", "30", "RemoteIPRanges", "10.0.4.0/24"));
    has("EX03", "Default EX03", Map.of("Fqdn", "relay.corp.example", "MaxHopCount", "60"));

    Export.Result result = export();

    ExpectedFiles.assertSame(Path.of(EXPECTED, "fleet.yaml"), result.policy());
    assertThat(check(result)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_name_that_holds_another_servers_name_keeps_apart_from_it() throws Exception {
    has("EX01", "Default EX01", Map.of("MaxHopCount", "60"));
    has("EX02", "Default EX01", Map.of("MaxHopCount", "30"));

    Export.Result result = export();

    assertThat(result.policy()).contains("  Default EX01:\n").contains("  Default {host}:\n");
    assertThat(check(result)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_name_that_holds_the_names_of_both_servers_is_stated_for_each() throws Exception {
    has("EX01", "EX01 to EX02", Map.of("MaxHopCount", "60"));
    has("EX02", "EX01 to EX02", Map.of("MaxHopCount", "30"));

    Export.Result result = export();

    assertThat(result.policy()).contains("'{host} to EX02':").contains("  EX01 to {host}:\n");
    assertThat(check(result)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_host_that_is_named_like_a_product_needs_no_group() throws Exception {
    has("exchange", "SQL Relay", Map.of("MaxHopCount", "60"));
    has("EX02", "SQL Relay", Map.of("MaxHopCount", "60"));

    Export.Result result = export();

    assertThat(result.policy()).contains("hosts: [EX02, exchange]").doesNotContain("groups:");
    assertThat(check(result)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void what_is_left_out_is_told_on_one_line_in_which_everything_is_seen() throws Exception {
    has("EX01", "a\n{host}", Map.of("MaxHopCount", "60"));
    has("EX01", "SQL Relay", Map.of("MaxHopCount", "many\u2028: x"));

    String policy = export().policy();

    assertThat(policy)
        .contains("# 'a\\u000A{host}' of EX01 is left out: its text holds {host}")
        .contains("# MaxHopCount left out: 'many\\u2028: x' is not a whole number");
  }

  @Test
  void a_host_that_nobody_knows_is_told() throws Exception {
    has("EX01", "SQL Relay", Map.of("MaxHopCount", "60"));

    Export.Result result = export(List.of("ex01", "EX99"), List.of());

    assertThat(result.unread()).containsOnlyKeys("EX99");
    assertThat(result.policy()).contains("# EX99 is left out: ").contains("SQL Relay:");
  }

  @Test
  void one_resource_is_written_by_its_name() throws Exception {
    has("EX01", "SQL Relay", Map.of("MaxHopCount", "60"));
    has("EX01", "Default EX01", Map.of("MaxHopCount", "30"));
    has("EX02", "SQL Relay", Map.of("MaxHopCount", "60"));
    Files.writeString(connections(), new Fleet(answers).connections());
    GoalPorts ports = new GoalPorts(source(), SurveyProgress.silent(), "1.0.0");

    String policy =
        new Export(ports, List.of("sql relay")).run(request(List.of()), List.of(), folder).policy();

    assertThat(policy).contains("  SQL Relay:").doesNotContain("Default EX01");
    assertThatThrownBy(
            () ->
                new Export(ports, List.of("SQL Realy")).run(request(List.of()), List.of(), folder))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(
            "relay.resources names 'SQL Realy', which no host has that was read; did you mean 'SQL"
                + " Relay'?");
  }

  @Test
  void who_answers_for_an_address_is_kept() throws Exception {
    has("EX01", "SQL Relay", Map.of("RemoteIPRanges", "10.20.4.11, 10.20.4.32-10.20.4.47"));
    has("EX02", "SQL Relay", Map.of("RemoteIPRanges", "10.20.4.11"));
    Files.writeString(
        folder.resolve("relay-policy.yaml"),
        """
        version: 1
        receiveConnectors:
          SQL Relay:
            hosts: [EX01, EX02]
            RemoteIPRanges:
              - {10.20.4.11: {owner: billing, until: 2027-03-31}}
              - {10.20.4.32/28: {owner: 'floor 2, west'}}
              - {10.20.9.9: {owner: gone}}
        """);

    Export.Result result = export();

    assertThat(result.policy())
        .contains("{10.20.4.11: {owner: billing, until: 2027-03-31}}")
        .contains("{10.20.4.32/28: {owner: 'floor 2, west'}}")
        .doesNotContain("gone");
    assertThat(check(result)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_server_is_made_general_in_a_list_too() throws Exception {
    has(
        "EX01",
        "SQL Relay",
        Map.of("TlsDomainCapabilities", "EX01.corp.example:AcceptOorgProtocol"));
    has(
        "EX02",
        "SQL Relay",
        Map.of("TlsDomainCapabilities", "EX02.corp.example:AcceptOorgProtocol"));

    Export.Result result = export();

    assertThat(result.policy()).contains("{host}.corp.example:AcceptOorgProtocol");
    assertThat(check(result)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_record_leads_to_each_server_that_it_holds() throws Exception {
    Path records = Path.of("src/test/resources/golden/format-list/EX.txt");

    Export.Result result =
        export(List.of(), List.of(records), new RecordSource(ResourceKinds.receiveConnectors()));

    assertThat(result.unread()).isEmpty();
    assertThat(reread(result).hosts().keySet()).containsExactlyInAnyOrder("EX01", "EX02", "EX07");
    HostWay.Recorded way = (HostWay.Recorded) reread(result).hosts().get("EX07").way();
    assertThat(way.file()).hasSameBinaryContentAs(records);
  }

  @Test
  void a_server_that_two_records_hold_is_not_guessed_at() throws Exception {
    has("EX01", "SQL Relay", Map.of("MaxHopCount", "60"));
    has("EX02", "SQL Relay", Map.of("MaxHopCount", "60"));
    Answer old = answers.get("EX01");
    answers.put("old", old);

    Export.Result result =
        export(List.of(), List.of(Path.of("EX01.xml"), Path.of("old.xml"), Path.of("EX02.xml")));

    assertThat(result.unread())
        .containsOnly(Map.entry("EX01", "both EX01.xml and old.xml hold it; name one"));
    assertThat(result.policy()).contains("hosts: EX02");
  }

  @Test
  void connections_that_were_written_are_read_back() throws Exception {
    List<HostConnection> written =
        List.of(
            connection("EX01", "a b/it's #1: {x}.xml", Optional.of(Duration.ofHours(24))),
            connection("null", "null", Optional.empty()),
            connection("SQL03\\REPORTING", "../r.xml", Optional.of(Duration.ofSeconds(90))));

    Path file = folder.resolve("relay-connections.yaml");
    Files.writeString(file, ConnectionsWriter.text(written, folder).orElseThrow());

    assertThat(List.copyOf(new ConnectionsReader().read(file).hosts().values()))
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(written);
  }

  @Test
  void an_age_is_written_as_people_write_it() {
    String text =
        ConnectionsWriter.text(
                List.of(
                    connection("EX01", "a.xml", Optional.of(Duration.ofHours(24))),
                    connection("EX02", "b.xml", Optional.of(Duration.ofDays(7))),
                    connection("EX03", "c.xml", Optional.of(Duration.ofHours(36))),
                    connection("EX04", "d.xml", Optional.of(Duration.ofMinutes(90)))),
                folder)
            .orElseThrow();

    assertThat(text).contains("maxAge: 24h", "maxAge: 7d", "maxAge: 36h", "maxAge: 90m");
  }

  @Test
  void what_people_know_of_a_host_is_kept() throws Exception {
    Path file = folder.resolve("relay-connections.yaml");
    Files.writeString(
        file,
        "hosts: {EX01: {recorded: a.xml, answers: [relay.corp.example], seenAs: 10.9.0.0/24,"
            + " sendsFrom: [10.20.4.11, 10.20.4.12], usualLoad: 40}}\n");
    Connections read = new ConnectionsReader().read(file);

    String text =
        ConnectionsWriter.text(List.copyOf(read.hosts().values()), read.surroundings(), folder)
            .orElseThrow();

    Files.writeString(file, text);
    assertThat(new ConnectionsReader().read(file).surroundings()).isEqualTo(read.surroundings());
  }

  @Test
  void connections_to_a_live_host_are_not_written_anew() {
    HostWay live =
        new HostWay.SqlServer(
            "sql01.corp.example",
            Optional.empty(),
            new HostWay.Login(HostWay.Auth.KERBEROS, Optional.empty()),
            Optional.empty());
    HostConnection sql =
        new HostConnection("SQL01", "SQL01", live, Optional.empty(), false, new Place("c", 1, 1));

    assertThat(ConnectionsWriter.text(List.of(sql), folder)).isEmpty();
  }

  private HostConnection connection(String host, String file, Optional<Duration> maxAge) {
    HostWay way = new HostWay.Recorded(folder.resolve(file).normalize());
    return new HostConnection(host, host + "'s own", way, maxAge, true, new Place("c", 1, 1));
  }

  private void has(String host, String name, Map<String, String> values) {
    Map<String, Raw> raw = new LinkedHashMap<>();
    values.forEach((setting, text) -> raw.put(setting, Raw.text(text)));
    AnswerItem item =
        new AnswerItem("receiveConnectors", name, Optional.of(host), raw, LastChange.unknown());
    List<AnswerItem> items = new ArrayList<>(List.of(item));
    Optional.ofNullable(answers.get(host)).ifPresent(more -> items.addAll(more.items()));
    answers.put(host, new Answer(Map.of(), Optional.empty(), true, Map.of(), items));
  }

  private Export.Result export() throws Exception {
    return export(List.of(), List.of());
  }

  private Export.Result export(List<String> hosts, List<Path> records) throws Exception {
    return export(hosts, records, source());
  }

  private Export.Result export(List<String> hosts, List<Path> records, AnswerSource source)
      throws Exception {
    Files.writeString(connections(), new Fleet(answers).connections());
    return new Export(new GoalPorts(source, SurveyProgress.silent(), "1.0.0"))
        .run(request(hosts), records, folder);
  }

  /** By the file's name, where a record is asked for; the hosts of a fleet share one name. */
  private AnswerSource source() {
    return connection -> {
      Path file = ((HostWay.Recorded) connection.way()).file();
      String name = String.valueOf(file.getFileName()).replace(".xml", "");
      return new HostAnswer.Answered(
          answers.getOrDefault(name, answers.getOrDefault(connection.host(), answers.get("EX01"))));
    };
  }

  private Outcome check(Export.Result result) throws IOException {
    Files.writeString(folder.resolve("relay-policy.yaml"), result.policy());
    GoalRequest request = request(List.of());
    return new Check(new GoalPorts(source(), SurveyProgress.silent(), "1.0.0"))
        .run(request)
        .outcome();
  }

  private Connections reread(Export.Result result) throws IOException, PolicyException {
    Path file = folder.resolve("again.yaml");
    Files.writeString(file, result.connections().orElseThrow());
    return new ConnectionsReader().read(file);
  }

  private Path connections() {
    return folder.resolve("relay-connections.yaml");
  }

  private GoalRequest request(List<String> hosts) {
    List<Path> policy = List.of(folder.resolve("relay-policy.yaml"));
    return new GoalRequest(
        new GoalRequest.Paths(policy, connections()), hosts, FailOn.ERROR, 1, Situation.NOW);
  }
}
