package org.relaycheck.state;

import java.util.List;
import java.util.Optional;

/**
 * What a host answered about one kind.
 *
 * @param complete whether the answer lists every resource of the kind
 * @param unread why the kind could not be read; empty if it was
 * @param resources what was found
 */
public record KindState(boolean complete, Optional<String> unread, List<Observed> resources) {

  public KindState {
    resources = List.copyOf(resources);
  }
}
