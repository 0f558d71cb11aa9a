package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.script.AllScripts;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;

/**
 * The example's way from drift to a clean check: its servers are made in memory from its records,
 * run the scripts that {@code remediate} writes for them, and are recorded again.
 */
class ExampleStoryTest {

  private static final Path EXAMPLE = Path.of("../example-project");
  private static final String SNIPPET = "docs/snippets/fix.ps1";
  private static final RecordSource RECORDS = new RecordSource(ResourceKinds.receiveConnectors());
  private static final GoalPorts PORTS = new GoalPorts(RECORDS, SurveyProgress.silent(), "1.0.0");

  @TempDir private Path folder;

  @Test
  void its_scripts_lead_to_the_servers_of_a_month_later() {
    Map<String, Machine> machines = machines();

    scripts("").forEach((host, script) -> machines.get(host).run(script));

    machines.forEach(
        (host, machine) ->
            assertThat(differences(machine, "after/recorded", host)).as(host).isEmpty());
  }

  @Test
  void what_is_recorded_after_the_scripts_checks_clean() throws IOException {
    Map<String, Machine> machines = machines();
    scripts("").forEach((host, script) -> machines.get(host).run(script));

    List<String> connections = new ArrayList<>(List.of("hosts:"));
    for (Map.Entry<String, Machine> machine : machines.entrySet()) {
      String host = machine.getKey();
      Answer before = record("recorded", host);
      List<AnswerItem> now = before.items().stream().map(machine.getValue()::now).toList();
      Files.writeString(
          folder.resolve(host + ".xml"), new RecordWriter().text(host, of(before, now)));
      connections.add("  " + host + ": {recorded: " + host + ".xml, maxAge: never}");
    }
    Files.write(folder.resolve("relay-connections.yaml"), connections);

    assertThat(new Check(PORTS).run(request(folder.resolve("relay-connections.yaml"))).outcome())
        .isEqualTo(Outcome.CLEAN);
  }

  @Test
  void its_rollbacks_lead_back_except_where_they_say_that_they_cannot() {
    Map<String, Machine> machines = machines();
    scripts("").forEach((host, script) -> machines.get(host).run(script));

    Map<String, String> rollbacks = scripts("rollback/");
    rollbacks.forEach((host, script) -> machines.get(host).run(script));

    for (String host : List.of("EX10", "EX19")) {
      assertThat(differences(machines.get(host), "recorded", host)).isEmpty();
    }
    assertThat(scripts("").get("SQL01"))
        .contains("The rollback cannot undo: mailAccounts 'Statements': timeout was empty");
  }

  @Test
  @Tag(ExpectedFiles.TAG)
  void the_page_shows_a_part_of_a_script_as_it_is_written() throws IOException {
    List<String> script = scripts("").get("EX10").lines().toList();
    List<String> shown = Files.readAllLines(Path.of("..", SNIPPET));

    int first = script.indexOf(shown.get(1)) - 1; // its first line is that of other parts too
    List<String> rest = script.subList(first, script.size());
    List<String> part = rest.subList(0, rest.indexOf(shown.get(shown.size() - 1)) + 1);

    DocumentationTest.assertShown(SNIPPET, String.join("\n", part) + "\n");
  }

  private static Map<String, Machine> machines() {
    Map<String, Machine> machines = new TreeMap<>();
    for (String host : List.of("EX10", "EX19", "SQL01")) {
      machines.put(host, Machine.of(host, record("recorded", host).items()));
    }
    return machines;
  }

  /** The scripts of one folder, which is named with its slash, by their host. */
  private static Map<String, String> scripts(String part) {
    GoalRequest request = request(EXAMPLE.resolve("relay-connections.yaml"));
    Map<String, String> scripts = new TreeMap<>();
    Remediation.of(PORTS, request, EXAMPLE.resolve(".."))
        .files()
        .forEach(
            (name, text) -> {
              if (name.matches(part + "\\w+\\.(ps1|sql)") && !name.endsWith(AllScripts.FILE)) {
                scripts.put(name.replaceAll(".*/|\\.\\w+$", ""), text);
              }
            });
    return scripts;
  }

  private static GoalRequest request(Path connections) {
    return new GoalRequest(
        new GoalRequest.Paths(List.of(EXAMPLE.resolve("relay-policy.yaml")), connections),
        List.of(),
        FailOn.ERROR,
        1,
        Situation.NOW);
  }

  private static Answer record(String part, String host) {
    Path file = EXAMPLE.resolve(part).resolve(host + ".xml");
    HostConnection connection =
        new HostConnection(
            host,
            host,
            new HostWay.Recorded(file),
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));
    return ((HostAnswer.Answered) RECORDS.ask(connection)).answer();
  }

  private static Answer of(Answer before, List<AnswerItem> items) {
    return new Answer(
        before.facts(),
        before.at(),
        !before.complete().isEmpty(),
        before.unreadKinds(),
        items,
        before.answered());
  }

  /** Values of a machine that are not those of a record, a line each. */
  private static List<String> differences(Machine machine, String part, String host) {
    List<String> differences = new ArrayList<>();
    for (AnswerItem recorded : record(part, host).items()) {
      Map<String, Raw> now = machine.now(recorded).values();
      recorded
          .values()
          .forEach(
              (name, value) -> {
                if (!value.equals(now.get(name))) {
                  differences.add(recorded.name() + " " + name + ": " + now.get(name));
                }
              });
    }
    return differences;
  }
}
