package org.relaycheck.mojo;

import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.relaycheck.report.text.ConsoleLine;

/** The only way to Maven's log: what is printed is a {@link ConsoleLine}, whatever stands in it. */
final class LogPrinter {

  private final Log log;

  LogPrinter(Log log) {
    this.log = log;
  }

  void info(String text) {
    print(new ConsoleLine(ConsoleLine.Level.INFO, text));
  }

  void warn(String text) {
    print(new ConsoleLine(ConsoleLine.Level.WARN, text));
  }

  void error(String text) {
    print(new ConsoleLine(ConsoleLine.Level.ERROR, text));
  }

  void print(List<ConsoleLine> lines) {
    lines.forEach(this::print);
  }

  private void print(ConsoleLine line) {
    String text = line.text();
    switch (line.level()) {
      case ERROR -> log.error(text);
      case WARN -> log.warn(text);
      case INFO -> log.info(text);
      case DEBUG -> log.debug(text);
    }
  }
}
