package org.relaycheck.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.report.ci.GitLabReport;
import org.relaycheck.report.ci.RepositoryPaths;
import org.relaycheck.report.ci.SarifReport;
import org.relaycheck.report.json.JsonReport;

/** A file of the output folder that a user may choose. */
public enum ReportFile {
  JSON,
  MARKDOWN,
  HTML,
  JUNIT,
  GITLAB,
  SARIF;

  /** What is written unless somebody chooses. */
  public static final Set<ReportFile> USUAL =
      Collections.unmodifiableSet(EnumSet.of(JSON, MARKDOWN, HTML, JUNIT));

  /** As {@code relay.formats} spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this word, in any case. */
  public static Optional<ReportFile> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
  }

  ReportFormat format(RepositoryPaths paths) {
    return switch (this) {
      case JSON -> new JsonReport();
      case MARKDOWN -> new MarkdownReport();
      case HTML -> new HtmlReport();
      case JUNIT -> new JUnitReport();
      case GITLAB -> new GitLabReport(paths);
      case SARIF -> new SarifReport(paths);
    };
  }

  String fileName() {
    return format(new RepositoryPaths(Path.of(""))).fileName();
  }
}
