package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TARPIT_INTERVAL;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * How long a receive connector may hold a reply back.
 *
 * <p>Every version holds replies to anonymous sessions that look abusive for TarpitInterval, and
 * Exchange 2010 the last reply to a mail for MaxAcknowledgementDelay, unless the sender knows
 * shadow redundancy, which Database Mail does not (Set-ReceiveConnector reference of 2018; shadow
 * redundancy guide). That both can fall on one reply is not documented; they are added to be safe.
 *
 * @param longest the time
 * @param settings what makes it so, in words
 */
public record HeldReply(Duration longest, String settings) {

  /**
   * Under load a reply to MAIL FROM is held for up to this (back pressure guide, 2016 and 2019).
   */
  public static final Duration BACK_PRESSURE = Duration.ofSeconds(55);

  /** What outlasts that, with a reserve. */
  public static final Duration ENOUGH = Duration.ofSeconds(60);

  /** What a connector may hold for as long as a client waits, or longer; empty if nothing. */
  public static Optional<HeldReply> outlasting(Duration wait, Connector connector)
      throws NotKnownException {
    Duration tarpit = connector.value(TARPIT_INTERVAL);
    if (wait.compareTo(tarpit) <= 0) {
      return Optional.of(new HeldReply(tarpit, connector.setting(TARPIT_INTERVAL)));
    }
    Known<Boolean> delays = Known.exactly(() -> connector.server().delaysAcknowledgements());
    if (delays.value().equals(Optional.of(false))) {
      return Optional.empty(); // 2007 does not have the other setting
    }
    Duration held = tarpit.plus(connector.value(MAX_ACKNOWLEDGEMENT_DELAY));
    return wait.compareTo(held) > 0 || !connector.server().delaysAcknowledgements()
        ? Optional.empty()
        : Optional.of(
            new HeldReply(
                held,
                connector.setting(MAX_ACKNOWLEDGEMENT_DELAY)
                    + " and "
                    + connector.setting(TARPIT_INTERVAL)));
  }
}
