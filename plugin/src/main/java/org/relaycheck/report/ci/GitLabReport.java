package org.relaycheck.report.ci;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Notice;
import org.relaycheck.report.ReportFormat;
import org.relaycheck.report.json.EscapingWriter;
import org.relaycheck.report.json.JsonFields;

/**
 * A run as a code quality report of GitLab, which merge requests show beside the line.
 *
 * <p>Source: GitLab's documentation, "Code Quality report format": an array; each entry has
 * description, check_name, fingerprint, location.path without {@code ./}, location.lines.begin, and
 * one of five severities; there is no byte order mark.
 */
public final class GitLabReport implements ReportFormat {

  private static final FormattingStyle STYLE = FormattingStyle.PRETTY.withNewline("\n");

  private final RepositoryPaths paths;

  public GitLabReport(RepositoryPaths paths) {
    this.paths = paths;
  }

  @Override
  public String fileName() {
    return "gl-code-quality.json";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(new EscapingWriter(out));
    json.setFormattingStyle(STYLE);
    json.beginArray();
    for (Notice notice : Notice.of(run)) {
      entry(notice, json);
    }
    json.endArray();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private void entry(Notice notice, JsonWriter json) throws IOException {
    json.beginObject();
    new JsonFields(json)
        .text("description", notice.text())
        .text("check_name", notice.rule())
        .text("fingerprint", notice.id())
        .text("severity", severity(notice.level()));
    json.name("location").beginObject();
    new JsonFields(json).text("path", paths.name(notice.place().file()));
    json.name("lines").beginObject();
    new JsonFields(json).number("begin", notice.place().line());
    json.endObject();
    json.endObject();
    json.endObject();
  }

  private static String severity(Notice.Level level) {
    return switch (level) {
      case UNKNOWN -> "critical";
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
