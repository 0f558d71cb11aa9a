package org.relaycheck.smtp;

import java.time.Duration;
import java.util.List;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Handshake;
import org.relaycheck.probe.Line;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Step;

/** A line that never came about. */
record Unreached(Response.Silence why) implements Line {

  @Override
  public List<Exchange> opening() {
    return List.of(exchange(Step.GREETING));
  }

  @Override
  public Exchange say(Step step, String text) {
    return exchange(step);
  }

  @Override
  public Exchange send(String text) {
    return exchange(Step.MESSAGE);
  }

  @Override
  public Handshake secure() {
    return new Handshake.Unsecured(List.of(), why.why());
  }

  @Override
  public Exchange end() {
    return exchange(Step.END);
  }

  private Exchange exchange(Step step) {
    return new Exchange(step, why, Duration.ZERO);
  }

  @Override
  public void close() {
    // there is nothing to hang up
  }
}
