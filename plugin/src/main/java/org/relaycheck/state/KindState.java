package org.relaycheck.state;

import java.util.List;
import java.util.Optional;

/**
 * What a host answered about one kind.
 *
 * @param complete whether the answer lists every resource of the kind
 * @param unread why the kind could not be read; empty if it was
 * @param resources what was found
 * @param gap why the answer does not list every resource, although somebody may say that it does;
 *     empty if nothing speaks against it
 */
public record KindState(
    boolean complete, Optional<String> unread, List<Observed> resources, Optional<String> gap) {

  public KindState {
    resources = List.copyOf(resources);
  }

  /** An answer in which nothing speaks against what is said of it. */
  public KindState(boolean complete, Optional<String> unread, List<Observed> resources) {
    this(complete, unread, resources, Optional.empty());
  }
}
