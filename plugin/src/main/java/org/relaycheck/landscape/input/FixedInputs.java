package org.relaycheck.landscape.input;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Raw;

/**
 * What would be found of a resource once the policy's fixes were written.
 *
 * @param before what was found
 * @param changes by row
 */
record FixedInputs(SettingInputs before, Map<Property<?>, FindingRepair.Change<?>> changes)
    implements SettingInputs, Binding.Others {

  @Override
  @SuppressWarnings("unchecked") // a change is kept under its own row
  public <T> Known<T> of(Property<T> row) {
    FindingRepair.Change<?> change = changes.get(row);
    if (change != null) {
      return after((FindingRepair.Change<T>) change);
    }
    return row.binding() instanceof Binding.Computed made
        ? computed(row, made.from().apply(this))
        : before.of(row);
  }

  @Override
  public boolean mentions(Property<?> row) {
    return before.mentions(row) || changed(row);
  }

  @Override
  public boolean changed(Property<?> row) {
    return changes.containsKey(row);
  }

  /** A person who fixes by hand does what the policy says, whichever value that is. */
  private static <T> Known<T> after(FindingRepair.Change<T> change) {
    if (change.fix() instanceof Fix.Write<T> write) {
      return new Known.Exactly<>(Optional.of(write.value()));
    }
    return change.fix() instanceof Fix.Clear<T>
        ? new Known.Exactly<>(Optional.empty())
        : Known.of(change.statement().wanted());
  }

  private static <T> Known<T> computed(Property<T> row, Raw raw) {
    var seen = row.read(raw);
    return seen.problem()
        .<Known<T>>map(
            why -> new Known.Unknown<>(new UnknownFact(row + " is not known: " + why, "")))
        .orElseGet(() -> new Known.Exactly<>(seen.known()));
  }

  @Override
  public Raw raw(Property<?> row) {
    return spelled(row);
  }

  @Override
  public <T> Raw spelled(Property<T> row) {
    return changed(row) ? SettingInputs.super.spelled(row) : before.spelled(row);
  }
}
