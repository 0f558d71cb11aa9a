package org.relaycheck.explain.log;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The text of a log on its way in, line by line: what belongs together becomes an entry. Takes what
 * people paste: grid rows, both forms of Database Mail's texts, transcripts, events.
 */
public final class LogText {

  /** So long an entry is none: whatever it is, it is read in pieces. */
  private static final int LONGEST = 64_000;

  /** What begins something new, at the start of a line. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\W{0,3}(?:\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b"
              + "|[A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d|[2345]\\d\\d[ -]\\S"
              + "|\\d+\\s+(?:error|warning|information|success)\\b|\\d+\t|Msg \\d+|\\[\\d+]"
              + "|[45]\\.\\d{1,3}\\.\\d{1,3} \\S"
              + "|The mail could not be sent|DatabaseMail process|Receive connector '?\"?\\S"
              + "|Log Name:|Exception Information: |Unable to start mail session)");

  /** The first block of the numbered form; the others belong to it. */
  private static final Pattern FIRST_BLOCK = Pattern.compile("\\s*1\\) \\S.*");

  /** How Database Mail begins a message that stands alone; else it belongs to what is before. */
  private static final Pattern MESSAGE =
      Pattern.compile("\\W{0,3}(?:Cannot send mails|Could not connect) to mail server");

  private static final Pattern LATER_BLOCK =
      Pattern.compile("\\s*(?:[2-9]\\) \\S.*|StackTrace\\b.*|=+\\s*)");
  private static final Pattern DELIVERED = Pattern.compile("\\d+\\s+warning\\b.*");

  private final String name;
  private final Consumer<LogEntry> entries;
  private final TranscriptReader transcript = new TranscriptReader();
  private final StringBuilder text = new StringBuilder();
  private final TreeMap<Integer, String> places = new TreeMap<>();
  private boolean blank;
  private boolean blocks;
  private boolean attempted;

  /**
   * A text to come.
   *
   * @param name of the file, as the user knows it
   * @param entries takes each entry, in order
   */
  public LogText(String name, Consumer<LogEntry> entries) {
    this.name = name;
    this.entries = entries;
  }

  /**
   * Takes a line.
   *
   * @param number from 1
   */
  public void line(int number, String line) {
    if (line.isBlank()) {
      blank = true;
      return;
    }
    Optional<TranscriptReader.Said> heard = transcript.heard(line);
    if (heard.isEmpty() || heard.get().whole() || beginsNew(line)) {
      end();
    }
    heard.ifPresent(said -> add(number, said.text()));
  }

  private void add(int number, String said) {
    blank = false;
    blocks |= FIRST_BLOCK.matcher(said).matches();
    attempted |= AttemptSplitter.START.matcher(said).find();
    places.put(text.length(), name + ":" + number);
    text.append(said).append('\n');
  }

  private boolean beginsNew(String line) {
    if (text.isEmpty()) {
      return false;
    }
    if (FIRST_BLOCK.matcher(line).matches()) {
      return blocks || !attempted;
    }
    if (blocks && LATER_BLOCK.matcher(line).matches()) {
      return false;
    }
    return blank
        || text.length() > LONGEST
        || BEGINS.matcher(line).lookingAt()
        || (!attempted && MESSAGE.matcher(line).lookingAt());
  }

  /** The text is over, or interrupted. */
  public void end() {
    if (!text.isEmpty()) {
      boolean delivered = DELIVERED.matcher(text).lookingAt();
      AttemptSplitter.of(text.toString(), places, delivered).forEach(entries);
    }
    text.setLength(0);
    places.clear();
    blank = false;
    blocks = false;
    attempted = false;
  }

  /** The entries of a row of a log; what its text does not tell of itself, the row does. */
  public static void row(LogEntry row, Consumer<LogEntry> to) {
    TreeMap<Integer, String> place = new TreeMap<>();
    place.put(0, row.where());
    for (LogEntry entry : AttemptSplitter.of(row.text(), place, row.delivered())) {
      to.accept(
          new LogEntry(
              entry.where(),
              entry.text(),
              entry.account().or(row::account),
              entry.at().or(row::at),
              row.delivered()));
    }
  }
}
