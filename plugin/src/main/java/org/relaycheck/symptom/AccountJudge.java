package org.relaycheck.symptom;

import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Account;

/**
 * Asks each mail account that was read.
 *
 * @param each what one account says; empty if it says nothing
 */
record AccountJudge(Function<Account, Optional<Judgement>> each) implements Judge {

  /** Weighs the value of one setting. */
  static <T> Judge value(Property<T> row, Function<T, Weight> weigh) {
    return new AccountJudge(
        account ->
            account
                .known(row)
                .value()
                .map(value -> Judgement.of(weigh.apply(value), account.told(row))));
  }

  @Override
  public Judgement of(World world) {
    return Judgement.any(
        world.accounts().stream().flatMap(account -> each.apply(account).stream()).toList());
  }
}
