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
 * @param recorded whether a file holds the answer, so that a person can do something about the file
 */
public record KindState(
    boolean complete,
    Optional<String> unread,
    List<Observed> resources,
    Optional<String> gap,
    boolean recorded) {

  private static final String LIVE =
      "ask again with an account that may see all of them; this says what it lacks: mvn relay:doctor";

  public KindState {
    resources = List.copyOf(resources);
  }

  /** A recorded answer in which nothing speaks against what is said of it. */
  public KindState(boolean complete, Optional<String> unread, List<Observed> resources) {
    this(complete, unread, resources, Optional.empty(), true);
  }

  /** What to do about an answer of which something says that it is not whole. */
  public String gapFix() {
    return recorded ? "record the host again, without a filter and without an error" : LIVE;
  }

  /** What to do about an answer that does not say that it is whole. */
  public String wholeFix() {
    return recorded
        ? "record it with mvn relay:record, or set 'complete: true' for the host if you know that"
            + " nothing is missing"
        : LIVE;
  }
}
