package org.relaycheck.explain.log;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation as a log shows it, of which only the server's side counts: a subject or the text
 * of a mail may quote any reply.
 */
final class TranscriptReader {

  /** Date, connector, session, number, two end points, the direction, then what was said. */
  private static final Pattern PROTOCOL_LOG =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT[^,]*),([^,]*),([^,]*),\\d+,[^,]*,([^,]*),([-+*<>]),(.*)");

  private static final Pattern REPLY = Pattern.compile("\"?[2-5]\\d\\d[ -].*");

  /** The reply to a login, and how the log of Exchange calls a client that has logged in. */
  private static final Pattern LOGGED_IN =
      Pattern.compile("(?:S:|<-|<~|<<<|<=)?\\s*235[ -].*|.*,authenticated\\s*");

  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)(?:^|\\s|@)(?:subject|betreff|objet|asunto|oggetto|onderwerp|emne)\\s*[:=].*");

  private static final Pattern CLIENT =
      Pattern.compile("\\s*(?:C:|->|~>|>>>|=>)\\s.*|\\s*(?:C:|->|~>|>>>|=>)");
  private static final Pattern SERVER = Pattern.compile("\\s*(?:S:|<-|<~|<\\*\\*|<<<|<=)\\s*");

  /** The reply after which a client sends the mail itself; not a row of that number. */
  private static final Pattern SEND_NOW =
      Pattern.compile(
          "(?:S:|<-|<~|<<<|<=)?\\s*354[ -](?!\\s*(?:error|warning|information|success)\\b).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MAIL_ENDS = Pattern.compile("\\s*(?:C:|->|~>|>>>|=>)?\\s*\\.\\s*");

  /** Greeting and farewell: whoever cut the mail's end off, it is over. */
  private static final Pattern SESSION = Pattern.compile("(?:S:|<-|<~|<<<|<=)?\\s*22[01][ -].*");

  /** As many sessions as overlap in the log of a busy server. */
  private static final int SESSIONS = 10_000;

  private final Set<String> loggedIn = new LinkedHashSet<>();
  private boolean inMail;
  private boolean hereLoggedIn;

  /**
   * What the server's side says in a line.
   *
   * @param text what it says
   * @param whole whether the line is a saying of its own, whatever stands around it
   * @param session in which it was said; empty if the line is of no transcript
   */
  record Said(String text, boolean whole, Optional<LogEntry.Session> session) {}

  /** What a line says, other than the client's own words; empty if that is nothing. */
  Optional<Said> heard(String line) {
    if (inMail) {
      boolean last = MAIL_ENDS.matcher(line).matches();
      inMail = !last && !isServer(line);
      if (inMail || last) {
        return Optional.empty();
      }
    }
    Matcher protocol = PROTOCOL_LOG.matcher(line);
    if (protocol.matches()) {
      return protocol(protocol);
    }
    if (CLIENT.matcher(line).matches()) {
      return Optional.empty();
    }
    inMail = SEND_NOW.matcher(line.strip()).matches();
    hereLoggedIn = LOGGED_IN.matcher(line.strip()).matches() || (hereLoggedIn && !begins(line));
    Matcher server = SERVER.matcher(line);
    String said = server.lookingAt() ? line.substring(server.end()) : line;
    boolean whole = said.length() < line.length();
    Optional<LogEntry.Session> session =
        hereLoggedIn ? Optional.of(new LogEntry.Session("", "", true)) : Optional.empty();
    return Optional.of(SUBJECT.matcher(said).replaceFirst(""))
        .filter(told -> !told.isBlank())
        .map(told -> new Said(told, whole, session));
  }

  private static boolean begins(String line) {
    return SESSION.matcher(line.strip()).matches();
  }

  private static boolean isServer(String line) {
    return SERVER.matcher(line).lookingAt() || begins(line) || PROTOCOL_LOG.matcher(line).matches();
  }

  /**
   * The receiving side writes such a log, so what goes out is the server's reply; in the log of a
   * sender replies come in.
   */
  private Optional<Said> protocol(Matcher line) {
    String connector = line.group(2).strip();
    String id = line.group(3);
    String said = line.group(6);
    if (LOGGED_IN.matcher(said).matches()) {
      if (loggedIn.size() >= SESSIONS) {
        loggedIn.clear();
      }
      loggedIn.add(id);
    }
    String direction = line.group(5);
    boolean server = direction.equals(">") || direction.equals("*");
    boolean remote = direction.equals("<") && REPLY.matcher(said).matches();
    if (!server && !remote) {
      return Optional.empty();
    }
    String client = PORT.matcher(line.group(4).strip()).replaceFirst("");
    return Optional.of(
        new Said(
            said,
            true,
            remote
                ? Optional.empty()
                : Optional.of(new LogEntry.Session(connector, client, loggedIn.contains(id)))));
  }
}
