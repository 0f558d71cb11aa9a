package org.relaycheck.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.probe.Call;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Lines;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Step;
import org.relaycheck.probe.Visit;
import org.relaycheck.probe.Visited;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/**
 * A connector that answers here, while it is tried.
 *
 * @param aim what it is
 * @param call where it is
 * @param lines through what it is called
 */
record Sitting(Aim aim, Call call, Lines lines) {

  /** Two short sessions, and what they say to each claim. */
  Findings visit(List<Claim> claims, Clients clients) {
    Visited visited = new Visit(call, Claims.envelope(claims, clients)).by(lines);
    List<Point> points = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    points.add(Findings.greeting(aim, greeting(visited)));
    for (Claim claim : claims) {
      Optional<Judgement> judged = claim.judge(visited);
      if (judged.isPresent()) {
        points.add(claim.point(judged.get().reading(claim.read(aim))));
      } else if (visited.hello().isEmpty()) {
        points.add(claim.point(unheard(visited)));
      } else if (!(claim instanceof CertificateClaim)) { // that TLS is missing is told already
        notes.add(claim.topic() + " (" + claim.expected() + ") does not show on the wire");
      }
    }
    return new Findings(points, Measured.nothing(), notes);
  }

  private static Judgement greeting(Visited visited) {
    Exchange first = visited.plain().exchanges().get(0);
    if (first.response().isGood()) {
      return new Judgement.Proved(first.response().shown());
    }
    return first.response() instanceof Response.Silence
        ? unheard(visited)
        : new Judgement.Refuted(
            first.shown() + Meaning.after(first.response()),
            Meaning.look(first.response(), ReceiveConnectorRows.ENABLED));
  }

  private static Judgement.Untold unheard(Visited visited) {
    Exchange last = visited.plain().at(Step.HELLO).orElse(visited.plain().exchanges().get(0));
    return new Judgement.Untold(
        last.shown() + Meaning.after(last.response()),
        last.response() instanceof Response.Silence
            ? "see that this agent may connect there: port, firewall, service"
            : Meaning.look(last.response(), ReceiveConnectorRows.ENABLED));
  }
}
