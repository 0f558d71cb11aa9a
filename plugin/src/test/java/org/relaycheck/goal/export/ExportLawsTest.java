package org.relaycheck.goal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.Fleet;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.Severity;
import org.relaycheck.yaml.PolicyException;

/** What must hold of an exported policy, whatever the hosts have. */
class ExportLawsTest {

  private static final int SEEDS = 25;
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Pattern REMARK =
      Pattern.compile(" +# (?:([A-Z0-9, ]+): )?([\\w, ]+) left out: .*");

  @TempDir private Path folder;

  @Test
  void what_was_exported_checks_clean_against_the_same_hosts() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Fleet fleet = Fleet.of(seed);

      String policy = export(fleet);

      CheckRun run = check(fleet, policy);
      assertThat(run.drift().coverage().notes())
          .as("seed %d\n%s", seed, policy)
          .allMatch(note -> note.startsWith("rule"));
      assertThat(run.drift().findings())
          .as("seed %d\n%s", seed, policy)
          .allMatch(finding -> finding.verdict() == Verdict.BROKEN); // values at random break rules
      if (nameable(fleet) > 0) {
        boolean harm = // an open relay is no better for being in the policy
            run.drift().findings().stream().anyMatch(one -> one.severity() == Severity.ERROR);
        assertThat(run.outcome())
            .as("seed %d", seed)
            .isEqualTo(harm ? Outcome.DRIFT : Outcome.CLEAN);
      }
    }
  }

  @Test
  void every_resource_whose_name_a_policy_can_hold_is_exported() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Fleet fleet = Fleet.of(seed);

      CheckRun run = check(fleet, export(fleet));

      assertThat(run.drift().coverage().judged()).as("seed %d", seed).hasSize(nameable(fleet));
    }
  }

  @Test
  void the_order_of_hosts_and_resources_does_not_change_a_byte() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Fleet fleet = Fleet.of(seed);

      String policy = export(fleet.backwards());

      assertThat(policy).as("seed %d", seed).isEqualTo(export(fleet));
    }
  }

  @Test
  void every_setting_that_is_not_stated_is_remarked() throws Exception {
    int stated = 0;
    int remarked = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Fleet fleet = Fleet.of(seed);

      String policy = export(fleet);

      var coverage = check(fleet, policy).drift().coverage();
      int statements = coverage.read() - coverage.judged().size();
      int remarks = policy.lines().mapToInt(ExportLawsTest::settingsLeftOut).sum();
      assertThat(statements + remarks).as("seed %d\n%s", seed, policy).isEqualTo(settings(fleet));
      stated += statements;
      remarked += remarks;
    }
    assertThat(List.of(stated, remarked)).allMatch(number -> number > SEEDS * 100);
  }

  /** How many settings a remark names, on so many hosts. */
  private static int settingsLeftOut(String line) {
    Matcher remark = REMARK.matcher(line);
    return remark.matches() ? number(remark.group(1)) * number(remark.group(2)) : 0;
  }

  private static int number(@Nullable String listed) {
    return listed == null ? 1 : listed.split(", ").length;
  }

  /** How many settings the resources have that a policy may state. */
  private static int settings(Fleet fleet) {
    int number = 0;
    for (Answer answer : fleet.answers().values()) {
      for (AnswerItem item : answer.items()) {
        number += isNameable(item) ? (int) rows(item, answer).count() : 0;
      }
    }
    return number;
  }

  private static Stream<Property<?>> rows(AnswerItem item, Answer answer) {
    Catalogue catalogue =
        ResourceKinds.catalogues().stream()
            .filter(kind -> kind.kind().equals(item.kind()))
            .findFirst()
            .orElseThrow();
    Product product = catalogue.product();
    Map<String, String> facts = answer.facts();
    return catalogue.rows().stream()
        .filter(row -> !row.onlyForWhere() && !(row.binding() instanceof Binding.CreateOnly))
        .filter(
            row ->
                row.facts()
                    .validity()
                    .lacking(product.version(facts), product.role(facts))
                    .isEmpty());
  }

  @Test
  void the_text_is_good_to_read_and_compare() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      String policy = export(Fleet.of(seed));

      assertThat(policy.codePoints().filter(ExportLawsTest::unseen).boxed())
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  /** What YAML may not hold, or what would end a line of comment. */
  private static boolean unseen(int c) {
    boolean breaks = c == 0x2028 || c == 0x2029 || Character.isISOControl(c);
    return c != '\n' && (breaks || Character.getType(c) == Character.SURROGATE);
  }

  private static List<AnswerItem> items(Fleet fleet) {
    return fleet.answers().values().stream().flatMap(answer -> answer.items().stream()).toList();
  }

  private static int nameable(Fleet fleet) {
    return (int) items(fleet).stream().filter(ExportLawsTest::isNameable).count();
  }

  private static boolean isNameable(AnswerItem item) {
    return !item.name().isBlank()
        && !item.name().contains("\uD800")
        && !item.name().toUpperCase(Locale.ROOT).contains("{HOST}");
  }

  private String export(Fleet fleet) throws IOException, PolicyException {
    GoalRequest request = request(fleet);
    return new Export(ports(fleet)).run(request, List.of(), folder).policy();
  }

  private CheckRun check(Fleet fleet, String policy) throws IOException {
    GoalRequest request = request(fleet);
    Files.write(request.policies().get(0), policy.getBytes(StandardCharsets.UTF_8));
    return new Check(ports(fleet)).run(request);
  }

  private static GoalPorts ports(Fleet fleet) {
    return new GoalPorts(fleet, SurveyProgress.silent(), "test");
  }

  private GoalRequest request(Fleet fleet) throws IOException {
    Path connections = folder.resolve("relay-connections.yaml");
    Files.writeString(connections, fleet.connections());
    List<Path> policy = List.of(folder.resolve("relay-policy.yaml"));
    return new GoalRequest(
        new GoalRequest.Paths(policy, connections), List.of(), FailOn.ERROR, 1, NOW);
  }
}
