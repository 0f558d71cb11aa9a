package org.relaycheck.compare;

import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Address;
import org.relaycheck.state.BreachValue;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Fix;

/** What would take a finding out of the world, with its types. */
public sealed interface FindingRepair {

  /** What is written or done, in words; empty where nothing is to be written. */
  Optional<String> text();

  /** Whether only a person can do it. */
  default boolean isByHand() {
    return false;
  }

  /**
   * Changing a setting.
   *
   * @param observed the resource
   * @param statement what the policy says
   * @param reading what was found, in the spelling that a guard compares
   * @param fix what to write; by hand also where the policy or the row's range says so
   * @param beside all that is said in the same place of the policy, of settings that hold too: a
   *     change may take with it what another statement needs
   */
  record Change<T>(
      Observed observed,
      Statement<T> statement,
      Reading<T> reading,
      Fix<T> fix,
      List<Statement<?>> beside)
      implements FindingRepair {

    public Change {
      beside = List.copyOf(beside);
    }

    @Override
    public Optional<String> text() {
      return Optional.of(fix.show(statement.property().type()));
    }

    @Override
    public boolean isByHand() {
      return fix instanceof Fix.ByHand<T>;
    }
  }

  /** Creating a resource that is missing. */
  record Create(Desired desired, Address address) implements FindingRepair {
    @Override
    public Optional<String> text() {
      return Optional.of("create it");
    }
  }

  /** Removing a resource that must not be there. */
  record Remove(Desired desired, Observed observed) implements FindingRepair {
    @Override
    public Optional<String> text() {
      return Optional.of("remove it");
    }
  }

  /**
   * Making a rule hold, which only a person does.
   *
   * @param values by which it is broken
   * @param onlyOnceFixed whether it holds now, and the policy's fixes would break it
   */
  record Reconcile(List<BreachValue<?>> values, boolean onlyOnceFixed) implements FindingRepair {

    public Reconcile {
      values = List.copyOf(values);
    }

    @Override
    public Optional<String> text() {
      return Optional.empty();
    }
  }

  /** Reading a host, for want of which all that is asked of it is unclear. */
  record ReadHost(HostState.Unread host) implements FindingRepair {
    @Override
    public Optional<String> text() {
      return Optional.empty();
    }
  }
}
