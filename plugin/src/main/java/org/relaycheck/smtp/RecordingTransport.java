package org.relaycheck.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.relaycheck.probe.wire.SmtpResponse;

/**
 * The library's transport, of which every reply is kept, also those that it reads and hides.
 *
 * <p>A server that gives up says 421 and hangs up. The library then fails to write its next command
 * and tells of the broken pipe, while the reply waits to be read.
 */
final class RecordingTransport extends SMTPTransport {

  private static final int CODE = 3;

  private final List<SmtpResponse.Reply> replies = new ArrayList<>();
  private OutputStream content = OutputStream.nullOutputStream();

  RecordingTransport(Session session, String host) {
    super(session, new URLName("smtp", host, -1, null, null, null));
  }

  /** All replies so far. */
  List<SmtpResponse.Reply> replies() {
    return List.copyOf(replies);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (code > 0) {
      replies.add(new SmtpResponse.Reply(code, texts(getLastServerResponse())));
    }
    return code;
  }

  private static List<String> texts(String response) {
    return response
        .strip()
        .lines()
        .map(line -> line.length() > CODE ? line.substring(CODE + 1) : "")
        .toList();
  }

  /** Says a command; a reply that came before the line broke is the reply. */
  synchronized SmtpResponse say(String command) {
    return heard(() -> simpleCommand(command));
  }

  /** Asks to send a message; 354 is a yes. */
  synchronized SmtpResponse begin() {
    return heard(() -> content = data());
  }

  /** Sends a message that was asked for, and waits for the reply to its end. */
  synchronized SmtpResponse finish(String text) {
    return heard(
        () -> {
          content.write(text.getBytes(StandardCharsets.US_ASCII));
          finishData();
        });
  }

  /** Something of the library's that waits for a reply and may throw it away. */
  private interface Step {
    void take() throws MessagingException, IOException;
  }

  private SmtpResponse heard(Step step) {
    int before = replies.size();
    SmtpResponse otherwise =
        new SmtpResponse.Silence("the server closed the connection without" + " a reply");
    try {
      step.take();
    } catch (MessagingException | IOException broken) {
      otherwise = ConnectionError.silence(broken);
      if (replies.size() == before && !ConnectionError.isLate(broken)) {
        readWaiting();
      }
    }
    // the first: for a refused message the library says RSET and reads that reply, too
    return replies.size() > before ? replies.get(before) : otherwise;
  }

  private void readWaiting() {
    try {
      readServerResponse();
    } catch (MessagingException nothing) {
      return; // the line broke, and nothing had been said
    }
  }

  /** The handshake, after STARTTLS was said by this very call. */
  synchronized void encrypt() throws MessagingException {
    startTLS();
  }

  synchronized void hello() throws MessagingException {
    ehlo(getLocalHost());
  }
}
