package org.relaycheck.goal.remediate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Reasons;
import org.relaycheck.compare.Verdict;
import org.relaycheck.compare.WaiverApplication;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.Remediation;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.state.Waivers;
import org.relaycheck.waivers.WaiversReader;
import org.relaycheck.yaml.PolicyException;

/** What is written to be accepted, and whether it is accepted when it is read again. */
class WaiverStubsTest {

  private static final LocalDate TODAY = LocalDate.ofInstant(Situation.NOW, ZoneOffset.UTC);
  private static final String SNAPSHOT = "waive/snapshot.yaml";
  private static final Path REMEDIATE = Path.of("src/test/resources/org/relaycheck/goal/remediate");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path temporary;

  /** Those with waivers of their own apart: a snapshot adds to them. */
  static List<Path> folders() {
    return Stream.concat(
            Situation.all().stream().map(Situation::folder),
            Stream.of(REMEDIATE.resolve("accounts"), REMEDIATE.resolve("connectors")))
        .filter(folder -> !Files.exists(folder.resolve("relay-waivers.yaml")))
        .toList();
  }

  private static GoalRequest request(Path folder, Optional<Path> waivers) {
    GoalRequest.Paths paths =
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")),
            folder.resolve("relay-connections.yaml"),
            waivers);
    return new GoalRequest(paths, List.of(), FailOn.WARNING, 1, Situation.NOW);
  }

  private static GoalPorts ports() {
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    return new GoalPorts(records, SurveyProgress.silent(), "1.0.0");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void after_a_snapshot_nothing_is_drift_and_nothing_is_scripted(Path folder) throws IOException {
    Path waivers = temporary.resolve("snapshot.yaml");
    Remediation before =
        Remediation.snapshot(ports(), request(folder, Optional.empty()), Path.of("."));
    Files.writeString(waivers, before.files().getOrDefault(SNAPSHOT, "waivers: []\n"));

    Remediation after =
        Remediation.snapshot(ports(), request(folder, Optional.of(waivers)), Path.of("."));

    assertThat(after.files()).isEmpty();
    assertThat(after.run().drift().waivers()).isEmpty();
    Outcome outcome = before.run().outcome();
    assertThat(after.run().outcome())
        .as("%s", after.run().drift().coverage().notes())
        .isEqualTo(outcome == Outcome.DRIFT ? Outcome.CLEAN : outcome);
    assertThat(open(after)).isZero();
    assertThat(after.run().drift().count(Verdict.WAIVED)).isEqualTo(open(before));
    assertThat(after.run().drift().count(Verdict.UNCLEAR))
        .isEqualTo(before.run().drift().count(Verdict.UNCLEAR));
  }

  /** What a waiver could cover, and would fail a build. */
  private static int open(Remediation result) {
    ComparisonResult drift = result.run().drift();
    return (int)
        drift.findings().stream()
            .filter(finding -> !isOnlyOnceFixed(finding))
            .filter(
                finding ->
                    switch (finding.verdict()) {
                      case MISSING, DRIFTED, UNEXPECTED, BROKEN ->
                          finding.severity().reaches(FailOn.WARNING.threshold());
                      case IN_SYNC, UNCLEAR, NOT_APPLICABLE, WAIVED -> false;
                    })
            .count();
  }

  private static boolean isOnlyOnceFixed(Finding finding) {
    return finding.difference().repair().orElse(null) instanceof FindingRepair.Reconcile rule
        && rule.onlyOnceFixed();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void a_snapshot_accepts_the_same_when_every_sentence_is_another(Path folder)
      throws IOException, PolicyException {
    Path file = temporary.resolve("snapshot.yaml");
    Remediation before =
        Remediation.snapshot(ports(), request(folder, Optional.empty()), Path.of("."));
    Files.writeString(file, before.files().getOrDefault(SNAPSHOT, "waivers: []\n"));
    Waivers waivers =
        new WaiversReader(ResourceKinds.catalogues(), ResourceKinds.rules(), TODAY)
            .read(file, Optional.empty());
    ComparisonResult drift = before.run().drift();
    List<Finding> reworded = drift.findings().stream().map(WaiverStubsTest::inOtherWords).toList();

    ComparisonResult waived =
        new WaiverApplication(waivers, TODAY)
            .of(
                new ComparisonResult(reworded, drift.counts(), drift.coverage()),
                before.run().hosts());

    assertThat(waived.count(Verdict.WAIVED)).isEqualTo(open(before));
    assertThat(waived.waivers()).isEmpty();
  }

  private static Finding inOtherWords(Finding finding) {
    Difference told = finding.difference();
    return new Finding(
        finding.subject(),
        finding.verdict(),
        finding.severity(),
        new Difference("another sentence", told.observed().map(s -> "other words"), told.repair()),
        new Reasons(Optional.empty(), Optional.empty(), Optional.of("a cause"), Optional.empty()),
        finding.trail());
  }

  @Test
  void a_stub_is_refused_until_a_person_says_why_and_who() throws IOException {
    Path file = temporary.resolve("stubs.yaml");
    Remediation result =
        Remediation.of(
            ports(), request(GOLDEN.resolve("presence"), Optional.empty()), Path.of("."));
    String stubs = result.files().getOrDefault("waive/stubs.yaml", "");
    long lines = stubs.lines().filter(line -> line.startsWith("- ")).count();
    Files.writeString(file, stubs);

    PolicyException refused =
        catchThrowableOfType(
            PolicyException.class,
            () ->
                new WaiversReader(ResourceKinds.catalogues(), ResourceKinds.rules(), TODAY)
                    .read(file, Optional.empty()));

    assertThat(lines).isPositive();
    assertThat(refused.problems()).hasSize((int) (2 * lines));
    assertThat(refused.problems())
        .extracting(problem -> problem.text().substring(0, 7))
        .containsOnly("'reason", "'owner'");
  }

  @Test
  void what_hosts_have_alike_is_one_line() throws IOException {
    Path folder = temporary;
    Files.writeString(
        folder.resolve("relay-policy.yaml"),
        "version: 1\nreceiveConnectors: {Relay: {hosts: [EX01, EX02, EX03], MaxHopCount: 60}}\n");
    Files.writeString(
        folder.resolve("relay-connections.yaml"),
        "hosts: {EX01: {recorded: EX01.xml}, EX02: {recorded: EX02.xml}, EX03: {recorded:"
            + " EX03.xml}}\n");
    for (String host : List.of("EX01", "EX02", "EX03")) {
      Files.writeString(
          folder.resolve(host + ".xml"),
          "<record version='1' host='%s' read='2026-11-24T06:00:00Z' complete='true'>"
                  .formatted(host)
              + "<resource kind='receiveConnectors' name='Relay'><value name='MaxHopCount'>"
              + (host.equals("EX03") ? 30 : 20)
              + "</value></resource></record>");
    }

    Remediation result =
        Remediation.snapshot(ports(), request(folder, Optional.empty()), Path.of("."));

    String start = "- {setting: MaxHopCount, kind: receiveConnectors, name: Relay, hosts: ";
    String end =
        ", reason: 'found on 2026-11-24, and not looked at yet',"
            + " owner: not named yet, until: '2027-02-22'}";
    assertThat(result.files().getOrDefault(SNAPSHOT, "").lines().skip(3))
        .containsExactly(
            start + "[EX01, EX02], accepted: 20" + end, start + "[EX03], accepted: 30" + end);
  }

  @Test
  void what_is_named_after_its_server_is_one_line_that_is_read_as_meant() throws IOException {
    Path folder = temporary;
    StringBuilder connections = new StringBuilder("hosts:\n");
    for (int i = 10; i < 40; i++) {
      String host = "EX" + i;
      connections.append("  " + host + ": {recorded: " + host + ".xml}\n");
      Files.writeString(
          folder.resolve(host + ".xml"),
          "<record version='1' host='%s' read='2026-11-24T06:00:00Z' complete='true'>"
                  .formatted(host)
              + "<resource kind='receiveConnectors' name='Relay %s'><value name='MaxHopCount'>20"
                  .formatted(host)
              + "</value><value name='Banner'>220 %s</value>".formatted(host)
              + overlapping("10.0.4.0/24")
              + "</resource><resource kind='receiveConnectors' name='Other %s'>".formatted(host)
              + overlapping("10.0.4.9-10.0.5.9")
              + "</resource></record>");
    }
    Files.writeString(
        folder.resolve("relay-policy.yaml"),
        "version: 1\nreceiveConnectors: {'Relay {host}': {hosts: all, MaxHopCount: 60, Banner:"
            + " '220 {host}.corp.example'}}\n");
    Files.writeString(folder.resolve("relay-connections.yaml"), connections);
    Path file = folder.resolve("waivers.yaml");

    String text =
        Remediation.snapshot(ports(), request(folder, Optional.empty()), Path.of("."))
            .files()
            .getOrDefault(SNAPSHOT, "");
    Files.writeString(file, text);
    Remediation after =
        Remediation.snapshot(ports(), request(folder, Optional.of(file)), Path.of("."));

    assertThat(text.lines().filter(line -> line.startsWith("- ")))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("name: 'Relay {host}', hosts: [EX10, EX11, "))
        .anySatisfy(line -> assertThat(line).contains("accepted: '220 {host}'"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "'Other {host}': {Bindings: '0.0.0.0:25', RemoteIPRanges: 10.0.4.9-10.0.5.9}"));
    assertThat(after.run().drift().count(Verdict.WAIVED)).isEqualTo(90);
    assertThat(after.run().outcome()).isEqualTo(Outcome.CLEAN);
  }

  private static String overlapping(String ranges) {
    return "<value name='Bindings'>0.0.0.0:25</value><value name='RemoteIPRanges'>"
        + ranges
        + "</value>";
  }

  @Test
  void what_is_accepted_already_is_not_written_again() {
    Remediation result =
        Remediation.snapshot(
            ports(), request(GOLDEN.resolve("waived"), Optional.empty()), Path.of("."));

    assertThat(result.files()).isEmpty();
  }
}
