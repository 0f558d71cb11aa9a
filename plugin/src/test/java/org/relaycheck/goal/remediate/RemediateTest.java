package org.relaycheck.goal.remediate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.Remediation;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.plan.PlanConsole;
import org.relaycheck.standin.tsql.Syntax;

/** From a policy and records to scripts, byte for byte. */
class RemediateTest {

  private static final Path FOLDERS = Path.of("src/test/resources/org/relaycheck/goal/remediate");

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @ValueSource(strings = {"accounts", "connectors", "profiles", "settings"})
  void policy_and_records_give_the_scripts_of_the_golden_folder(String name) throws IOException {
    Path folder = FOLDERS.resolve(name);

    Remediation result = result(folder, 1);

    SortedMap<String, String> made = new TreeMap<>();
    // the folder's own path differs between systems
    result.files().forEach((file, text) -> made.put(file, text.replace(folder + "/", "")));
    made.put(
        "console.txt",
        PlanConsole.lines(result.result().plan()).stream()
            .map(line -> line.level() + " " + line.text() + "\n")
            .collect(joining())
            .replace(folder + "/", ""));
    ExpectedFiles.assertSame(folder, scripts(folder), made);
    requireSyntax(result);
    assertThat(result(folder, 4).files()).isEqualTo(result.files());
  }

  static List<Situation> situations() {
    return Situation.all();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void in_every_situation_the_run_is_that_of_a_check_and_the_scripts_are_sound(
      Situation situation) {
    Remediation result = result(situation.folder(), 1);

    assertThat(result.run().outcome()).isEqualTo(situation.run(1).outcome());
    assertThat(result.run().drift().counts()).isEqualTo(situation.run(1).drift().counts());
    requireSyntax(result);
  }

  @ParameterizedTest
  @CsvSource({
    "sqlserver: db.corp.example, db.corp.example",
    "'sqlserver: db.corp.example, port: 1433', 'db.corp.example,1433'",
    "'sqlserver: db.corp.example, port: 14330', 'db.corp.example,14330'",
    "'sqlserver: db.corp.example, instance: MAIL', db.corp.example\\MAIL",
    "'sqlserver: db.corp.example, instance: MAIL, port: 14330', 'db.corp.example,14330'"
  })
  void the_header_of_a_script_leads_to_where_the_answer_came_from(
      String way, String address, @TempDir Path folder) throws IOException {
    Path accounts = FOLDERS.resolve("accounts");
    Files.copy(accounts.resolve("relay-policy.yaml"), folder.resolve("relay-policy.yaml"));
    Files.writeString(
        folder.resolve("relay-connections.yaml"),
        "hosts:\n  SQL01: {" + way + ", credentials: reader}\n");
    AnswerSource records = new RecordSource(ResourceKinds.receiveConnectors());
    HostWay record = new HostWay.Recorded(accounts.resolve("SQL01.xml").toAbsolutePath());
    AnswerSource live =
        host ->
            records.ask(
                new HostConnection(
                    host.host(), host.server(), record, host.maxAge(), false, host.place()));

    SortedMap<String, String> files = result(folder, 1, live).files();

    assertThat(files.get("SQL01.sql"))
        .contains("Run it on SQL01 with: sqlcmd -S " + address + " -E -b -i SQL01.sql\r\n");
    assertThat(files.get("rollback/SQL01.sql")).contains(": sqlcmd -S " + address + " -E -b ");
  }

  private static void requireSyntax(Remediation result) {
    result
        .files()
        .forEach(
            (name, text) -> {
              if (name.endsWith(".sql")) {
                Syntax.require(text);
                assertThat(text.lines().takeWhile(line -> !line.isEmpty()))
                    .allMatch(line -> line.startsWith("-- "))
                    .noneMatch(line -> line.contains("*/") || line.contains("$("))
                    .anyMatch(line -> line.equals("-- The plan, in this order:"));
              }
            });
  }

  private static Remediation result(Path folder, int parallel) {
    return result(folder, parallel, new RecordSource(ResourceKinds.receiveConnectors()));
  }

  private static Remediation result(Path folder, int parallel, AnswerSource source) {
    GoalPorts ports = new GoalPorts(source, SurveyProgress.silent(), "test");
    return Remediation.of(
        ports,
        new GoalRequest(
            new GoalRequest.Paths(
                List.of(folder.resolve("relay-policy.yaml")),
                folder.resolve("relay-connections.yaml")),
            List.of(),
            FailOn.ERROR,
            parallel,
            Situation.NOW),
        Path.of(""));
  }

  private static Set<String> scripts(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches(".*\\.(ps1|sql|md)"))
          .forEach(names::add);
    }
    for (String part : List.of("rollback", "waive")) {
      if (Files.isDirectory(folder.resolve(part))) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
          files.forEach(file -> names.add(part + "/" + file.getFileName()));
        }
      }
    }
    return names;
  }
}
