package org.relaycheck.smtp;

import java.time.Duration;
import java.util.List;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.SmtpSession;
import org.relaycheck.probe.wire.TlsHandshake;

/** A line that never came about. */
record UnreachedSession(SmtpResponse.Silence why) implements SmtpSession {

  @Override
  public List<CommandReply> opening() {
    return List.of(exchange(SessionStep.GREETING));
  }

  @Override
  public CommandReply say(SessionStep step, String text) {
    return exchange(step);
  }

  @Override
  public CommandReply send(String text) {
    return exchange(SessionStep.MESSAGE);
  }

  @Override
  public TlsHandshake secure() {
    return new TlsHandshake.Unsecured(List.of(), why.why());
  }

  @Override
  public CommandReply end() {
    return exchange(SessionStep.END);
  }

  private CommandReply exchange(SessionStep step) {
    return new CommandReply(step, why, Duration.ZERO);
  }

  @Override
  public void close() {
    // there is nothing to hang up
  }
}
