package org.relaycheck.engine;

import java.time.Duration;
import java.util.List;
import org.relaycheck.probe.Endpoint;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Handshake;
import org.relaycheck.probe.Line;
import org.relaycheck.probe.Lines;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Routed;
import org.relaycheck.probe.Step;

/**
 * A server that can be reached and says nothing.
 *
 * @param from the address that it is called from
 * @param to its own
 */
record SilentServer(String from, String to) implements Lines, Line {

  @Override
  public Routed route(Endpoint endpoint) {
    return new Routed.Route(from, to);
  }

  @Override
  public Line open(Endpoint endpoint, String address, Duration life) {
    return this;
  }

  @Override
  public List<Exchange> opening() {
    return List.of(silence(Step.GREETING));
  }

  @Override
  public Exchange say(Step step, String command) {
    return silence(step);
  }

  @Override
  public Exchange send(String text) {
    return silence(Step.MESSAGE);
  }

  @Override
  public Handshake secure() {
    return new Handshake.Unsecured(List.of(), "nothing came back");
  }

  @Override
  public Exchange end() {
    return silence(Step.END);
  }

  @Override
  public void close() {}

  private static Exchange silence(Step step) {
    return new Exchange(step, new Response.Silence("nothing came back"), Duration.ZERO);
  }
}
