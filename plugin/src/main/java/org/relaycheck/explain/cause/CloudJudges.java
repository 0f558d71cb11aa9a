package org.relaycheck.explain.cause;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.ExchangeOnline;
import org.relaycheck.landscape.input.Known;

/** What accounts and servers say about refusals of Exchange Online. */
final class CloudJudges {

  private CloudJudges() {}

  /** An account whose logins Exchange Online ends. */
  static Optional<CauseJudgement> login(Account account) {
    return Known.asking(() -> ExchangeOnline.endOfLogin(account))
        .value()
        .map(
            told ->
                CauseJudgement.of(
                    ExchangeOnline.isLoginOver(account) ? Likelihood.LIKELY : Likelihood.POSSIBLE,
                    account + ": " + told));
  }

  /** Servers that it slows down because of their age. */
  static CauseJudgement throttling(FlowRead world) {
    return CauseJudgement.any(
        world.open().stream()
            .flatMap(
                one ->
                    Known.asking(() -> ExchangeOnline.throttling(one)).value().stream()
                        .map(told -> CauseJudgement.of(Likelihood.FITS, one + ": " + told)))
            .toList());
  }
}
