package org.relaycheck.landscape.input;

import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Raw;

/**
 * What was found of a resource.
 *
 * @param observed what was found
 */
public record ObservedInputs(Observed observed) implements SettingInputs {

  private static final String AGAIN =
      "read the host again with an account that may see it (relay:doctor says more)";

  @Override
  public <T> Known<T> of(Property<T> row) {
    Optional<Reading<T>> reading = observed.settings().get(row);
    if (reading.isEmpty()) {
      String why = observed.unread().get(row);
      return unread(row, why == null ? "the answer does not mention it" : why);
    }
    return reading
        .get()
        .seen()
        .problem()
        .<Known<T>>map(why -> unread(row, why))
        .orElseGet(() -> new Known.Exactly<>(reading.get().seen().known()));
  }

  @Override
  public <T> Raw spelled(Property<T> row) {
    return observed
        .settings()
        .get(row)
        .map(Reading::raw)
        .orElseGet(() -> new Raw.Unread(row + " is not known"));
  }

  @Override
  public boolean mentions(Property<?> row) {
    return observed.settings().get(row).isPresent() || observed.unread().containsKey(row);
  }

  private static <T> Known<T> unread(Property<T> row, String why) {
    return new Known.Unknown<>(new UnknownFact(row + " is not known: " + why, AGAIN));
  }
}
