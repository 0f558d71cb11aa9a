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

  private final ProbeSession sitting;
  private final StatedValues stated;
  private final ProbePlan plan;
  private final ProbeProgress watcher;
  private final List<ProbeResult> points = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  LoadTest(ProbeSession sitting, StatedValues stated, ProbePlan plan, ProbeProgress watcher) {
    this.sitting = sitting;
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
          "MaxAcknowledgementDelay is not tried; it takes -Drelay.probe.send=ADDRESS");
    }
    return new ConnectorResults(points, new LoadMeasurement(held, mailed), notes);
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
          "MaxInboundConnectionPerSource is not tried; it takes -Drelay.probe.connections=N");
      return Optional.empty();
    }
    Optional<String> spared = sitting.aim().spared();
    if (spared.isPresent()) {
      notes.add("no connections are held there: " + spared.get());
      return Optional.empty();
    }
    HeldConnections held =
        new ConnectionHold(sitting.call(), plan.connections())
            .by(
                sitting.lines(),
                number ->
                    watcher.counting(sitting.aim(), "connections", number, plan.connections()));
    source.ifPresent(
        statement ->
            points.add(new LimitExpectation(statement, sitting.aim().share()).point(held)));
    return Optional.of(held);
  }

  private MailingResult mail(String to, SendingAccounts clients) {
    MailEnvelope envelope = new MailEnvelope(clients.sender().orElse(to), to);
    MailingResult mailed =
        new TestMailing(sitting.call(), envelope, plan.messages(), plan.mark(), plan.now())
            .by(
                sitting.lines(),
                number -> watcher.counting(sitting.aim(), "messages", number, plan.messages()));
    points.add(messages(mailed));
    stated
        .of(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY)
        .ifPresent(
            statement -> {
              if (sitting.aim().neverDelays()) {
                notes.add("MaxAcknowledgementDelay has no effect since Exchange 2013");
              } else {
                new DelayExpectation(statement, plan.prompt())
                    .point(mailed, sitting.aim()::holding)
                    .ifPresentOrElse(
                        points::add,
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
        sitting.aim().desired().severity(),
        sitting.aim().desired().origin().place(),
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
        ? new WireVerdict.Untold(evidence, "try again, and look at the connector's protocol log")
        : new WireVerdict.Refuted(
            evidence,
            ReplyMeaning.look(
                said.response(),
                ReceiveConnectorRows.EXTENDED_RIGHTS,
                ReceiveConnectorRows.MESSAGE_RATE_LIMIT));
  }
}
