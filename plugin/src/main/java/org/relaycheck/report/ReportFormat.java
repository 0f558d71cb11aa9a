package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;

/** A file that tells of a run. */
public interface ReportFormat {

  /** The name in the output folder. */
  String fileName();

  /** Writes all of it, with LF; the bytes depend on the run alone. */
  void write(CheckRun run, Writer out) throws IOException;
}
