package org.relaycheck.explain.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation as a log shows it, of which only the server's side counts: a subject or the text
 * of a mail may quote any reply.
 */
final class TranscriptReader {

  /** Date, connector, session, number, two end points, then the direction. */
  private static final Pattern PROTOCOL_LOG =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[^,]*,[^,]*,[^,]*,\\d+,[^,]*,[^,]*,([-+*<>]),(.*)");

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
  private static final Pattern SESSION = Pattern.compile("22[01][ -].*");

  private boolean inMail;

  /**
   * What the server's side says in a line.
   *
   * @param text what it says
   * @param whole whether the line is a saying of its own, whatever stands around it
   */
  record Said(String text, boolean whole) {}

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
      return protocol(protocol.group(1), protocol.group(2));
    }
    if (CLIENT.matcher(line).matches()) {
      return Optional.empty();
    }
    inMail = SEND_NOW.matcher(line.strip()).matches();
    Matcher server = SERVER.matcher(line);
    String said = server.lookingAt() ? line.substring(server.end()) : line;
    boolean whole = said.length() < line.length();
    return Optional.of(SUBJECT.matcher(said).replaceFirst(""))
        .filter(told -> !told.isBlank())
        .map(told -> new Said(told, whole));
  }

  private static boolean isServer(String line) {
    return SERVER.matcher(line).lookingAt()
        || SESSION.matcher(line).matches()
        || PROTOCOL_LOG.matcher(line).matches();
  }

  /** The receiving side writes such a log, so what goes out is the server's reply. */
  private static Optional<Said> protocol(String direction, String said) {
    return direction.equals(">") || direction.equals("*")
        ? Optional.of(new Said(said, true))
        : Optional.empty();
  }
}
