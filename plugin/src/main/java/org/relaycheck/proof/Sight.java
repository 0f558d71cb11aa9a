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
 * @param <T> its values
 */
record Sight<T>(Property<T> row, Function<Visited, Optional<Shown<T>>> look) {}
