package org.relaycheck.probe.expect;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.VisitResult;
import org.relaycheck.state.Statement;

/**
 * Whether a client without a login may submit mail, or send it to a foreign domain.
 *
 * @param source the line of the policy that decides
 * @param step the command that shows it
 * @param allowed whether it may
 */
record AdmissionExpectation(Statement<?> source, SessionStep step, boolean allowed)
    implements WireExpectation {

  /** What a server says to who may not (RFC 5321 4.2.3, RFC 4954 6); others are about a command. */
  private static final Set<Integer> REFUSALS = Set.of(530, 550, 551, 553, 554);

  /** Security or policy (RFC 3463); other digits are about the address, the system or the mail. */
  private static final String POLICY = "5.7.";

  @Override
  public String topic() {
    return step == SessionStep.SENDER ? "anonymous submission" : "anonymous relay";
  }

  @Override
  public Optional<String> read(ProbeTarget target) {
    return step == SessionStep.RECIPIENT ? target.relaying() : target.submitting();
  }

  @Override
  public String expected() {
    return (allowed ? "allowed" : "refused") + " (" + source.property() + ")";
  }

  @Override
  public Optional<WireVerdict> judge(VisitResult visited) {
    Optional<CommandReply> shown = visited.best(step);
    Optional<CommandReply> sender = visited.best(SessionStep.SENDER);
    return shown
        .map(this::judge)
        .or(() -> sender.map(said -> allowed ? cannot(said) : judge(said)));
  }

  private WireVerdict cannot(CommandReply sender) {
    return new WireVerdict.Inconclusive(
        "the session ended before it: " + told(sender),
        ReplyMeaning.look(sender.response(), ReceiveConnectorRows.PERMISSION_GROUPS));
  }

  private WireVerdict judge(CommandReply said) {
    SmtpResponse response = said.response();
    if (response.isGood()) {
      return allowed
          ? new WireVerdict.Proved(said.shown())
          : new WireVerdict.Refuted(said.shown(), look(response));
    }
    if (!isRefusal(response)) {
      return new WireVerdict.Inconclusive(told(said), look(response));
    }
    return allowed
        ? new WireVerdict.Refuted(told(said), look(response))
        : new WireVerdict.Proved(told(said));
  }

  /** Whether it is the client that is refused, and not a command, an address or a session. */
  private static boolean isRefusal(SmtpResponse response) {
    return ReplyMeaning.is(response, ReplyMeaning.Kind.STRANGER)
        || ReplyMeaning.is(response, ReplyMeaning.Kind.NO_RELAY)
        || (ReplyMeaning.of(response).isEmpty()
            && response instanceof SmtpResponse.Reply reply
            && REFUSALS.contains(reply.code())
            && reply.enhanced().filter(status -> !status.startsWith(POLICY)).isEmpty());
  }

  private static String told(CommandReply said) {
    return said.shown() + ReplyMeaning.after(said.response());
  }

  private String look(SmtpResponse response) {
    return step == SessionStep.SENDER
        ? ReplyMeaning.look(response, ReceiveConnectorRows.PERMISSION_GROUPS)
        : ReplyMeaning.look(
            response, ReceiveConnectorRows.EXTENDED_RIGHTS, ReceiveConnectorRows.REMOTE_IP_RANGES);
  }
}
