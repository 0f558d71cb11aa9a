package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.goal.MailFlowSituations.Question;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.report.CheckRun;

/** Check, explain and probe say the same of one situation. */
class MailFlowAgreementTest {

  /**
   * It takes whatever mail comes up to 36 MB, ten connections at a time, is slow, and knows no TLS.
   */
  private static final FullServer SERVER =
      new FullServer(
          new ServerRoute.Route("10.0.4.11", "10.0.0.5"),
          10,
          MailFlowSituations.LIMIT,
          Duration.ofSeconds(95),
          List.of("relay.corp.example", "SIZE 37748736", "PIPELINING"));

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> check_explain_and_probe_agree() {
    return MailFlowSituations.ALL.stream().map(one -> dynamicTest(one.name(), () -> agree(one)));
  }

  private void agree(MailFlowSituations.Situation situation) throws Exception {
    RuledSite site =
        situation.site().apply(new RuledSite(Files.createTempDirectory(folder, "site")));

    for (Question question : situation.questions()) {
      String said = said(site, question);

      if (question.says().isEmpty() && question.never().isEmpty()) {
        assertThat(said).as(question.toString()).isEmpty();
      }
      question.says().forEach(says -> assertThat(said).as(question.toString()).contains(says));
      question.never().forEach(never -> assertThat(said).as(never).doesNotContain(never));
    }
  }

  private static String said(RuledSite site, Question question) {
    return switch (question.to()) {
      case CHECK -> {
        CheckRun run = site.check();
        assertThat(run.hosts()).as(run.drift().coverage().notes().toString()).isNotEmpty();
        yield String.join("; ", RuledSite.broken(run, question.about()).values())
            + RuledSite.unchecked(run, question.about());
      }
      case EXPLAIN -> site.explain(question.about());
      case PROBE -> site.probe(SERVER, question.about());
    };
  }
}
