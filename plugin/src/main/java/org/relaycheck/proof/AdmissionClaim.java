package org.relaycheck.proof;

import java.util.Optional;
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

  @Override
  public String topic() {
    return step == Step.SENDER ? "anonymous submission" : "anonymous relay";
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
    boolean refused =
        response instanceof Response.Reply reply
            && reply.code() / 100 == 5
            && !Meaning.is(response, Meaning.Kind.RESERVED)
            && !Meaning.is(response, Meaning.Kind.OTHER);
    if (!refused) {
      return new Judgement.Untold(told(said), look(response));
    }
    return allowed
        ? new Judgement.Refuted(told(said), look(response))
        : new Judgement.Proved(told(said));
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
