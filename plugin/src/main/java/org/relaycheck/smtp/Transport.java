package org.relaycheck.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.relaycheck.probe.Response;

/**
 * The library's transport, of which every reply is kept, also those that it reads and hides.
 *
 * <p>A server that gives up says 421 and hangs up. The library then fails to write its next command
 * and tells of the broken pipe, while the reply waits to be read.
 */
final class Transport extends SMTPTransport {

  private static final int CODE = 3;

  private final List<Response.Reply> replies = new ArrayList<>();

  Transport(Session session, String host) {
    super(session, new URLName("smtp", host, -1, null, null, null));
  }

  /** All replies so far. */
  List<Response.Reply> replies() {
    return List.copyOf(replies);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (code > 0) {
      replies.add(new Response.Reply(code, texts(getLastServerResponse())));
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
  synchronized Response say(String text) {
    int before = replies.size();
    try {
      if (simpleCommand(text) > 0) {
        return replies.get(replies.size() - 1);
      }
      return new Response.Silence("the server hung up without a reply");
    } catch (MessagingException broken) {
      return waiting(before).<Response>map(reply -> reply).orElseGet(() -> Breaks.silence(broken));
    }
  }

  private Optional<Response.Reply> waiting(int before) {
    try {
      if (replies.size() == before) {
        readServerResponse();
      }
    } catch (MessagingException nothing) {
      return Optional.empty();
    }
    return replies.size() > before
        ? Optional.of(replies.get(replies.size() - 1))
        : Optional.empty();
  }

  /** The handshake, after STARTTLS was said by this very call. */
  synchronized void encrypt() throws MessagingException {
    startTLS();
  }

  synchronized void hello() throws MessagingException {
    ehlo(getLocalHost());
  }
}
