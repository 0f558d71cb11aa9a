package org.relaycheck.mojo;

import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.relaycheck.report.Line;

/** Prints lines to Maven's log at their levels. */
final class Printer {

  private final Log log;

  Printer(Log log) {
    this.log = log;
  }

  void print(List<Line> lines) {
    lines.forEach(line -> print(line.level(), line.text()));
  }

  private void print(Line.Level level, String text) {
    switch (level) {
      case ERROR -> log.error(text);
      case WARN -> log.warn(text);
      case INFO -> log.info(text);
      case DEBUG -> log.debug(text);
    }
  }
}
