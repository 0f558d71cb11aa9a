package org.relaycheck.goal.remediate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.Bench;
import org.relaycheck.goal.Fleet;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.Remediation;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.goal.export.Export;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.state.Address;

/** What must hold of a patch, whatever the policy says and whatever the hosts have. */
class PolicyAdopterLawsTest {

  private static final int SEEDS = 20;
  private static final Pattern COMMENT = Pattern.compile("# c\\d+");

  @TempDir private Path folder;

  @BeforeAll
  static void there_is_git() {
    Bench.needsGit();
  }

  @Test
  void after_the_patch_only_what_was_told_is_left_and_every_comment_stays() throws Exception {
    int adopted = 0;
    int left = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Fleet before = Fleet.of(seed);
      String policy = commented(export(before), random);
      Bench bench =
          new Bench(folder.resolve("bench" + seed), before.drifted(random))
              .with(Bench.POLICY, policy);
      List<Finding> findings = open(bench);

      Remediation adoption = bench.remediate();

      if (!adoption.patch().isEmpty()) {
        bench.apply(adoption.patch());
      }
      List<Finding> after = open(bench);
      assertThat(after)
          .as("seed %d\n%s", seed, adoption.patch())
          .allMatch(finding -> isTold(finding, adoption));
      assertThat(comments(bench.text(Bench.POLICY)))
          .as("seed %d\n%s", seed, adoption.patch())
          .containsExactlyElementsOf(comments(policy));
      adopted += findings.size() - after.size();
      left += after.size();
    }
    assertThat(adopted).isGreaterThan(SEEDS * 10);
    assertThat(left).isLessThan(adopted / 4);
  }

  private static List<Finding> open(Bench bench) {
    return bench.check().drift().findings().stream()
        .filter(
            finding ->
                finding.verdict() != Verdict.UNCLEAR
                    && finding.verdict() != Verdict.NOT_APPLICABLE
                    && finding.verdict() != Verdict.BROKEN)
        .toList();
  }

  /** Alone, or among the hosts that have the same. */
  private static boolean isTold(Finding finding, Remediation adoption) {
    Address address = finding.subject().address();
    String setting = finding.subject().settingName();
    return adoption.notAdopted().stream()
        .filter(line -> setting.isEmpty() || line.contains(" " + setting + ": "))
        .anyMatch(
            line ->
                line.startsWith("not adopted: " + address)
                    || (line.startsWith("not adopted: ")
                        && line.contains(" on ")
                        && line.contains(address.host())));
  }

  private String export(Fleet fleet) throws Exception {
    Bench bench = new Bench(folder.resolve("export"), fleet).with("none", "");
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(List.of(), bench.folder().resolve("relay-connections.yaml")),
            List.of(),
            FailOn.ERROR,
            1,
            Situation.NOW);
    return new Export(new GoalPorts(fleet, SurveyProgress.silent(), "test"))
        .run(request, List.of(), folder)
        .policy();
  }

  /** With comments on lines of their own and at the ends of others, and other line ends. */
  private static String commented(String policy, SplittableRandom random) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : policy.split("\n")) {
      if (random.nextInt(4) == 0 && !line.isBlank()) {
        lines.add(
            line.substring(0, line.length() - line.stripLeading().length()) + "# c" + number++);
      }
      boolean plain = line.matches(" *[\\w]+: [\\w.,\\[\\] ]+|.*: \\[.*\\]|.*[\\w']:");
      lines.add(plain && random.nextBoolean() ? line + " # c" + number++ : line);
    }
    String unlisted =
        ResourceKinds.catalogues().stream()
            .map(Catalogue::kind)
            .map(kind -> kind + ": warning")
            .collect(Collectors.joining(", "));
    lines.add("unlisted: {" + unlisted + "}");
    String end = random.nextBoolean() ? "\r\n" : "\n";
    return String.join(end, lines) + (random.nextBoolean() ? end : "");
  }

  private static List<String> comments(String text) {
    Matcher comment = COMMENT.matcher(text);
    return comment.results().map(found -> found.group()).sorted().toList();
  }
}
