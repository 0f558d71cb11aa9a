package org.relaycheck.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.expect.CertificateExpectation;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.expect.ReplyMeaning;
import org.relaycheck.probe.expect.WireExpectation;
import org.relaycheck.probe.expect.WireExpectations;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.SendingAccounts;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.ServerCall;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.probe.wire.SmtpVisit;
import org.relaycheck.probe.wire.VisitResult;

/**
 * A connector that answers here, while it is tried.
 *
 * @param target what it is
 * @param call where it is
 * @param lines through what it is called
 */
record ProbeSession(ProbeTarget target, ServerCall call, SmtpServers lines) {

  /** Two short sessions, and what they say to each expectation. */
  ConnectorResults visit(List<WireExpectation> expectations, SendingAccounts clients) {
    VisitResult visited =
        new SmtpVisit(call, WireExpectations.envelope(expectations, clients)).by(lines);
    List<ProbeResult> results = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    results.add(ConnectorResults.greeting(target, greeting(visited)));
    for (WireExpectation expectation : expectations) {
      Optional<WireVerdict> judged = expectation.judge(visited);
      if (judged.isPresent()) {
        results.add(expectation.result(judged.get().reading(expectation.read(target))));
      } else if (visited.hello().isEmpty()) {
        results.add(expectation.result(unheard(visited)));
      } else if (!(expectation
          instanceof CertificateExpectation)) { // that TLS is missing is told already
        notes.add(
            expectation.topic()
                + " ("
                + expectation.expected()
                + ") does not show on the"
                + " wire");
      }
    }
    return new ConnectorResults(results, LoadMeasurement.nothing(), notes);
  }

  private static WireVerdict greeting(VisitResult visited) {
    CommandReply first = visited.plain().exchanges().get(0);
    if (first.response().isGood()) {
      return new WireVerdict.Proved(first.response().shown());
    }
    return first.response() instanceof SmtpResponse.Silence
        ? unheard(visited)
        : new WireVerdict.Refuted(
            first.shown() + ReplyMeaning.after(first.response()),
            ReplyMeaning.look(first.response(), ReceiveConnectorRows.ENABLED));
  }

  private static WireVerdict.Inconclusive unheard(VisitResult visited) {
    CommandReply last =
        visited.plain().at(SessionStep.HELLO).orElse(visited.plain().exchanges().get(0));
    return new WireVerdict.Inconclusive(
        last.shown() + ReplyMeaning.after(last.response()),
        last.response() instanceof SmtpResponse.Silence
            ? "check that this agent may connect there: port, firewall, service"
            : ReplyMeaning.look(last.response(), ReceiveConnectorRows.ENABLED));
  }
}
