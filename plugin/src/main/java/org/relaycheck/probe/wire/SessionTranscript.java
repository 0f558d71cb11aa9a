package org.relaycheck.probe.wire;

import java.util.List;
import java.util.Optional;

/**
 * What was said in one session.
 *
 * @param exchanges in order; the first is the greeting
 */
public record SessionTranscript(List<CommandReply> exchanges) {

  public SessionTranscript {
    exchanges = List.copyOf(exchanges);
  }

  /** The step, if the session came so far. */
  public Optional<CommandReply> at(SessionStep step) {
    return exchanges.stream().filter(exchange -> exchange.step() == step).findFirst();
  }

  /** The server's reply to a step. */
  public Optional<SmtpResponse.Reply> reply(SessionStep step) {
    return at(step)
        .map(CommandReply::response)
        .filter(SmtpResponse.Reply.class::isInstance)
        .map(SmtpResponse.Reply.class::cast);
  }

  /** The last step that was taken. */
  public CommandReply last() {
    return exchanges.get(exchanges.size() - 1);
  }
}
