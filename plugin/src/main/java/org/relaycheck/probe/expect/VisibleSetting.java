package org.relaycheck.proof;

import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.probe.Visited;

/**
 * How a setting shows on the wire.
 *
 * @param row the setting
 * @param look finds it in what a visit showed; empty where it does not show
 * @param stoodFor whether something else is shown while it is empty
 * @param <T> its values
 */
record Sight<T>(Property<T> row, Function<Visited, Optional<Shown<T>>> look, boolean stoodFor) {

  /** A setting of which nothing shows while it is empty. */
  Sight(Property<T> row, Function<Visited, Optional<Shown<T>>> look) {
    this(row, look, false);
  }
}
