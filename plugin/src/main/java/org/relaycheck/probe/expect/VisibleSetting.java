package org.relaycheck.probe.expect;

import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.probe.wire.VisitResult;

/**
 * How a setting shows on the wire.
 *
 * @param row the setting
 * @param look finds it in what a visit showed; empty where it does not show
 * @param stoodFor whether something else is shown while it is empty
 * @param <T> its values
 */
record VisibleSetting<T>(
    Property<T> row, Function<VisitResult, Optional<WireValue<T>>> look, boolean stoodFor) {

  /** A setting of which nothing shows while it is empty. */
  VisibleSetting(Property<T> row, Function<VisitResult, Optional<WireValue<T>>> look) {
    this(row, look, false);
  }
}
