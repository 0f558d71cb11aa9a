package org.relaycheck.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relaycheck.report.ci.GitLabReport;
import org.relaycheck.report.ci.RepositoryPaths;
import org.relaycheck.report.ci.SarifReport;
import org.relaycheck.report.json.JsonReport;

/** A file of the output folder that a user may choose. */
public enum ReportFile {
  JSON(paths -> new JsonReport()),
  MARKDOWN(paths -> new MarkdownReport()),
  HTML(paths -> new HtmlReport()),
  JUNIT(paths -> new JUnitReport()),
  GITLAB(GitLabReport::new),
  SARIF(SarifReport::new);

  /** What is written unless somebody chooses. */
  public static final Set<ReportFile> USUAL =
      Collections.unmodifiableSet(EnumSet.of(JSON, MARKDOWN, HTML, JUNIT));

  private final Function<RepositoryPaths, ReportFormat> maker;

  ReportFile(Function<RepositoryPaths, ReportFormat> maker) {
    this.maker = maker;
  }

  /** As {@code relay.formats} spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this word, in any case. */
  public static Optional<ReportFile> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
  }

  ReportFormat format(RepositoryPaths paths) {
    return maker.apply(paths);
  }

  String fileName() {
    return format(new RepositoryPaths(Path.of(""))).fileName();
  }
}
