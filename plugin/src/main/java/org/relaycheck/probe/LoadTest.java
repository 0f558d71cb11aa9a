package org.relaycheck.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.expect.DelayExpectation;
import org.relaycheck.probe.expect.LimitExpectation;
import org.relaycheck.probe.expect.MailSpeed;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.expect.ReplyMeaning;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.plan.SendingAccounts;
import org.relaycheck.probe.plan.StatedValues;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.ConnectionHold;
import org.relaycheck.probe.wire.HeldConnections;
import org.relaycheck.probe.wire.MailEnvelope;
import org.relaycheck.probe.wire.MailingResult;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.TestMailing;

/** Many connections and many messages, as far as somebody asked for them. */
final class LoadTest {

  private final ProbeSession session;
  private final StatedValues stated;
  private final ProbePlan plan;
  private final ProbeProgress watcher;
  private final List<ProbeResult> results = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  LoadTest(ProbeSession session, StatedValues stated, ProbePlan plan, ProbeProgress watcher) {
    this.session = session;
    this.stated = stated;
    this.plan = plan;
    this.watcher = watcher;
  }

  /** What came of it, with a note for what is stated and was not asked for. */
  ConnectorResults of(SendingAccounts clients) {
    Optional<HeldConnections> held = hold();
    Optional<MailingResult> mailed = plan.sendTo().map(to -> mail(to, clients));
    if (mailed.isEmpty()) {
      untried(
          stated.of(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY).isPresent(),
          "MaxAcknowledgementDelay is not tested; it needs \"-Drelay.probe.send=ADDRESS\"");
    }
    return new ConnectorResults(results, new LoadMeasurement(held, mailed), notes);
  }

  private void untried(boolean stated, String note) {
    if (stated) {
      notes.add(note);
    }
  }

  private Optional<HeldConnections> hold() {
    var source = stated.of(ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE);
    if (plan.connections() == 0) {
      untried(
          source.isPresent(),
          "MaxInboundConnectionPerSource is not tested; it needs \"-Drelay.probe.connections=N\"");
      return Optional.empty();
    }
    Optional<String> spared = session.target().spared();
    if (spared.isPresent()) {
      notes.add("no connections are held there: " + spared.get());
      return Optional.empty();
    }
    HeldConnections held =
        new ConnectionHold(session.call(), plan.connections())
            .by(
                session.lines(),
                number ->
                    watcher.counting(session.target(), "connections", number, plan.connections()));
    source.ifPresent(
        statement ->
            results.add(new LimitExpectation(statement, session.target().share()).result(held)));
    return Optional.of(held);
  }

  private MailingResult mail(String to, SendingAccounts clients) {
    MailEnvelope envelope = new MailEnvelope(clients.sender().orElse(to), to);
    MailingResult mailed =
        new TestMailing(session.call(), envelope, plan.messages(), plan.mark(), plan.now())
            .by(
                session.lines(),
                number -> watcher.counting(session.target(), "messages", number, plan.messages()));
    results.add(messages(mailed));
    stated
        .of(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY)
        .ifPresent(
            statement -> {
              if (session.target().neverDelays()) {
                notes.add("MaxAcknowledgementDelay has no effect since Exchange 2013");
              } else {
                new DelayExpectation(statement, plan.prompt())
                    .result(mailed, session.target()::holding)
                    .ifPresentOrElse(
                        results::add,
                        () ->
                            notes.add(
                                "MaxAcknowledgementDelay ("
                                    + statement.show()
                                    + ") does not show on the wire, only a longer one would"));
              }
            });
    return mailed;
  }

  private ProbeResult messages(MailingResult mailed) {
    return new ProbeResult(
        "messages",
        plan.messages() + " taken",
        session.target().desired().severity(),
        session.target().desired().origin().place(),
        mailed
            .refusal()
            .map(said -> refused(mailed, said))
            .orElseGet(() -> new WireVerdict.Proved(MailSpeed.words(mailed))));
  }

  private static WireVerdict refused(MailingResult mailed, CommandReply said) {
    String evidence =
        mailed.acknowledged().size()
            + " taken, then "
            + said.shown()
            + ReplyMeaning.after(said.response());
    return said.response() instanceof SmtpResponse.Silence
        ? new WireVerdict.Inconclusive(
            evidence, "try again, and look at the connector's protocol log")
        : new WireVerdict.Refuted(
            evidence,
            ReplyMeaning.look(
                said.response(),
                ReceiveConnectorRows.EXTENDED_RIGHTS,
                ReceiveConnectorRows.MESSAGE_RATE_LIMIT));
  }
}
