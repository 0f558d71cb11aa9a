package org.relaycheck.explain.cause;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.HeldReply;
import org.relaycheck.landscape.input.Known;

/** What makes a mail server answer late, and how long an account waits for it. */
final class HeldReplyJudges {

  private HeldReplyJudges() {}

  /** The delayed acknowledgement, which 2013 and later return and do not use. */
  static Optional<CauseJudgement> delay(Connector connector) {
    Known<Boolean> delays = Known.exactly(() -> connector.server().delaysAcknowledgements());
    if (delays.value().equals(Optional.of(false))) {
      return Optional.of(
          CauseJudgement.of(
              Likelihood.EXCLUDED,
              connector
                  + ": Exchange 2013 and later show "
                  + ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY
                  + " and do not use it"));
    }
    Optional<Duration> delay =
        connector.known(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY).value();
    return delay.map(
        time -> {
          String told = connector.told(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY);
          if (time.isZero()) {
            return CauseJudgement.of(Likelihood.UNLIKELY, told + ", so nothing is held back");
          }
          return delays.value().isPresent()
              ? CauseJudgement.of(Likelihood.FITS, told + " on Exchange 2010")
              : CauseJudgement.of(Likelihood.POSSIBLE, told + "; it counts only on Exchange 2010");
        });
  }

  /** Accounts that wait less than their server may take. */
  static CauseJudgement timeout(FlowRead world) {
    List<CauseJudgement> told = new ArrayList<>();
    for (Account account : world.accounts()) {
      Known<Duration> waits = Known.exactly(() -> account.patience());
      if (waits.value().isPresent()) {
        told.add(timeout(account, waits.value().get(), world.ends(account)));
      } else if (account.isEmpty(MailAccountRows.TIMEOUT)) {
        told.add(
            CauseJudgement.of(
                Likelihood.POSSIBLE,
                account.told(MailAccountRows.TIMEOUT) + ", so it is not stated how long it waits"));
      }
    }
    return CauseJudgement.any(told);
  }

  private static CauseJudgement timeout(Account account, Duration waits, List<Connector> ends) {
    String told = account.told(MailAccountRows.TIMEOUT) + " s; ";
    for (Connector end : ends) {
      Optional<HeldReply> held = Known.asking(() -> HeldReply.outlasting(waits, end)).value();
      if (held.isPresent()) {
        return CauseJudgement.of(
            Likelihood.FITS,
            told
                + end
                + " may hold a reply for "
                + held.get().longest().toSeconds()
                + " s ("
                + held.get().settings()
                + ")");
      }
    }
    boolean enough = waits.compareTo(HeldReply.ENOUGH) >= 0;
    return CauseJudgement.of(
        enough ? Likelihood.UNLIKELY : Likelihood.FITS,
        told
            + "back pressure may hold a reply for "
            + HeldReply.BACK_PRESSURE.toSeconds()
            + " s"
            + (enough ? ", and nothing that was read for longer" : ""));
  }
}
