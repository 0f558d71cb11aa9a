package org.relaycheck.compare;

import java.util.Optional;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Waiver;

/**
 * One thing that a comparison has to tell.
 *
 * @param subject what it is about
 * @param verdict what came of it
 * @param severity how much it matters
 * @param difference both sides in words
 * @param reasons why
 * @param trail where it was stated, and who changed the resource last
 */
public record Finding(
    Subject subject,
    Verdict verdict,
    Severity severity,
    Difference difference,
    Reasons reasons,
    Trail trail) {

  /**
   * What leads to the people behind a finding.
   *
   * @param origin where the policy states it; empty for what no policy names
   * @param change the resource's last change
   * @param waiver who accepts it for a time, if anybody does
   */
  public record Trail(Optional<Origin> origin, LastChange change, Optional<Waiver.Grant> waiver) {

    /** A trail of what nobody accepts. */
    public Trail(Optional<Origin> origin, LastChange change) {
      this(origin, change, Optional.empty());
    }

    Trail waived(Waiver.Grant grant) {
      return new Trail(origin, change, Optional.of(grant));
    }
  }
}
