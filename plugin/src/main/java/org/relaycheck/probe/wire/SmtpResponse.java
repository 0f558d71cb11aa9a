package org.relaycheck.probe.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back for a command, or for connecting. */
public sealed interface SmtpResponse {

  /**
   * The server replied.
   *
   * @param code three digits
   * @param lines the texts behind the code, at least one
   */
  record Reply(int code, List<String> lines) implements SmtpResponse {

    private static final Pattern ENHANCED =
        Pattern.compile("([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b.*");

    public Reply {
      lines = List.copyOf(lines);
    }

    /** The enhanced status code, such as {@code 4.3.2}. */
    public Optional<String> enhanced() {
      Matcher found = ENHANCED.matcher(first());
      return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The first line's text. */
    public String first() {
      return lines.get(0);
    }

    /** What follows a word at the start of a later line of EHLO's reply; empty if none has it. */
    public Optional<String> parameters(String word) {
      String wanted = word.toUpperCase(Locale.ROOT);
      return lines.stream()
          .skip(1)
          .map(line -> line.toUpperCase(Locale.ROOT).strip())
          .filter(line -> line.equals(wanted) || line.startsWith(wanted + " "))
          .map(line -> line.substring(wanted.length()).strip())
          .findFirst();
    }

    @Override
    public String shown() {
      return (code + " " + String.join(" / ", lines)).strip();
    }
  }

  /** It did not. */
  record Silence(String why) implements SmtpResponse {

    @Override
    public String shown() {
      return why;
    }
  }

  /** In words, on one line. */
  String shown();

  /** Whether it is a reply of the kind 2xx. */
  default boolean isGood() {
    return this instanceof Reply reply && reply.code() / 100 == 2;
  }

  /** Whether it is a reply with this code. */
  default boolean is(int code) {
    return this instanceof Reply reply && reply.code() == code;
  }
}
