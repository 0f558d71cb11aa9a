package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.relaycheck.goal.explain.ExplainQuestion;
import org.relaycheck.goal.explain.ExplainTest;
import org.relaycheck.report.text.ConsoleLine;

/** The log of the example project, which a newcomer lets explain read first. */
class ExampleLogTest {

  private static final Path EXAMPLE = Path.of("../example-project");

  @Test
  void it_leads_to_the_limit_per_source_and_to_the_delay_of_the_old_server() throws Exception {
    Optional<Path> log = Optional.of(EXAMPLE.resolve("logs/database-mail.log"));
    ExplainQuestion puzzle =
        new ExplainQuestion(List.of(), Optional.empty(), log, Optional.empty());

    String said =
        ExplainTest.explain().run(ExplainTest.request(EXAMPLE), puzzle).page().lines().stream()
            .map(ConsoleLine::text)
            .collect(Collectors.joining("\n"))
            .replaceAll("\n    ", " ");

    assertThat(said)
        .contains("1. the limit of connections from one client address (fits what was read)")
        .contains("EX10\\SQL Relay: MaxInboundConnectionPerSource 20 is the limit for one client")
        .contains("2. Exchange 2010 holds back its last reply (fits what was read)")
        .contains("EX10\\SQL Relay: MaxAcknowledgementDelay 00:00:30 on Exchange 2010")
        .contains("EX10\\SQL Relay: at least 100 (preset:bulk-relay-2010:21:7)")
        .doesNotContain("What is not known");
  }
}
