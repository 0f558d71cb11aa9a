package org.relaycheck.goal.remediate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.Bench;
import org.relaycheck.goal.ComparedHosts;
import org.relaycheck.goal.Fleet;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** What adopting costs, counted: how often a file is parsed, and how often hosts are compared. */
class PolicyAdopterCostTest {

  private static final String POLICY = "relay-policy.yaml";

  @TempDir private Path folder;

  private final List<Path> parsed = new ArrayList<>();
  private int compared;

  private static Answer answer(List<AnswerItem> items) {
    return new Answer(Map.of(), Optional.empty(), true, Map.of(), items);
  }

  private static AnswerItem item(String host, String name, int hops) {
    Map<String, Raw> values = Map.of("MaxHopCount", Raw.text("" + hops));
    return new AnswerItem(
        "receiveConnectors", name, Optional.of(host), values, LastChange.unknown());
  }

  private Bench resources(int number) {
    List<AnswerItem> items =
        IntStream.range(0, number).mapToObj(i -> item("EX01", "Relay " + i, 7)).toList();
    return new Bench(folder, new Fleet(Map.of("EX01", answer(items))))
        .with(POLICY, policy(number, 1));
  }

  private static String policy(int number, int step) {
    StringBuilder yaml = new StringBuilder("version: 1\nreceiveConnectors:\n");
    for (int i = 0; i < number; i += step) {
      yaml.append("  Relay " + i + ":\n    hosts: EX01\n    MaxHopCount: 60\n");
    }
    return yaml.toString();
  }

  private Bench hosts(int number) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (int i = 0; i < number; i++) {
      answers.put("EX" + i, answer(List.of(item("EX" + i, "Relay", 10 + i % 40))));
    }
    return new Bench(folder, new Fleet(answers))
        .with(
            POLICY,
            "version: 1\nreceiveConnectors:\n"
                + "  Relay: {hosts: all, MaxHopCount: 60, at: {EX0: {MaxHopCount: 9}}}\n");
  }

  private Adoption adoption(Bench bench, String... policies) {
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(
                Stream.of(policies).map(folder::resolve).toList(),
                folder.resolve("relay-connections.yaml")),
            List.of(),
            FailOn.WARNING,
            1,
            Situation.NOW);
    ComparedHosts found =
        new Check(new GoalPorts(bench.fleet(), SurveyProgress.silent(), "test")).compare(request);
    RequestFiles read = found.files().orElseThrow();
    PolicyFiles files =
        new PolicyFiles(
            file -> {
              parsed.add(file);
              return PolicyFiles.onDisk(file);
            });
    DraftTrial trial =
        drafts -> {
          compared++;
          return Comparison.between(
              ResourceKinds.policyReader().read(request.policies(), read.connections(), drafts),
              found.run().hosts(),
              ResourceKinds.catalogues());
        };
    return new PolicyAdopter(found.run().drift(), files, trial)
        .of(new FindingEdits(read.policy(), files, request.policies(), found.run()), folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 800})
  void however_many_resources_differ_a_file_is_parsed_once_and_all_edits_are_tried_at_once(
      int number) {
    Adoption adoption = adoption(resources(number), POLICY);

    assertThat(adoption.told()).isEmpty();
    assertThat(parsed).containsExactly(folder.resolve(POLICY).toAbsolutePath());
    assertThat(compared).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "50, 50", "800, 41"})
  void however_many_hosts_differ_a_file_is_parsed_once_and_all_edits_are_tried_at_once(
      int number, int entries) throws IOException {
    Adoption adoption = adoption(hosts(number), POLICY);

    assertThat(adoption.told()).isEmpty();
    assertThat(parsed).hasSize(1);
    assertThat(compared).isEqualTo(1);
    assertThat(patch(adoption).split("(EX|adopted-)\\w+: \\{MaxHopCount: ", -1))
        .hasSize(2 + entries);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 800})
  void however_many_edits_do_not_hold_they_are_known_without_trying_each(int number)
      throws IOException {
    Bench bench = resources(number).with("second.yaml", policy(number, 2));

    Adoption adoption = adoption(bench, POLICY, "second.yaml");

    int contradicted = (number + 1) / 2;
    assertThat(adoption.told()).hasSize(contradicted);
    assertThat(patch(adoption).split("\n\\+ ", -1)).hasSize(1 + number - contradicted);
    assertThat(parsed).hasSize(2);
    assertThat(compared).isLessThanOrEqualTo(2);
  }

  private String patch(Adoption adoption) throws IOException {
    StringWriter patch = new StringWriter();
    new UnifiedDiff(folder, new PolicyFiles(PolicyFiles::onDisk)).write(adoption.drafts(), patch);
    return patch.toString();
  }
}
