package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** The presets that come with the plugin, each with what its source asks for. */
class PresetsTest {

  private static final Path PRESETS =
      Path.of("../policies/src/main/resources/META-INF/relay/presets");
  private static final Path PAGE = Path.of("../policies/README.md");
  private static final List<String> HEAD =
      List.of("# For: ", "# Source: ", "# Version: ", "# Rules: ", "# Person: ");
  private static final Pattern COUNTED = Pattern.compile("# Rules: +(\\d+) of the (\\d+) ");

  @TempDir private Path folder;

  static List<String> presets() throws IOException {
    return Files.readAllLines(PRESETS.resolve("index.txt"));
  }

  /** Each template that a policy would name. */
  static List<PresetRule> templates() {
    return PresetRule.all().stream()
        .collect(
            Collectors.toMap(
                rule -> rule.preset() + " " + rule.template(),
                Function.identity(),
                (first, second) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  @Test
  void the_index_names_the_files_sorted() throws IOException {
    try (Stream<Path> files = Files.list(PRESETS)) {
      assertThat(presets())
          .isSorted()
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.replace(".yaml", ""))
                  .toList());
    }
  }

  @Test
  void the_table_of_rules_is_about_every_preset() throws IOException {
    assertThat(PresetRule.all().stream().map(PresetRule::preset).distinct())
        .containsExactlyInAnyOrderElementsOf(presets());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_head_says_what_a_user_has_to_know(String preset) throws IOException {
    List<String> head = head(preset);

    for (String beginning : HEAD) {
      assertThat(head).filteredOn(line -> line.startsWith(beginning)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void head_and_page_count_the_rules_that_the_preset_holds(String preset) throws IOException {
    long rules = PresetRule.all().stream().filter(rule -> rule.isOf(preset)).count();

    Matcher counted = COUNTED.matcher(String.join("\n", head(preset)));
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `" + preset + "` |"))
            .toList();

    assertThat(counted.find()).isTrue();
    assertThat(Long.parseLong(counted.group(1))).isEqualTo(rules);
    assertThat(rows).singleElement().asString().contains("| " + rules + " of " + counted.group(2));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void templates_are_named_like_the_preset_and_there_is_nothing_else(String preset)
      throws IOException {
    List<String> lines = Files.readAllLines(PRESETS.resolve(preset + ".yaml"));

    assertThat(lines)
        .filteredOn(line -> line.matches("\\w.*"))
        .containsExactly("version: 1", "templates:");
    assertThat(lines)
        .filteredOn(line -> line.matches(" {4}\\w\\S*:.*"))
        .contains("    " + preset + ":")
        .allMatch(line -> line.matches(" {4}" + preset + "(-common|-internet)?:"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void what_breaks_every_rule_is_told_rule_by_rule(PresetRule template) throws IOException {
    List<PresetRule> rules = rules(template);

    CheckRun run = check(template, values(rules, PresetRule.Values::breaks));

    List<Finding> findings = run.drift().findings();
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.DRIFTED);
    assertThat(findings)
        .extracting(finding -> finding.subject().settingName())
        .containsExactlyInAnyOrderElementsOf(rules.stream().map(PresetRule::setting).toList());
    for (PresetRule rule : rules) {
      assertThat(findings)
          .filteredOn(finding -> finding.subject().settingName().equals(rule.setting()))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.severity()).isEqualTo(rule.severity());
                assertThat(finding.reasons().why().orElseThrow()).isNotBlank().contains(rule.why());
              });
    }
    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void what_meets_every_rule_is_clean(PresetRule template) throws IOException {
    CheckRun run = check(template, values(rules(template), PresetRule.Values::meets));

    assertThat(run.drift().findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
  }

  @ParameterizedTest
  @CsvSource({"bulk-relay, TarpitInterval, 00:00:05", "bulk-relay-2010, TarpitInterval, 00:00:00"})
  void a_dedicated_connector_that_is_like_the_cure_is_clean(
      String preset, String setting, String value) throws IOException {
    PresetRule main = rules(preset).get(0);
    Map<String, Raw> state = values(rules(main), PresetRule.Values::meets);
    state.put(setting, Raw.text(value));

    CheckRun run = check(main, state, "receiveConnectors: {SQL Relay: {hosts: EX01, like: %s}}");

    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
  }

  private static List<PresetRule> rules(String preset) {
    return PresetRule.all().stream().filter(rule -> rule.isOf(preset)).toList();
  }

  /** The rules that a template holds. */
  private static List<PresetRule> rules(PresetRule template) {
    return rules(template.preset()).stream()
        .filter(rule -> rule.isHeldBy(template.template()))
        .toList();
  }

  private static Map<String, Raw> values(
      List<PresetRule> rules, Function<PresetRule.Values, String> which) {
    Map<String, Raw> values = new LinkedHashMap<>();
    rules.forEach(rule -> values.put(rule.setting(), Raw.text(which.apply(rule.values()))));
    return values;
  }

  private static List<String> head(String preset) throws IOException {
    return Files.readAllLines(PRESETS.resolve(preset + ".yaml")).stream()
        .takeWhile(line -> line.startsWith("#"))
        .toList();
  }

  private CheckRun check(PresetRule template, Map<String, Raw> values) throws IOException {
    return check(template, values, "baselines: [{like: %s, hosts: EX01}]");
  }

  private CheckRun check(PresetRule template, Map<String, Raw> values, String use)
      throws IOException {
    String end = template.template().equals("main") ? "" : "-" + template.template();
    Path policy = folder.resolve("relay-policy.yaml");
    Files.writeString(
        policy,
        "version: 1\ninclude: ['preset:%s']\n".formatted(template.preset())
            + use.formatted(template.preset() + end));
    Path connections = folder.resolve("relay-connections.yaml");
    Files.writeString(connections, "hosts: {EX01: {recorded: none, maxAge: never}}\n");
    AnswerItem relay =
        new AnswerItem(
            "receiveConnectors", "SQL Relay", Optional.of("EX01"), values, LastChange.unknown());
    Answer answer =
        new Answer(facts(template.preset()), Optional.empty(), true, Map.of(), List.of(relay));
    GoalPorts ports =
        new GoalPorts(
            connection -> new HostAnswer.Answered(answer), SurveyProgress.silent(), "1.0.0");
    return new Check(ports)
        .run(
            new GoalRequest(
                new GoalRequest.Paths(List.of(policy), connections),
                List.of(),
                FailOn.ERROR,
                1,
                Situation.NOW));
  }

  /** The version and role that the preset is for: a setting that they lack would be no finding. */
  private static Map<String, String> facts(String preset) {
    Map<String, String> versions =
        Map.of("2010", "14.3", "2013", "15.0", "2016", "15.1", "2019", "15.2");
    String version =
        versions.entrySet().stream()
            .filter(entry -> preset.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("15.2");
    String role =
        preset.endsWith("-edge") ? "Edge" : version.equals("14.3") ? "HubTransport" : "Mailbox";
    return Map.of("ExchangeVersion", "Version " + version + " (Build 1.1)", "ServerRole", role);
  }
}
