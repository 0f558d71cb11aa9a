package org.relaycheck.proof;

import java.util.Optional;
import org.relaycheck.probe.Held;
import org.relaycheck.probe.Mailed;

/**
 * What a connector did under load.
 *
 * @param held with many connections; empty if that was not tried
 * @param mailed with many messages; empty if that was not tried
 */
public record Measured(Optional<Held> held, Optional<Mailed> mailed) {

  /** Nothing was tried. */
  public static Measured nothing() {
    return new Measured(Optional.empty(), Optional.empty());
  }
}
