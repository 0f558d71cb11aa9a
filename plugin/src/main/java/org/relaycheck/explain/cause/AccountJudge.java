package org.relaycheck.explain.cause;

import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Account;

/**
 * Asks each mail account that was read.
 *
 * @param each what one account says; empty if it says nothing
 */
record AccountJudge(Function<Account, Optional<CauseJudgement>> each) implements CauseJudge {

  /** Weighs the value of one setting. */
  static <T> CauseJudge value(Property<T> row, Function<T, Likelihood> weigh) {
    return new AccountJudge(
        account ->
            account
                .known(row)
                .value()
                .map(value -> CauseJudgement.of(weigh.apply(value), account.told(row))));
  }

  @Override
  public CauseJudgement of(FlowRead world) {
    return CauseJudgement.any(
        world.accounts().stream().flatMap(account -> each.apply(account).stream()).toList());
  }
}
