package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.powershell.CannedAnswer;

class CollectedFileTest {

  private static final String FRAME =
      CannedAnswer.frame("0123456789abcdef", CannedAnswer.connector());

  @TempDir private Path folder;

  @Test
  void what_the_collector_wrote_is_a_record() {
    Answer answer = ((HostAnswer.Answered) new Recordings(folder).ask(FRAME)).answer();

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("SQL Relay");
    assertThat(answer.at()).contains(Instant.parse("2026-11-24T08:00:00Z"));
    assertThat(answer.complete()).isNotEmpty();
  }

  @Test
  void half_of_it_is_none() {
    HostAnswer.Failed failed =
        (HostAnswer.Failed) new Recordings(folder).ask(FRAME.substring(0, 150));

    assertThat(failed.why()).contains("the collector's file is not whole");
    assertThat(failed.fix()).startsWith("run the collector again");
  }
}
