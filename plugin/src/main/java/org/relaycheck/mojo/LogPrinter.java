package org.relaycheck.mojo;

import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.relaycheck.report.Line;

/** The only way to Maven's log: what is printed is a {@link Line}, whatever stands in it. */
final class Printer {

  private final Log log;

  Printer(Log log) {
    this.log = log;
  }

  void info(String text) {
    print(new Line(Line.Level.INFO, text));
  }

  void warn(String text) {
    print(new Line(Line.Level.WARN, text));
  }

  void error(String text) {
    print(new Line(Line.Level.ERROR, text));
  }

  void print(List<Line> lines) {
    lines.forEach(this::print);
  }

  private void print(Line line) {
    String text = line.text();
    switch (line.level()) {
      case ERROR -> log.error(text);
      case WARN -> log.warn(text);
      case INFO -> log.info(text);
      case DEBUG -> log.debug(text);
    }
  }
}
