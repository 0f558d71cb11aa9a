package org.relaycheck.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Product;

/** What became of asking a host. */
public sealed interface HostState {

  /**
   * It answered.
   *
   * @param facts about the host, by name
   * @param at when the answer was read; empty if the answer does not tell
   * @param kinds by kind, what it answered; a kind that is not in the map is not this host's
   * @param listing which servers the answer lists
   */
  record Read(
      Map<String, String> facts,
      Optional<Instant> at,
      Map<String, KindState> kinds,
      ServerListing listing)
      implements HostState {
    public Read {
      facts = Map.copyOf(facts);
      kinds = Map.copyOf(kinds);
    }

    /** An answer about this host alone. */
    public Read(Map<String, String> facts, Optional<Instant> at, Map<String, KindState> kinds) {
      this(facts, at, kinds, ServerListing.none());
    }
  }

  /**
   * It did not, or its answer cannot be trusted.
   *
   * @param why what happened
   * @param fix what to do
   * @param product the only one that it can be; empty if nobody knows
   */
  record Unread(String why, String fix, Optional<Product> product) implements HostState {

    /** A host that might have been anything. */
    public Unread(String why, String fix) {
      this(why, fix, Optional.empty());
    }

    /** The same of a host that can only be one product. */
    public Unread of(Optional<Product> only) {
      return new Unread(why, fix, only);
    }
  }

  /** It was not asked, on purpose. */
  record Skipped(String why) implements HostState {}
}
