package org.relaycheck.probe;

import java.util.List;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.state.Address;

/**
 * What came of trying one connector at one place.
 *
 * @param connector which
 * @param endpoint where it was called
 * @param answered who answers there, in words
 * @param results what the policy says, each judged
 * @param measured under load
 * @param notes what was not tried, and how to
 */
public record ProbeAttempt(
    Address connector,
    SmtpAddress endpoint,
    String answered,
    List<ProbeResult> results,
    LoadMeasurement measured,
    List<String> notes) {

  public ProbeAttempt {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }
}
