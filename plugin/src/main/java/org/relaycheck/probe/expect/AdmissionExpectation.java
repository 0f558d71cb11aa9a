package org.relaycheck.proof;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Step;
import org.relaycheck.probe.Visited;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Statement;

/**
 * Whether a client without a login may submit mail, or send it to a foreign domain.
 *
 * @param source the line of the policy that decides
 * @param step the command that shows it
 * @param allowed whether it may
 */
record AdmissionClaim(Statement<?> source, Step step, boolean allowed) implements Claim {

  /** What a server says to who may not (RFC 5321 4.2.3, RFC 4954 6); others are about a command. */
  private static final Set<Integer> REFUSALS = Set.of(530, 550, 551, 553, 554);

  /** Security or policy (RFC 3463); other digits are about the address, the system or the mail. */
  private static final String POLICY = "5.7.";

  @Override
  public String topic() {
    return step == Step.SENDER ? "anonymous submission" : "anonymous relay";
  }

  @Override
  public Optional<String> read(Aim aim) {
    return step == Step.RECIPIENT ? aim.relaying() : aim.submitting();
  }

  @Override
  public String expected() {
    return (allowed ? "allowed" : "refused") + " (" + source.property() + ")";
  }

  @Override
  public Optional<Judgement> judge(Visited visited) {
    Optional<Exchange> shown = visited.best(step);
    Optional<Exchange> sender = visited.best(Step.SENDER);
    return shown
        .map(this::judge)
        .or(() -> sender.map(said -> allowed ? cannot(said) : judge(said)));
  }

  private Judgement cannot(Exchange sender) {
    return new Judgement.Untold(
        "the session ended before it: " + told(sender),
        Meaning.look(sender.response(), ReceiveConnectorRows.PERMISSION_GROUPS));
  }

  private Judgement judge(Exchange said) {
    Response response = said.response();
    if (response.isGood()) {
      return allowed
          ? new Judgement.Proved(said.shown())
          : new Judgement.Refuted(said.shown(), look(response));
    }
    if (!isRefusal(response)) {
      return new Judgement.Untold(told(said), look(response));
    }
    return allowed
        ? new Judgement.Refuted(told(said), look(response))
        : new Judgement.Proved(told(said));
  }

  /** Whether it is the client that is refused, and not a command, an address or a session. */
  private static boolean isRefusal(Response response) {
    return Meaning.is(response, Meaning.Kind.STRANGER)
        || Meaning.is(response, Meaning.Kind.NO_RELAY)
        || (Meaning.of(response).isEmpty()
            && response instanceof Response.Reply reply
            && REFUSALS.contains(reply.code())
            && reply.enhanced().filter(status -> !status.startsWith(POLICY)).isEmpty());
  }

  private static String told(Exchange said) {
    return said.shown() + Meaning.after(said.response());
  }

  private String look(Response response) {
    return step == Step.SENDER
        ? Meaning.look(response, ReceiveConnectorRows.PERMISSION_GROUPS)
        : Meaning.look(
            response, ReceiveConnectorRows.EXTENDED_RIGHTS, ReceiveConnectorRows.REMOTE_IP_RANGES);
  }
}
