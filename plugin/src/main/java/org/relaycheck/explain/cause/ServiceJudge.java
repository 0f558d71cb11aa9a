package org.relaycheck.explain.cause;

import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.ServerResource;

/**
 * Asks Database Mail as a whole, on each instance that was read.
 *
 * @param row the setting that tells
 * @param weigh what a value of it says
 * @param <T> its values
 */
record ServiceJudge<T>(Property<T> row, Function<T, Likelihood> weigh) implements CauseJudge {

  @Override
  public CauseJudgement of(FlowRead world) {
    return CauseJudgement.any(
        world.services().stream().flatMap(service -> told(service).stream()).toList());
  }

  private Optional<CauseJudgement> told(ServerResource service) {
    return service
        .known(row)
        .value()
        .map(value -> CauseJudgement.of(weigh.apply(value), service.told(row)));
  }
}
