package org.relaycheck.mojo.output;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.logging.Log;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.VisibleText;

/** The only way to Maven's log: what is printed is a {@link ConsoleLine}, whatever stands in it. */
public final class LogPrinter {

  private final Log log;
  private final UnaryOperator<String> words;

  /**
   * A printer.
   *
   * @param words puts a text as the run and the console need it
   */
  public LogPrinter(Log log, UnaryOperator<String> words) {
    this.log = log;
    this.words = words;
  }

  /** What a goal exists to print: under {@code mvn -q} it is printed without a level. */
  public void answer(String text) {
    if (log.isInfoEnabled()) {
      info(text);
    } else {
      System.out.println(shown(text));
    }
  }

  /** The same for each line that is no louder by itself. */
  public void answer(List<ConsoleLine> lines) {
    for (ConsoleLine line : lines) {
      if (line.level() == ConsoleLine.Level.INFO) {
        answer(line.text());
      } else {
        print(line);
      }
    }
  }

  private String shown(String text) {
    return VisibleText.of(words.apply(text));
  }

  public void info(String text) {
    print(new ConsoleLine(ConsoleLine.Level.INFO, text));
  }

  public void warn(String text) {
    print(new ConsoleLine(ConsoleLine.Level.WARN, text));
  }

  public void error(String text) {
    print(new ConsoleLine(ConsoleLine.Level.ERROR, text));
  }

  public void print(List<ConsoleLine> lines) {
    lines.forEach(this::print);
  }

  private void print(ConsoleLine line) {
    String text = shown(line.text());
    switch (line.level()) {
      case ERROR -> log.error(text);
      case WARN -> log.warn(text);
      case INFO -> log.info(text);
      case DEBUG -> log.debug(text);
    }
  }
}
