package org.relaycheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.probe.Routed;
import org.relaycheck.report.Run;

/** Check, explain and probe say the same of one situation. */
class MailFlowAgreementTest {

  /** It takes whatever mail comes, ten connections at a time, and is slow. */
  private static final FullServer SERVER =
      new FullServer(
          new Routed.Route("10.0.4.11", "10.0.0.5"),
          10,
          MailFlowSituations.LIMIT,
          Duration.ofSeconds(95));

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> check_explain_and_probe_agree() {
    return MailFlowSituations.ALL.entrySet().stream()
        .map(one -> dynamicTest(one.getKey(), () -> agree(one.getValue())));
  }

  private void agree(MailFlowSituations.Situation situation) throws Exception {
    RuledSite site =
        situation.site().apply(new RuledSite(Files.createTempDirectory(folder, "site")));

    Run run = site.check();

    String check =
        RuledSite.broken(run, situation.rule()) + RuledSite.unchecked(run, situation.rule());
    String explain = site.explain(situation.symptom());
    String probe = site.probe(SERVER, "Relay");
    assertThat(check).contains(situation.fact());
    assertThat(explain).contains(situation.fact()).doesNotContain(situation.never());
    assertThat(probe)
        .contains("'" + situation.answers() + "'")
        .contains(situation.probed())
        .startsWith("from 10.0.4.11 to 10.0.0.5 port 25: ");
  }
}
