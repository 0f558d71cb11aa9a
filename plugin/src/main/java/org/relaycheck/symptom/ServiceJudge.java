package org.relaycheck.symptom;

import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Resource;

/**
 * Asks Database Mail as a whole, on each instance that was read.
 *
 * @param row the setting that tells
 * @param weigh what a value of it says
 * @param <T> its values
 */
record ServiceJudge<T>(Property<T> row, Function<T, Weight> weigh) implements Judge {

  @Override
  public Judgement of(World world) {
    return Judgement.any(
        world.services().stream().flatMap(service -> told(service).stream()).toList());
  }

  private Optional<Judgement> told(Resource service) {
    return service
        .known(row)
        .value()
        .map(value -> Judgement.of(weigh.apply(value), service.told(row)));
  }
}
