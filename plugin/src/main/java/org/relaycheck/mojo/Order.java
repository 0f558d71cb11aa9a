package org.relaycheck.mojo;

import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.drift.FailOn;

/**
 * The common parameters as Maven gives them.
 *
 * @param policy paths
 * @param connections a path
 * @param outputDirectory a path
 * @param failOn a word
 * @param hosts names; null for none, which is how Maven says it
 * @param parallel a number
 */
record Order(
    List<String> policy,
    String connections,
    String outputDirectory,
    String failOn,
    @Nullable List<String> hosts,
    int parallel) {

  FailOn threshold() throws MojoExecutionException {
    for (FailOn known : FailOn.values()) {
      if (known.word().equals(failOn.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new MojoExecutionException(
        "relay.failOn is '" + failOn + "'; it must be error, warning or none");
  }

  int threads() throws MojoExecutionException {
    if (parallel < 1) {
      throw new MojoExecutionException(
          "relay.parallel is " + parallel + "; it must be 1 or more, such as 8");
    }
    return parallel;
  }

  List<String> names() {
    return hosts == null ? List.of() : hosts.stream().map(String::strip).toList();
  }
}
