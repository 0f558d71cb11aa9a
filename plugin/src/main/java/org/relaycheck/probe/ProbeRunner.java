package org.relaycheck.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.probe.Lines;
import org.relaycheck.state.Address;

/** Tries connectors one after the other; each is burdened at most once. */
public final class Proving {

  private final Lines lines;
  private final Plan plan;
  private final Watcher watcher;
  private final Set<Address> burdened = new HashSet<>();

  public Proving(Lines lines, Plan plan, Watcher watcher) {
    this.lines = lines;
    this.plan = plan;
    this.watcher = watcher;
  }

  /**
   * Tries a connector.
   *
   * @param clients who of the policy uses its server
   */
  public Trial of(Aim aim, Clients clients) {
    Stated stated = aim.applicable();
    List<String> notes = new ArrayList<>();
    aim.caveat().ifPresent(notes::add);
    if (stated.isOff()) {
      notes.add("the policy wants it disabled, so it is not called");
      return trial(aim, "not called", new Findings(List.of(), Measured.nothing(), notes));
    }
    List<Claim> claims = Claims.of(stated, clients, plan.now());
    Access access = Access.to(aim, lines);
    if (access instanceof Access.Barred barred) {
      List<Point> points = new ArrayList<>();
      points.add(Findings.greeting(aim, barred.obstacle()));
      claims.forEach(claim -> points.add(claim.point(barred.obstacle())));
      return trial(aim, barred.answered(), new Findings(points, Measured.nothing(), notes));
    }
    watcher.calling(aim);
    Access.Granted granted = (Access.Granted) access;
    Sitting sitting = new Sitting(aim, granted.call(), lines);
    Findings shown = sitting.visit(claims, clients);
    Findings all =
        shown.isWelcome() && burdened.add(aim.connector().key())
            ? shown.and(new Burden(sitting, stated, plan, watcher).of(clients))
            : shown;
    return trial(aim, access.answered(), all.noting(notes));
  }

  private static Trial trial(Aim aim, String answered, Findings findings) {
    return new Trial(
        aim.connector(),
        aim.endpoint(),
        answered,
        findings.points(),
        findings.measured(),
        findings.notes());
  }
}
