package org.relaycheck.mojo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.compare.FailOn;

/**
 * The common parameters as Maven gives them.
 *
 * @param paths to the files that are read
 * @param outputDirectory a path
 * @param failOn a word
 * @param hosts names; null for none, which is how Maven says it
 * @param parallel a number
 */
record CommonParameters(
    Paths paths,
    String outputDirectory,
    String failOn,
    @Nullable List<String> hosts,
    int parallel) {

  /**
   * Paths as Maven gives them.
   *
   * @param waivers null if nobody named the file
   */
  record Paths(List<String> policy, String connections, @Nullable String waivers) {}

  FailOn threshold() throws MojoExecutionException {
    return FailOn.of(failOn)
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "relay.failOn is '"
                        + failOn
                        + "'; it must be error, warning, none, new-by-change, error,new or"
                        + " warning,new"));
  }

  /** The folder of earlier runs, without which a run cannot tell what is new. */
  Optional<String> history(@Nullable String folder) throws MojoExecutionException {
    if (folder == null && threshold().isOfHistory()) {
      throw new MojoExecutionException(
          "relay.failOn is "
              + failOn
              + ", which needs what earlier runs found: name the folder that is kept for it with"
              + " \"-Drelay.history=relay-history\"");
    }
    return Optional.ofNullable(folder);
  }

  int threads() throws MojoExecutionException {
    if (parallel < 1) {
      throw new MojoExecutionException(
          "relay.parallel is " + parallel + "; it must be 1 or more, such as 8");
    }
    return parallel;
  }

  /** The policy files; an entry that is empty may have been meant as one, and is refused. */
  List<String> files() throws MojoExecutionException {
    List<String> files = named(paths.policy());
    if (files.isEmpty() || files.size() < paths.policy().size()) {
      throw new MojoExecutionException(
          "relay.policy names no file, or one of its entries is empty;"
              + " name files such as relay-policy.yaml, or leave it out");
    }
    return files;
  }

  List<String> names() {
    return named(hosts);
  }

  /** What is named in a list; Maven makes null of the list or of an entry that is empty. */
  static List<String> named(@Nullable List<String> list) {
    return list == null
        ? List.of()
        : list.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
  }
}
