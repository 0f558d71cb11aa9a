package org.relaycheck.mojo;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.report.ReportFile;

/** The reports that {@code relay.formats} names. */
final class FormatChoice {

  /** What is written without the parameter, so that another can stand beside it. */
  private static final String USUAL = "usual";

  private FormatChoice() {}

  /** Those of the words; the usual ones of none. */
  static Set<ReportFile> of(@Nullable List<String> words) throws MojoExecutionException {
    List<String> named = CommonParameters.named(words);
    if (named.isEmpty()) {
      return ReportFile.USUAL;
    }
    Set<ReportFile> chosen = EnumSet.noneOf(ReportFile.class);
    for (String word : named) {
      Optional<ReportFile> one = ReportFile.of(word);
      if (word.equalsIgnoreCase(USUAL)) {
        chosen.addAll(ReportFile.USUAL);
      } else if (one.isPresent()) {
        chosen.add(one.get());
      } else {
        throw new MojoExecutionException(
            "relay.formats has '" + word + "'; it takes usual, " + words() + ", comma-separated");
      }
    }
    return chosen;
  }

  private static String words() {
    return Stream.of(ReportFile.values()).map(ReportFile::word).collect(Collectors.joining(", "));
  }
}
