package org.relaycheck.goal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.RecordStore;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;
import org.relaycheck.yaml.PolicyException;

/** What hosts answered once, kept and checked later: the findings are the same. */
class RecordingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String CONNECTIONS =
      """
      powershell:
        org: {ssh: mgmt01.corp.example, hostKey: 'SHA256:x'}
      hosts:
        EX01: {powershell: org}
        EX02: {powershell: org}
        edge: {server: EDGE01, powershell: {ssh: edge01.corp.example, hostKey: 'SHA256:x'}}
        'SQL03\\REPORTING': {sqlserver: sql03.corp.example, auth: integrated}
      """;
  private static final String POLICY =
      """
      version: 1
      receiveConnectors:
        Relay: {hosts: [EX01, EX02, edge], TarpitInterval: 5s, Banner: null, ExtendedRights: {contains: [allow S-1-5-7 ms-Exch-SMTP-Submit]}}
        Gone: {hosts: EX02, state: absent}
      mailAccounts:
        Bulk: {hosts: 'SQL03\\REPORTING', port: 25, auth: anonymous}
      unlisted: {receiveConnectors: warning, mailAccounts: warning}
      """;

  @TempDir private Path folder;

  @Test
  void a_check_of_the_records_finds_what_a_check_of_the_hosts_finds() throws Exception {
    AnswerSource hosts = new Hosts(new Random(7));
    CheckRun live = check(hosts, connections());

    Recording.Result result = record(hosts, new RecordWriter(), folder);
    CheckRun later =
        check(new RecordSource(ResourceKinds.receiveConnectors()), result.connections());

    assertThat(told(later)).isEqualTo(told(live)).hasSizeGreaterThan(8);
    assertThat(later.drift().findings())
        .anySatisfy(finding -> assertThat(finding.subject().address()).hasToString("EX07"));
    assertThat(later.outcome()).isEqualTo(live.outcome());
    assertThat(result.unread()).containsOnlyKeys("edge");
    assertThat(result.unread().get("edge")).isEqualTo("it is off; switch it on");
  }

  @Test
  void records_are_the_same_bytes_whatever_order_the_answer_has() throws Exception {
    record(new Hosts(new Random(1)), new RecordWriter(), folder.resolve("one"));
    record(new Hosts(new Random(2)), new RecordWriter(), folder.resolve("other"));

    Map<String, String> one = files(folder.resolve("one/recorded"));
    assertThat(one)
        .isEqualTo(files(folder.resolve("other/recorded")))
        .containsOnlyKeys(
            "EX01.xml", "EX02.xml", "edge.xml", "SQL03_REPORTING.xml", "relay-connections.yaml");
    assertThat(one.get("EX01.xml").indexOf("name=\"Alpha\""))
        .isPositive()
        .isLessThan(one.get("EX01.xml").indexOf("name=\"Relay\""));
  }

  @Test
  void a_record_of_one_server_holds_nothing_of_the_others_behind_its_shell() throws Exception {
    record(new Hosts(new Random(1)), new RecordWriter(), folder);

    assertThat(files(folder.resolve("recorded")).get("EX01.xml")).doesNotContain("Old");
    assertThat(files(folder.resolve("recorded")).get("EX02.xml")).doesNotContain("Alpha");
  }

  @Test
  void what_cannot_be_written_leaves_no_half_file_and_the_old_one_as_it_was() throws Exception {
    Path recorded = folder.resolve("recorded");
    record(new Hosts(new Random(1)), new RecordWriter(), folder);
    Map<String, String> before = files(recorded);
    AnswerSource nasty =
        connection ->
            new HostAnswer.Answered(
                new Answer(
                    Map.of(),
                    Optional.of(NOW),
                    true,
                    Map.of(),
                    List.of(
                        new AnswerItem(
                            "receiveConnectors",
                            "Relay",
                            Optional.empty(),
                            Map.of("no\u0000name", Raw.text("x")),
                            new LastChange(Optional.empty(), Optional.empty())))));

    assertThatThrownBy(() -> record(nasty, new RecordWriter(), folder))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot hold as a name");

    assertThat(files(recorded)).isEqualTo(before);
  }

  @Test
  void what_a_host_answered_is_not_replaced_by_not_having_read_it() throws Exception {
    record(new Hosts(new Random(1)), new RecordWriter(), folder);
    Map<String, String> before = files(folder.resolve("recorded"));
    AnswerSource off =
        connection -> new HostAnswer.Failed("it is off", "switch it on", AskingStage.PORT);

    Recording.Result result = record(off, new RecordWriter(), folder);

    Path edge = folder.resolve("recorded/edge.xml");
    assertThat(files(folder.resolve("recorded"))).isEqualTo(before);
    assertThat(result.written()).containsExactly(edge);
    assertThat(result.unread().get("EX01"))
        .isEqualTo(
            "it is off; switch it on; kept is what " + edge.resolveSibling("EX01.xml") + " has");
    assertThat(result.unread().get("edge")).isEqualTo("it is off; switch it on");
  }

  @Test
  void an_answer_without_anything_does_not_replace_one_either() throws Exception {
    record(new Hosts(new Random(1)), new RecordWriter(), folder);
    Map<String, String> before = files(folder.resolve("recorded"));
    AnswerSource blind =
        connection ->
            new HostAnswer.Answered(
                new Answer(
                    Map.of(),
                    Optional.of(NOW),
                    false,
                    Map.of("receiveConnectors", "not permitted", "mailAccounts", "not permitted"),
                    List.of()));

    record(blind, new RecordWriter(), folder);

    before.remove("edge.xml");
    assertThat(files(folder.resolve("recorded"))).containsAllEntriesOf(before);
  }

  @Test
  void a_new_answer_replaces_an_old_one_and_not_having_read() throws Exception {
    AnswerSource off =
        connection -> new HostAnswer.Failed("it is off", "switch it on", AskingStage.PORT);
    record(off, new RecordWriter(), folder);
    String unread = files(folder.resolve("recorded")).get("EX01.xml");

    record(new Hosts(new Random(1)), new RecordWriter(), folder);

    assertThat(files(folder.resolve("recorded")).get("EX01.xml"))
        .isNotEqualTo(unread)
        .contains("Alpha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes of mine", "<notes/>", "<record version='1' host='EX01'>", ""})
  void a_file_that_is_no_record_is_not_replaced_and_nobody_is_asked(String text) throws Exception {
    Path mine = Files.createDirectories(folder.resolve("recorded")).resolve("EX02.xml");
    Files.writeString(mine, text);
    AnswerSource nobody =
        connection -> {
          throw new AssertionError("nobody is to be asked");
        };

    assertThatThrownBy(() -> record(nobody, new RecordWriter(), folder))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(mine + " is in the way; replaced are only a whole record");

    assertThat(files(folder.resolve("recorded"))).containsExactly(Map.entry("EX02.xml", text));
  }

  @Test
  void connections_that_somebody_wrote_are_not_replaced() throws Exception {
    Path mine =
        Files.createDirectories(folder.resolve("recorded")).resolve("relay-connections.yaml");
    Files.writeString(mine, "hosts: {}");

    assertThatThrownBy(() -> record(new Hosts(new Random(1)), new RecordWriter(), folder))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(mine + " is in the way; replaced are only connections");

    assertThat(mine).hasContent("hosts: {}");
  }

  @Test
  void what_a_run_reads_it_does_not_replace() throws Exception {
    Recording.Result first = record(new Hosts(new Random(1)), new RecordWriter(), folder);
    Map<String, String> before = files(folder.resolve("recorded"));
    Path outside =
        Files.writeString(
            folder.resolve("again.yaml"),
            "hosts: {EX01: {recorded: recorded/../recorded/EX01.xml}}");
    GoalPorts ports = ports(new RecordSource(ResourceKinds.receiveConnectors()));

    for (Path connections : List.of(first.connections(), outside)) {
      assertThatThrownBy(
              () ->
                  new Recording(ports, new RecordWriter())
                      .run(request(connections, List.of()), folder))
          .isInstanceOf(OutputException.class)
          .hasMessageContaining(" is read by this run, which therefore does not replace it")
          .hasMessageContaining("-Drelay.outputDirectory");
    }

    assertThat(files(folder.resolve("recorded"))).isEqualTo(before);
  }

  @Test
  void a_name_that_no_host_has_is_told() {
    assertThatThrownBy(
            () ->
                new Recording(ports(new Hosts(new Random(1))), new RecordWriter())
                    .run(request(connections(), List.of("EX1")), folder))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("'EX1'");
  }

  /** An organisation with two servers, one Edge server that is off, and an instance. */
  private record Hosts(Random random) implements AnswerSource {

    @Override
    public HostAnswer ask(HostConnection connection) {
      return switch (connection.host()) {
        case "edge" -> new HostAnswer.Failed("it is off", "switch it on", AskingStage.PORT);
        case "EX01", "EX02" -> new HostAnswer.Answered(organisation());
        default -> new HostAnswer.Answered(instance());
      };
    }

    private Answer organisation() {
      List<AnswerItem> items = new ArrayList<>();
      items.add(connector("EX01", "Relay", Map.of("TarpitInterval", Raw.text("00:00:05"))));
      items.add(
          connector(
              "EX01",
              "Alpha",
              Map.of("Banner", new Raw.Empty(), "Comment", Raw.text("\u2019\u0001"))));
      items.add(
          connector(
              "EX02",
              "Relay",
              Map.of(
                  "Banner", Raw.text("220 x"), "ExtendedRights", new Raw.Unread("not permitted"))));
      items.add(
          connector("EX02", "Old", Map.of("RemoteIPRanges", Raw.items(List.of("192.0.2.7")))));
      items.add(connector("EX07", "Relay", Map.of()));
      Collections.shuffle(items, random);
      return new Answer(
          facts("ExchangeVersion", "Version 15.2 (Build 1118.7)", "Way", "endpoint"),
          Optional.of(NOW),
          true,
          Map.of(),
          items);
    }

    private Answer instance() {
      List<AnswerItem> items = new ArrayList<>();
      for (String name : List.of("Bulk", "Alerts")) {
        Map<String, Raw> values =
            Map.of("port", Raw.text("587"), "credential", new Raw.Unread("no right; GRANT"));
        items.add(item("mailAccounts", Optional.empty(), name, values));
      }
      Collections.shuffle(items, random);
      return new Answer(
          facts("ServerName", "SQL03\\REPORTING", "ProductVersion", "15.0.4430.1"),
          Optional.of(NOW),
          true,
          Map.of("mailSettings", "no right"),
          items,
          Set.of("mailAccounts", "mailProfiles", "mailSettings"));
    }

    private Map<String, String> facts(String... pairs) {
      Map<String, String> facts = new HashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        facts.put(pairs[i], pairs[i + 1]);
      }
      return facts;
    }

    private static AnswerItem connector(String server, String name, Map<String, Raw> values) {
      return item("receiveConnectors", Optional.of(server), name, values);
    }

    private static AnswerItem item(
        String kind, Optional<String> server, String name, Map<String, Raw> values) {
      LastChange change =
          new LastChange(Optional.of("EXAMPLE\\kim"), Optional.of("2026-11-20T08:00:00"));
      return new AnswerItem(kind, name, server, values, change);
    }
  }

  private Recording.Result record(AnswerSource source, RecordStore recorder, Path to)
      throws Exception {
    return new Recording(ports(source), recorder).run(request(connections(), List.of()), to);
  }

  private CheckRun check(AnswerSource source, Path connections) {
    return new Check(ports(source)).run(request(connections, List.of()));
  }

  private static GoalPorts ports(AnswerSource source) {
    return new GoalPorts(source, SurveyProgress.silent(), "1");
  }

  private Path connections() throws IOException {
    return Files.writeString(folder.resolve("relay-connections.yaml"), CONNECTIONS);
  }

  private GoalRequest request(Path connections, List<String> hosts) {
    try {
      Path policy = Files.writeString(folder.resolve("relay-policy.yaml"), POLICY);
      return new GoalRequest(
          new GoalRequest.Paths(List.of(policy), connections), hosts, FailOn.ERROR, 3, NOW);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static List<String> told(CheckRun run) {
    return run.drift().findings().stream().map(RecordingTest::told).toList();
  }

  /** All but what a record says in one text: a cause, and what to do about it. */
  private static String told(Finding finding) {
    return String.join(
        "  ",
        finding.verdict().toString(),
        finding.severity().toString(),
        finding.subject().address().kind(),
        finding.subject().toString(),
        finding.difference().desired(),
        finding.difference().observed().toString(),
        finding.difference().fix().toString(),
        finding.trail().toString());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
