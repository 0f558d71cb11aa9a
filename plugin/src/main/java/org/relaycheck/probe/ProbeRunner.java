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
  public ProbeAttempt of(ProbeTarget target, SendingAccounts clients) {
    StatedValues stated = target.applicable();
    List<String> notes = new ArrayList<>();
    target.caveat().ifPresent(notes::add);
    if (stated.isOff()) {
      notes.add("the policy wants it disabled, so it is not tried");
      return attempt(
          target, "not called", new ConnectorResults(List.of(), LoadMeasurement.nothing(), notes));
    }
    List<WireExpectation> expectations = WireExpectations.of(stated, clients, plan.now());
    ConnectorAccess access = ConnectorAccess.to(target, lines);
    if (access instanceof ConnectorAccess.Barred barred) {
      List<ProbeResult> results = new ArrayList<>();
      results.add(ConnectorResults.greeting(target, barred.obstacle()));
      expectations.forEach(expectation -> results.add(expectation.result(barred.obstacle())));
      return attempt(
          target,
          barred.answered(),
          new ConnectorResults(results, LoadMeasurement.nothing(), notes));
    }
    watcher.calling(target);
    ConnectorAccess.Granted granted = (ConnectorAccess.Granted) access;
    ProbeSession session = new ProbeSession(target, granted.call(), lines);
    ConnectorResults shown = session.visit(expectations, clients);
    ConnectorResults all =
        shown.isWelcome() && burdened.add(target.connector().key())
            ? shown.and(new LoadTest(session, stated, plan, watcher).of(clients))
            : shown;
    return attempt(target, access.answered(), all.noting(notes));
  }

  private static ProbeAttempt attempt(
      ProbeTarget target, String answered, ConnectorResults findings) {
    return new ProbeAttempt(
        target.connector(),
        target.endpoint(),
        answered,
        findings.results(),
        findings.measured(),
        findings.notes());
  }
}
