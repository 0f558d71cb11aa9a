package org.relaycheck.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.expect.WireExpectation;
import org.relaycheck.probe.expect.WireExpectations;
import org.relaycheck.probe.plan.ConnectorAccess;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.SendingAccounts;
import org.relaycheck.probe.plan.StatedValues;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.state.Address;

/** Tries connectors one after the other; each is burdened at most once. */
public final class ProbeRunner {

  private final SmtpServers lines;
  private final ProbePlan plan;
  private final ProbeProgress watcher;
  private final Set<Address> burdened = new HashSet<>();

  public ProbeRunner(SmtpServers lines, ProbePlan plan, ProbeProgress watcher) {
    this.lines = lines;
    this.plan = plan;
    this.watcher = watcher;
  }

  /**
   * Tries a connector.
   *
   * @param clients who of the policy uses its server
   */
  public ProbeAttempt of(ProbeTarget aim, SendingAccounts clients) {
    StatedValues stated = aim.applicable();
    List<String> notes = new ArrayList<>();
    aim.caveat().ifPresent(notes::add);
    if (stated.isOff()) {
      notes.add("the policy wants it disabled, so it is not called");
      return trial(
          aim, "not called", new ConnectorResults(List.of(), LoadMeasurement.nothing(), notes));
    }
    List<WireExpectation> claims = WireExpectations.of(stated, clients, plan.now());
    ConnectorAccess access = ConnectorAccess.to(aim, lines);
    if (access instanceof ConnectorAccess.Barred barred) {
      List<ProbeResult> points = new ArrayList<>();
      points.add(ConnectorResults.greeting(aim, barred.obstacle()));
      claims.forEach(claim -> points.add(claim.point(barred.obstacle())));
      return trial(
          aim, barred.answered(), new ConnectorResults(points, LoadMeasurement.nothing(), notes));
    }
    watcher.calling(aim);
    ConnectorAccess.Granted granted = (ConnectorAccess.Granted) access;
    ProbeSession sitting = new ProbeSession(aim, granted.call(), lines);
    ConnectorResults shown = sitting.visit(claims, clients);
    ConnectorResults all =
        shown.isWelcome() && burdened.add(aim.connector().key())
            ? shown.and(new LoadTest(sitting, stated, plan, watcher).of(clients))
            : shown;
    return trial(aim, access.answered(), all.noting(notes));
  }

  private static ProbeAttempt trial(ProbeTarget aim, String answered, ConnectorResults findings) {
    return new ProbeAttempt(
        aim.connector(),
        aim.endpoint(),
        answered,
        findings.points(),
        findings.measured(),
        findings.notes());
  }
}
