package org.relaycheck.goal.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;

/** The first files of a folder. */
class InitTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String LISTING =
      """
      Name                          : SQL Relay
      Server                        : EX01
      Identity                      : EX01\\SQL Relay
      RemoteIPRanges                : {192.0.2.10}
      MaxInboundConnectionPerSource : 20
      """;

  @TempDir private Path folder;

  @Test
  void templates_are_valid_as_they_are_written() throws Exception {
    Init.Result result = init();

    Validate.Result valid = new Validate().run(request());
    assertThat(result.written())
        .extracting(file -> folder.relativize(file).toString().replace('\\', '/'))
        .containsExactly(
            "relay-policy.yaml",
            "relay-connections.yaml",
            ".relay/relay-policy.schema.json",
            ".relay/relay-connections.schema.json");
    assertThat(valid.problems()).isEmpty();
    assertThat(valid.lines()).isEmpty();
    assertThat(valid.summary())
        .isEqualTo(
            "the policy is valid: 1 resource, 0 baselines, 3 statements for 1 host of 1 connected");
  }

  @Test
  void what_the_templates_comment_out_is_valid_too() throws Exception {
    init();
    for (String name : List.of("relay-policy.yaml", "relay-connections.yaml")) {
      Path file = folder.resolve(name);
      Files.writeString(
          file,
          Files.readString(file)
              .replaceAll("(?m)^( *)# (?=( *[A-Za-z0-9]+( \\w+)?: *([{\\w]|$)))", "$1"));
    }
    Files.writeString(folder.resolve("instances.csv"), "SQL02\n");

    Validate.Result valid = new Validate().run(request());

    assertThat(valid.problems()).isEmpty();
    assertThat(valid.summary()).contains("2 resources").contains("of 4 connected");
  }

  @Test
  void a_template_asks_for_a_record_until_there_is_one() throws Exception {
    init();

    assertThat(check().outcome()).isEqualTo(Outcome.UNCLEAR);
    Files.createDirectory(folder.resolve("recorded"));
    Files.writeString(folder.resolve("recorded/EX01.txt"), LISTING);

    assertThat(check().drift().count(Verdict.DRIFTED)).isEqualTo(1);
  }

  @Test
  void what_is_made_of_records_checks_clean() throws Exception {
    Path record = Files.writeString(folder.resolve("EX01.txt"), LISTING);

    Init.Result result = init(record);

    assertThat(result.written()).hasSize(4);
    assertThat(folder.resolve("relay-policy.yaml"))
        .content()
        .startsWith(
            "# yaml-language-server: $schema=.relay/relay-policy.schema.json\n# A policy of what")
        .contains("MaxInboundConnectionPerSource: 20");
    assertThat(folder.resolve("relay-connections.yaml"))
        .content()
        .startsWith("# yaml-language-server: $schema=.relay/relay-connections.schema.json\n")
        .contains("  EX01: {recorded: EX01.txt, maxAge: never}\n");
    assertThat(check().outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void servers_that_no_file_is_about_are_shown_with_the_lines_to_add() throws Exception {
    Path record =
        Files.writeString(
            folder.resolve("EX01.xml"),
            "<record version='1' host='EX01' read='2026-11-24T09:00:00Z' complete='true'>"
                + "<server kind='receiveConnectors'>EX07</server>"
                + "<resource kind='receiveConnectors' name='Relay'>"
                + "<value name='MaxHopCount'>60</value></resource></record>");

    init(record);

    assertThat(folder.resolve("relay-connections.yaml"))
        .content()
        .endsWith(
            "  # In the organisation, and in none of the files:\n  # EX07: {powershell: org}\n");
    assertThat(new Validate().run(request()).problems()).isEmpty();
  }

  @Test
  void a_record_that_cannot_be_read_leaves_nothing_behind() throws Exception {
    Path good = Files.writeString(folder.resolve("EX01.txt"), LISTING);
    Path bad = Files.writeString(folder.resolve("notes.txt"), "call Mary\n");

    Init.Result result = init(good, bad);

    assertThat(result.unread()).containsOnlyKeys("notes");
    assertThat(names()).containsExactly("EX01.txt", "notes.txt");
  }

  @Test
  void whatever_is_in_the_way_is_named_and_nothing_is_written() throws Exception {
    Files.writeString(folder.resolve("relay-connections.yaml"), "hosts: {}\n");
    Files.createDirectories(folder.resolve(".relay/relay-policy.schema.json"));

    Init.Result result = init();

    assertThat(result.inTheWay())
        .containsExactly(
            folder.resolve("relay-connections.yaml"),
            folder.resolve(".relay/relay-policy.schema.json"));
    assertThat(result.written()).isEmpty();
    assertThat(names()).containsExactly(".relay", "relay-connections.yaml");
    assertThat(folder.resolve("relay-connections.yaml")).content().isEqualTo("hosts: {}\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", \"target/\n\"",
        "\"*.class\", \"*.class\ntarget/\n\"",
        "\"*.class\r\n\", \"*.class\r\ntarget/\r\n\"",
        "\"a\n/target\n\", \"a\n/target\n\"",
        "\"target/relay\n\", \"target/relay\ntarget/\n\""
      })
  void git_is_told_only_what_it_does_not_know(String before, String after) throws Exception {
    Files.writeString(folder.resolve(".gitignore"), before);

    init();

    assertThat(folder.resolve(".gitignore")).content().isEqualTo(after);
  }

  @Test
  void a_schema_is_found_from_a_connections_file_elsewhere() throws Exception {
    GoalRequest elsewhere = request(folder.resolve("network/relay-connections.yaml"));

    new Init(ports()).run(elsewhere, List.of(), new IgnoredFolder(folder, folder));

    assertThat(folder.resolve("network/relay-connections.yaml"))
        .content()
        .startsWith("# yaml-language-server: $schema=../.relay/relay-connections.schema.json\n");
    assertThat(folder.resolve(".gitignore")).doesNotExist();
  }

  private Init.Result init(Path... records) throws Exception {
    IgnoredFolder ignored = new IgnoredFolder(folder, folder.resolve("target/relay"));
    return new Init(ports()).run(request(), List.of(records), ignored);
  }

  private CheckRun check() {
    return new Check(ports()).run(request());
  }

  private GoalRequest request() {
    return request(folder.resolve("relay-connections.yaml"));
  }

  private GoalRequest request(Path connections) {
    List<Path> policy = List.of(folder.resolve("relay-policy.yaml"));
    return new GoalRequest(
        new GoalRequest.Paths(policy, connections), List.of(), FailOn.ERROR, 1, NOW);
  }

  private static GoalPorts ports() {
    return new GoalPorts(
        new RecordSource(ResourceKinds.receiveConnectors()), SurveyProgress.silent(), "1");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
