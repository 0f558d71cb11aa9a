package org.relaycheck.compare;

import java.util.Optional;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Severity;

/** The findings about a resource as a whole: whether it is there, whether it could be read. */
final class PresenceFindings {

  private static final String THERE = "present";
  private static final String GONE = "absent";

  private PresenceFindings() {}

  /**
   * A resource that is not there.
   *
   * @param cause what may be behind it, if there is a hint
   */
  static Finding missing(Desired desired, Address address, Optional<String> cause) {
    Difference difference =
        new Difference(
            THERE, Optional.of(GONE), Optional.of(new FindingRepair.Create(desired, address)));
    Found found = new Found(address, LastChange.unknown());
    return stated(desired, Verdict.MISSING, difference, found, cause);
  }

  static Finding unexpected(Desired desired, Observed observed) {
    Difference difference =
        new Difference(
            GONE, Optional.of(THERE), Optional.of(new FindingRepair.Remove(desired, observed)));
    Found found = new Found(observed.address(), observed.change());
    return stated(desired, Verdict.UNEXPECTED, difference, found, Optional.empty());
  }

  private record Found(Address address, LastChange change) {}

  private static Finding stated(
      Desired desired,
      Verdict verdict,
      Difference difference,
      Found found,
      Optional<String> cause) {
    return new Finding(
        new Subject(found.address(), Optional.empty(), Optional.empty(), Optional.empty()),
        verdict,
        desired.severity(),
        difference,
        new Reasons(Optional.empty(), desired.why(), cause, Optional.empty()),
        new Finding.Trail(Optional.of(desired.origin()), found.change()));
  }

  /** A resource that no statement of the policy names. */
  static Finding unlisted(Observed observed, Severity severity) {
    Difference difference = new Difference("named in the policy", Optional.of(THERE));
    return new Finding(
        new Subject(observed.address(), Optional.empty(), Optional.empty(), Optional.empty()),
        Verdict.UNEXPECTED,
        severity,
        difference,
        new Reasons(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        new Finding.Trail(Optional.empty(), observed.change()));
  }

  /** Something that could not be judged as a whole, with the cause and what to do. */
  static Finding unclear(
      Address address, Optional<String> baseline, Optional<Desired> desired, Cause cause) {
    Optional<Origin> origin = desired.map(Desired::origin);
    return new Finding(
        new Subject(address, Optional.empty(), Optional.empty(), baseline),
        Verdict.UNCLEAR,
        Severity.ERROR,
        new Difference(wanted(baseline, desired), Optional.empty(), cause.repair()),
        new Reasons(
            Optional.empty(),
            desired.flatMap(Desired::why),
            Optional.of(cause.why()),
            Optional.of(cause.fix())),
        new Finding.Trail(origin, LastChange.unknown()));
  }

  private static String wanted(Optional<String> baseline, Optional<Desired> desired) {
    if (baseline.isPresent()) {
      return "compared";
    }
    return desired.filter(d -> d.presence() instanceof Presence.Absent).isPresent() ? GONE : THERE;
  }

  /**
   * Why something is unclear.
   *
   * @param why what happened
   * @param fix what to do
   * @param repair what would end it, with its types
   */
  record Cause(String why, String fix, Optional<FindingRepair> repair) {

    /** A cause that only a person can end. */
    Cause(String why, String fix) {
      this(why, fix, Optional.empty());
    }
  }
}
