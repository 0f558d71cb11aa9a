package org.relaycheck.probe;

import java.util.Optional;
import org.relaycheck.probe.wire.HeldConnections;
import org.relaycheck.probe.wire.MailingResult;

/**
 * What a connector did under load.
 *
 * @param held with many connections; empty if that was not tried
 * @param mailed with many messages; empty if that was not tried
 */
public record LoadMeasurement(Optional<HeldConnections> held, Optional<MailingResult> mailed) {

  /** Nothing was tried. */
  public static LoadMeasurement nothing() {
    return new LoadMeasurement(Optional.empty(), Optional.empty());
  }
}
