package org.relaycheck.mojo;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.report.history.RunHistory;

/**
 * The parameters of a history as Maven gives them.
 *
 * @param folder a path; null for no history
 * @param write whether the run leaves anything there
 */
record HistoryParameters(@Nullable String folder, boolean write) {

  /** The history, without which a run cannot tell what is new. */
  Optional<RunHistory> find(WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    if (folder == null && order.threshold().isOfHistory()) {
      throw new MojoExecutionException(
          "relay.failOn is "
              + order.failOn()
              + ", which needs what earlier runs found: name the folder that is kept for it with"
              + " \"-Drelay.history=relay-history\"");
    }
    return Optional.ofNullable(folder).map(place::path).map(RunHistory::new);
  }
}
