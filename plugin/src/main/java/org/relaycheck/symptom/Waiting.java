package org.relaycheck.symptom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ExchangeReleases;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** What makes a mail server answer late, and how long an account waits for it. */
final class Waiting {

  /** Back pressure alone holds a reply back for up to 55 s (back pressure guide). */
  private static final long PATIENT = 60;

  private Waiting() {}

  /** The delayed acknowledgement, which 2013 and later return and do not use. */
  static Optional<Judgement> delay(Connector connector) {
    Optional<Duration> delay = connector.known(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY);
    Optional<Boolean> later = connector.since(ExchangeReleases.EXCHANGE_2013);
    if (later.orElse(false)) {
      return Optional.of(
          Judgement.of(
              Weight.EXCLUDED,
              connector
                  + ": Exchange 2013 and later show "
                  + ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY
                  + " and do not use it"));
    }
    return delay.map(
        time -> {
          String told = connector.found().told(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY);
          if (time.isZero()) {
            return Judgement.of(Weight.UNLIKELY, told + ", so nothing is held back");
          }
          return later.isPresent()
              ? Judgement.of(Weight.FITS, told + " on Exchange 2010")
              : Judgement.of(Weight.POSSIBLE, told + "; it counts only on Exchange 2010");
        });
  }

  /** Accounts that wait less than their server may take. */
  static Judgement timeout(World world) {
    Route route = new Route(world, world.connectors());
    List<Judgement> told = new ArrayList<>();
    for (Found account : world.accounts()) {
      long needed = needed(route.ends(account));
      Optional<Long> waits = account.known(MailAccountRows.TIMEOUT);
      if (waits.isPresent()) {
        boolean enough = waits.get() >= needed;
        told.add(
            Judgement.of(
                enough ? Weight.UNLIKELY : Weight.FITS,
                account.told(MailAccountRows.TIMEOUT) + " s; " + needed + " s would outlast it"));
      } else if (account.isEmpty(MailAccountRows.TIMEOUT)) {
        told.add(
            Judgement.of(
                Weight.POSSIBLE,
                account.told(MailAccountRows.TIMEOUT) + ", so nobody has said how long it waits"));
      }
    }
    return Judgement.any(told);
  }

  /** Seconds that a server may hold a reply back. */
  private static long needed(List<Connector> ends) {
    long needed = PATIENT;
    for (Connector end : ends) {
      if (!end.since(ExchangeReleases.EXCHANGE_2013).orElse(true)) {
        long delay =
            seconds(end.known(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY))
                + seconds(end.known(ReceiveConnectorRows.TARPIT_INTERVAL));
        needed = Math.max(needed, delay + 1);
      }
    }
    return needed;
  }

  private static long seconds(Optional<Duration> time) {
    return time.map(Duration::toSeconds).orElse(0L);
  }
}
