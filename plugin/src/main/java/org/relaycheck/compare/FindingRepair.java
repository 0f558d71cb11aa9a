package org.relaycheck.compare;

import java.util.List;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Fix;

/** What would take a finding out of the world, with its types, for those who write scripts. */
public sealed interface FindingRepair {

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
  }

  /** Creating a resource that is missing. */
  record Create(Desired desired, Address address) implements FindingRepair {}

  /** Removing a resource that must not be there. */
  record Remove(Desired desired, Observed observed) implements FindingRepair {}
}
