package org.relaycheck.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.probe.Held;
import org.relaycheck.probe.Hold;
import org.relaycheck.probe.Response;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
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
record LimitClaim(Statement<Limit> source, Optional<String> read) {

  Point point(Held held) {
    return new Point(
        source.property().name(),
        source.show(),
        source.severity(),
        source.origin().place(),
        judge(held).reading(read));
  }

  private Judgement judge(Held held) {
    if (!held.dropped().isEmpty()) {
      return new Judgement.Untold(
          "of "
              + connections(held.held())
              + " the server closed some while they were held: "
              + String.join("; ", held.dropped().keySet()),
          Advice.look(ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT));
    }
    List<Bounds> wanted = Bounds.of(source.wanted(), Limit::most);
    return held.refusal()
        .map(refusal -> refused(held.held(), refusal, wanted))
        .orElseGet(() -> unrefused(held.held(), wanted));
  }

  private Judgement refused(int held, Response refusal, List<Bounds> wanted) {
    String evidence =
        connections(held) + " held together, the next one was told: " + refusal.shown();
    if (held == 0 || !isCrowded(refusal)) {
      String why = held == 0 ? "not even one connection: " + refusal.shown() : evidence;
      return new Judgement.Untold(
          why + Meaning.after(refusal),
          held == 0
              ? "see whether this agent has other connections open there"
              : Meaning.look(refusal, source.property()));
    }
    if (!source.wanted().accepts(Seen.of(new Limit(held)))) {
      return new Judgement.Refuted(evidence, Meaning.look(refusal, source.property()));
    }
    return Meaning.is(refusal, Meaning.Kind.FULL) && !isEnough(held, wanted)
        ? new Judgement.Untold(
            evidence + Meaning.after(refusal), "try again while fewer others are connected")
        : new Judgement.Proved(evidence);
  }

  /** Whether any number above this one would do as well. */
  private static boolean isEnough(int held, List<Bounds> wanted) {
    return wanted.stream()
        .anyMatch(bounds -> bounds.least() <= held && bounds.most() == Bounds.NO_BOUND);
  }

  private static Judgement unrefused(int held, List<Bounds> wanted) {
    String evidence = connections(held) + " held together, none refused";
    if (isEnough(held, wanted)) {
      return new Judgement.Proved(evidence);
    }
    if (wanted.isEmpty()) {
      return new Judgement.Untold(
          evidence, "try more, until one is refused: -Drelay.probe.connections=" + Hold.CAP);
    }
    return wanted.stream()
        .filter(bounds -> bounds.most() >= held)
        .min(Comparator.comparing(Bounds::least))
        .map(bounds -> more(evidence, bounds))
        .orElseGet(
            () ->
                new Judgement.Refuted(
                    evidence, Advice.look(ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE)));
  }

  private static Judgement more(String evidence, Bounds bounds) {
    long needed = bounds.most() == Bounds.NO_BOUND ? bounds.least() : bounds.most() + 1;
    return new Judgement.Untold(
        evidence,
        needed > Hold.CAP
            ? "it would take "
                + needed
                + " connections, more than this goal opens ("
                + Hold.CAP
                + ")"
            : "try more: -Drelay.probe.connections=" + needed);
  }

  private static boolean isCrowded(Response refusal) {
    return Meaning.is(refusal, Meaning.Kind.CROWDED) || Meaning.is(refusal, Meaning.Kind.FULL);
  }

  static String connections(int number) {
    return number == 1 ? "1 connection" : number + " connections";
  }
}
