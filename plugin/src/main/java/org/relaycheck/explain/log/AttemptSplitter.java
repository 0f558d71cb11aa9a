package org.relaycheck.explain.log;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of Database Mail, parted into the attempts that it tells of. A row that ends the last
 * retry holds the failures of all accounts and rounds, one after the other.
 */
final class AttemptSplitter {

  /** {@code Account 7 (2026-10-01T06:12:33)}: the same in every language of the server. */
  static final Pattern START =
      Pattern.compile("\\b(\\d{1,9}) \\((\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\)");

  private AttemptSplitter() {}

  /**
   * An entry for each attempt; one for the whole text if it names none.
   *
   * @param text with its own line breaks
   * @param places by the position in the text, where what begins there stands
   * @param delivered whether a later attempt delivered the mail
   */
  static List<LogEntry> of(String text, NavigableMap<Integer, String> places, boolean delivered) {
    List<LogEntry> entries = new ArrayList<>();
    Matcher attempt = START.matcher(text);
    int from = 0;
    Optional<String> account = Optional.empty();
    Optional<String> at = Optional.empty();
    boolean open = false;
    while (attempt.find()) {
      if (open) {
        String part = OneLine.of(text.substring(from, attempt.start()));
        entries.add(new LogEntry(place(places, from), part, account, at, delivered));
        from = attempt.start();
      }
      account = Optional.of(attempt.group(1));
      at = Optional.of(attempt.group(2));
      open = true;
    }
    String rest = OneLine.of(text.substring(from));
    entries.add(new LogEntry(place(places, from), rest, account, at, delivered));
    return entries;
  }

  private static String place(NavigableMap<Integer, String> places, int position) {
    return places.floorEntry(position).getValue();
  }
}
