package org.relaycheck.probe;

import java.util.List;
import java.util.Optional;

/**
 * What was said in one session.
 *
 * @param exchanges in order; the first is the greeting
 */
public record Transcript(List<Exchange> exchanges) {

  public Transcript {
    exchanges = List.copyOf(exchanges);
  }

  /** The step, if the session came so far. */
  public Optional<Exchange> at(Step step) {
    return exchanges.stream().filter(exchange -> exchange.step() == step).findFirst();
  }

  /** The server's reply to a step. */
  public Optional<Response.Reply> reply(Step step) {
    return at(step)
        .map(Exchange::response)
        .filter(Response.Reply.class::isInstance)
        .map(Response.Reply.class::cast);
  }

  /** The last step that was taken. */
  public Exchange last() {
    return exchanges.get(exchanges.size() - 1);
  }
}
