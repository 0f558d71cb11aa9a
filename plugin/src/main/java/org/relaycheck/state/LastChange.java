package org.relaycheck.state;

import java.util.Optional;

/**
 * The last change of a resource, as the system tells it.
 *
 * @param by who, if it tells
 * @param at when, in the system's own text
 */
public record LastChange(Optional<String> by, Optional<String> at) {

  /** Nothing is told. */
  public static LastChange unknown() {
    return new LastChange(Optional.empty(), Optional.empty());
  }
}
