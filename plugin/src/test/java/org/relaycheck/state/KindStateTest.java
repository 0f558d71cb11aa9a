package org.relaycheck.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindStateTest {

  @Test
  void a_host_that_is_asked_live_is_not_told_about_files() {
    KindState live = answer(false);

    assertThat(List.of(live.gapFix(), live.wholeFix()))
        .allMatch(fix -> fix.endsWith("mvn relay:doctor"))
        .noneMatch(fix -> fix.contains("record") || fix.contains("complete"));
  }

  @Test
  void of_a_record_it_is_the_file_that_can_be_made_anew() {
    KindState recorded = answer(true);

    assertThat(recorded.gapFix()).startsWith("record the host again");
    assertThat(recorded.wholeFix()).contains("mvn relay:record", "'complete: true'");
  }

  private static KindState answer(boolean recorded) {
    return new KindState(false, Optional.empty(), List.of(), Optional.of("cut off"), recorded);
  }
}
