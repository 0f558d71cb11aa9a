package org.relaycheck.proof;

import java.util.List;
import org.relaycheck.probe.Endpoint;
import org.relaycheck.state.Address;

/**
 * What came of trying one connector at one place.
 *
 * @param connector which
 * @param endpoint where it was called
 * @param answered who answers there, in words
 * @param points what the policy says, each judged
 * @param measured under load
 * @param notes what was not tried, and how to
 */
public record Trial(
    Address connector,
    Endpoint endpoint,
    String answered,
    List<Point> points,
    Measured measured,
    List<String> notes) {

  public Trial {
    points = List.copyOf(points);
    notes = List.copyOf(notes);
  }
}
