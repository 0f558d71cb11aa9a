package org.relaycheck.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.probe.Envelope;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Held;
import org.relaycheck.probe.Hold;
import org.relaycheck.probe.Mailed;
import org.relaycheck.probe.Mailing;
import org.relaycheck.probe.Response;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** Many connections and many messages, as far as somebody asked for them. */
final class Burden {

  private final Sitting sitting;
  private final Stated stated;
  private final Plan plan;
  private final Watcher watcher;
  private final List<Point> points = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Burden(Sitting sitting, Stated stated, Plan plan, Watcher watcher) {
    this.sitting = sitting;
    this.stated = stated;
    this.plan = plan;
    this.watcher = watcher;
  }

  /** What came of it, with a note for what is stated and was not asked for. */
  Findings of(Clients clients) {
    Optional<Held> held = hold();
    Optional<Mailed> mailed = plan.sendTo().map(to -> mail(to, clients));
    if (mailed.isEmpty()) {
      untried(
          stated.of(ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY).isPresent(),
          "MaxAcknowledgementDelay is not tried; it takes -Drelay.probe.send=ADDRESS");
    }
    return new Findings(points, new Measured(held, mailed), notes);
  }

  private void untried(boolean stated, String note) {
    if (stated) {
      notes.add(note);
    }
  }

  private Optional<Held> hold() {
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
    Held held =
        new Hold(sitting.call(), plan.connections())
            .by(
                sitting.lines(),
                number ->
                    watcher.counting(sitting.aim(), "connections", number, plan.connections()));
    source.ifPresent(
        statement -> points.add(new LimitClaim(statement, sitting.aim().share()).point(held)));
    return Optional.of(held);
  }

  private Mailed mail(String to, Clients clients) {
    Envelope envelope = new Envelope(clients.sender().orElse(to), to);
    Mailed mailed =
        new Mailing(sitting.call(), envelope, plan.messages(), plan.mark(), plan.now())
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
                new DelayClaim(statement, plan.prompt())
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

  private Point messages(Mailed mailed) {
    return new Point(
        "messages",
        plan.messages() + " taken",
        sitting.aim().desired().severity(),
        sitting.aim().desired().origin().place(),
        mailed
            .refusal()
            .map(said -> refused(mailed, said))
            .orElseGet(() -> new Judgement.Proved(Speed.words(mailed))));
  }

  private static Judgement refused(Mailed mailed, Exchange said) {
    String evidence =
        mailed.acknowledged().size()
            + " taken, then "
            + said.shown()
            + Meaning.after(said.response());
    return said.response() instanceof Response.Silence
        ? new Judgement.Untold(evidence, "try again, and look at the connector's protocol log")
        : new Judgement.Refuted(
            evidence,
            Meaning.look(
                said.response(),
                ReceiveConnectorRows.EXTENDED_RIGHTS,
                ReceiveConnectorRows.MESSAGE_RATE_LIMIT));
  }
}
