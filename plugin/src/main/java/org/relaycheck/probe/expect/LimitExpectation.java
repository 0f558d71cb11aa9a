package org.relaycheck.probe.expect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.ConnectionHold;
import org.relaycheck.probe.wire.HeldConnections;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Seen;

/**
 * How many connections one client may have at a time.
 *
 * <p>What a client meets is the smallest of several limits, so a number that is too low does not
 * tell which of them it is; the words of the reply may.
 *
 * @param source what the policy says of MaxInboundConnectionPerSource
 * @param read that another limit gives less, as far as that was read
 */
public record LimitExpectation(Statement<Limit> source, Optional<String> read) {

  public ProbeResult result(HeldConnections held) {
    return new ProbeResult(
        source.property().name(),
        source.show(),
        source.severity(),
        source.origin().place(),
        judge(held).reading(read));
  }

  private WireVerdict judge(HeldConnections held) {
    if (!held.dropped().isEmpty()) {
      return new WireVerdict.Inconclusive(
          "of "
              + connections(held.held())
              + " the server closed some while they were held: "
              + String.join("; ", held.dropped().keySet()),
          NextSteps.look(ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT));
    }
    List<AcceptedBounds> wanted = AcceptedBounds.of(source.wanted(), Limit::most);
    return held.refusal()
        .map(refusal -> refused(held.held(), refusal, wanted))
        .orElseGet(() -> unrefused(held.held(), wanted));
  }

  private WireVerdict refused(int held, SmtpResponse refusal, List<AcceptedBounds> wanted) {
    String evidence = connections(held) + " held together, the next one got: " + refusal.shown();
    if (held == 0 || !isCrowded(refusal)) {
      String why = held == 0 ? "not even one connection: " + refusal.shown() : evidence;
      return new WireVerdict.Inconclusive(
          why + ReplyMeaning.after(refusal),
          held == 0
              ? "see whether this agent has other connections open there"
              : ReplyMeaning.look(refusal, source.property()));
    }
    if (!source.wanted().accepts(Seen.of(new Limit(held)))) {
      return new WireVerdict.Refuted(evidence, ReplyMeaning.look(refusal, source.property()));
    }
    return ReplyMeaning.is(refusal, ReplyMeaning.Kind.FULL) && !isEnough(held, wanted)
        ? new WireVerdict.Inconclusive(
            evidence + ReplyMeaning.after(refusal), "try again while fewer others are connected")
        : new WireVerdict.Proved(evidence);
  }

  /** Whether any number above this one would do as well. */
  private static boolean isEnough(int held, List<AcceptedBounds> wanted) {
    return wanted.stream()
        .anyMatch(bounds -> bounds.least() <= held && bounds.most() == AcceptedBounds.NO_BOUND);
  }

  private static WireVerdict unrefused(int held, List<AcceptedBounds> wanted) {
    String evidence = connections(held) + " held together, none refused";
    if (isEnough(held, wanted)) {
      return new WireVerdict.Proved(evidence);
    }
    if (wanted.isEmpty()) {
      return new WireVerdict.Inconclusive(
          evidence,
          "try more, until one is refused: \"-Drelay.probe.connections="
              + ConnectionHold.CAP
              + "\"");
    }
    return wanted.stream()
        .filter(bounds -> bounds.most() >= held)
        .min(Comparator.comparing(AcceptedBounds::least))
        .map(bounds -> more(evidence, bounds))
        .orElseGet(
            () ->
                new WireVerdict.Refuted(
                    evidence,
                    NextSteps.look(ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE)));
  }

  private static WireVerdict more(String evidence, AcceptedBounds bounds) {
    long needed = bounds.most() == AcceptedBounds.NO_BOUND ? bounds.least() : bounds.most() + 1;
    return new WireVerdict.Inconclusive(
        evidence,
        needed > ConnectionHold.CAP
            ? "it would need "
                + needed
                + " connections, more than this goal opens ("
                + ConnectionHold.CAP
                + ")"
            : "try more: \"-Drelay.probe.connections=" + needed + "\"");
  }

  private static boolean isCrowded(SmtpResponse refusal) {
    return ReplyMeaning.is(refusal, ReplyMeaning.Kind.CROWDED)
        || ReplyMeaning.is(refusal, ReplyMeaning.Kind.FULL);
  }

  static String connections(int number) {
    return number == 1 ? "1 connection" : number + " connections";
  }
}
