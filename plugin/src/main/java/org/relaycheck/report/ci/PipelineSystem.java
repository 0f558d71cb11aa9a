package org.relaycheck.report.ci;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.relaycheck.report.Notice;
import org.relaycheck.report.text.VisibleText;

/**
 * A system that takes lines of a log for notices, which it shows beside the build.
 *
 * <p>Source: GitHub's "Workflow commands", with the escapes of its toolkit, and Azure's "Logging
 * commands", with the escapes of its task library.
 */
public enum PipelineSystem {
  GITHUB("GITHUB_ACTIONS") {
    @Override
    String line(Notice notice, RepositoryPaths paths) {
      String word =
          switch (notice.level()) {
            case UNKNOWN, ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
          };
      return "::"
          + word
          + " file="
          + field(paths.name(notice.place().file()))
          + ",line="
          + notice.place().line()
          + ",col="
          + notice.place().column()
          + ",title="
          + field(notice.rule())
          + "::"
          + escaped(notice.text(), Map.of('%', "%25"));
    }

    private String field(String text) {
      return escaped(text, Map.of('%', "%25", ':', "%3A", ',', "%2C"));
    }
  },
  AZURE("TF_BUILD") {
    @Override
    String line(Notice notice, RepositoryPaths paths) {
      String word =
          switch (notice.level()) {
            case UNKNOWN, ERROR -> "error";
            case WARNING, NOTE -> "warning";
          };
      return "##vso[task.logissue type="
          + word
          + ";sourcepath="
          + escaped(
              paths.name(notice.place().file()),
              Map.of('%', "%AZP25", ';', "%3B", ']', "%5D", '[', "%5B"))
          + ";linenumber="
          + notice.place().line()
          + ";columnnumber="
          + notice.place().column()
          + ";]"
          + escaped(notice.text(), Map.of('%', "%AZP25"));
    }
  };

  /** As many of a kind as GitHub shows of a step. */
  private static final int MOST = 10;

  private final String variable;

  PipelineSystem(String variable) {
    this.variable = variable;
  }

  /**
   * The one that a process runs in, if it is one of these.
   *
   * @param environment with {@code env.} before each name, as Maven has it
   */
  public static Optional<PipelineSystem> of(Properties environment) {
    for (PipelineSystem one : values()) {
      if ("true".equalsIgnoreCase(environment.getProperty("env." + one.variable))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Whole lines of a log for the first notices of each level; of notes, none. */
  public List<String> lines(List<Notice> notices, RepositoryPaths paths) {
    List<String> lines = new ArrayList<>();
    Map<Notice.Level, Integer> told = new EnumMap<>(Notice.Level.class);
    for (Notice notice : notices) {
      if (notice.level() != Notice.Level.NOTE
          && told.merge(kind(notice), 1, Integer::sum) <= MOST) {
        lines.add(line(notice, paths));
      }
    }
    return lines;
  }

  private static Notice.Level kind(Notice notice) {
    return notice.level() == Notice.Level.UNKNOWN ? Notice.Level.ERROR : notice.level();
  }

  abstract String line(Notice notice, RepositoryPaths paths);

  /** All of it visible and on one line, so that a text is no command of its own. */
  static String escaped(String text, Map<Character, String> signs) {
    StringBuilder escaped = new StringBuilder();
    VisibleText.of(text)
        .codePoints()
        .forEach(
            c -> {
              String same = Character.toString(c);
              escaped.append(
                  Character.isBmpCodePoint(c) ? signs.getOrDefault((char) c, same) : same);
            });
    return escaped.toString();
  }
}
