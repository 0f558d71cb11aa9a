package org.relaycheck.mojo.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relaycheck.mojo.Overheard;
import org.relaycheck.mojo.Told;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;

class LogPrinterTest {

  private static final List<ConsoleLine> PAGE =
      List.of(new ConsoleLine(Level.INFO, "what was asked"), new ConsoleLine(Level.WARN, "beware"));

  @Test
  void under_q_a_goal_still_prints_what_it_exists_to_print() {
    Told told = new Told(false);
    try (Overheard heard = new Overheard()) {

      LogPrinter printer = new LogPrinter(told, text -> text);
      printer.info("on the way");
      printer.answer(PAGE);

      assertThat(new String(heard.bytes(), StandardCharsets.UTF_8).lines())
          .containsExactly("what was asked");
      assertThat(told.lines()).containsExactly("info on the way", "warn beware");
    }
  }

  @Test
  void else_it_is_printed_as_everything_is() {
    Told told = new Told();

    new LogPrinter(told, text -> text).answer(PAGE);

    assertThat(told.lines()).containsExactly("info what was asked", "warn beware");
  }
}
