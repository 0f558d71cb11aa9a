package org.relaycheck.explain.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a log on its way in, line by line: what belongs together becomes an entry. Takes what
 * people paste: rows of grids and lists, both forms of Database Mail's texts, transcripts, events.
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
              + "|\\d+\"?[,;]\"?(?:error|warning|information|success)\\b"
              + "|[45]\\.\\d{1,3}\\.\\d{1,3} \\S"
              + "|The mail could not be sent|DatabaseMail process|Receive connector '?\"?\\S"
              + "|Exception Information: |Unable to start mail session)");

  /** What a row of the mail log says before its text, which may follow on the next line. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\W{0,12}\\d+\\W{1,40}(?:error|warning|information|success)\\b.{0,60}",
          Pattern.CASE_INSENSITIVE);

  /** The first line of an event as viewers copy it, in some of their languages. */
  private static final Pattern EVENT =
      Pattern.compile(
          "\\W{0,3}(?:(?:Log Name|Protokollname|Nom du journal|Nombre de registro"
              + "|Nazwa dziennika)\\s*:|(?:Source|Quelle|Origen|Źródło)\\s*:\\s*MSExchange"
              + "|<Event\\b).*");

  /** The first block of the numbered form; the others belong to it. */
  private static final Pattern FIRST_BLOCK = Pattern.compile("\\s*1\\) \\S.*");

  /** How Database Mail begins a message that stands alone; else it belongs to what is before. */
  private static final Pattern MESSAGE =
      Pattern.compile("\\W{0,3}(?:Cannot send mails|Could not connect) to mail server");

  private static final Pattern LATER_BLOCK =
      Pattern.compile("\\s*(?:[2-9]\\) \\S.*|StackTrace\\b.*|=+\\s*)");

  /** Where the text of a failure begins: what a row says of it stands before. */
  private static final Pattern FAILURE =
      Pattern.compile("The mail could not be sent|" + AttemptSplitter.START.pattern());

  /** The type of a row whose mail a later attempt delivered. */
  private static final Pattern DELIVERED =
      Pattern.compile("(?<![\\w-])warning(?![\\w:-])", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final Consumer<LogEntry> entries;
  private final TranscriptReader transcript = new TranscriptReader();
  private final List<String> lines = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private Optional<LogEntry.Session> session = Optional.empty();
  private int length;
  private boolean blank;
  private boolean blocks;
  private boolean attempted;
  private boolean event;

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
    heard.ifPresent(said -> add(number, said));
  }

  private void add(int number, TranscriptReader.Said said) {
    blank = false;
    blocks |= FIRST_BLOCK.matcher(said.text()).matches();
    attempted |= AttemptSplitter.START.matcher(said.text()).find();
    event |= lines.isEmpty() && EVENT.matcher(said.text()).matches();
    session = session.or(said::session);
    numbers.add(number);
    lines.add(said.text());
    length += said.text().length() + 1;
  }

  private boolean beginsNew(String line) {
    if (lines.isEmpty()) {
      return false;
    }
    if (event) {
      return length > LONGEST || (blank && BEGINS.matcher(line).lookingAt()) || startsEvent(line);
    }
    if (goesOn(line)) {
      return false;
    }
    if (FIRST_BLOCK.matcher(line).matches()) {
      return blocks || !attempted;
    }
    if (blocks && LATER_BLOCK.matcher(line).matches()) {
      return false;
    }
    return blank
        || startsEvent(line)
        || length > LONGEST
        || BEGINS.matcher(line).lookingAt()
        || (!attempted && MESSAGE.matcher(line).lookingAt());
  }

  /** Whether a line is the text of the row before it, or what a program cut off at its width. */
  private boolean goesOn(String line) {
    String last = lines.get(lines.size() - 1);
    boolean row = ROW.matcher(line).lookingAt();
    return !row
        && !blank
        && (ROW.matcher(last).matches() || WrappedLines.isCut(last))
        && !FIRST_BLOCK.matcher(line).matches();
  }

  /** Inside of an event its source and its XML belong to it, and do not start another one. */
  private boolean startsEvent(String line) {
    if (!EVENT.matcher(line).matches()) {
      return false;
    }
    if (line.strip().startsWith("<")) {
      return !event || lines.get(0).strip().startsWith("<");
    }
    boolean source = line.contains("MSExchange");
    return !event || !source || lines.stream().anyMatch(before -> before.contains("MSExchange"));
  }

  /** The text is over, or interrupted. */
  public void end() {
    if (!lines.isEmpty()) {
      TreeMap<Integer, String> places = new TreeMap<>();
      String text = joined(places);
      AttemptSplitter.of(text, places, delivered(text))
          .forEach(entry -> entries.accept(entry.in(session)));
    }
    lines.clear();
    numbers.clear();
    session = Optional.empty();
    length = 0;
    blank = false;
    blocks = false;
    attempted = false;
    event = false;
  }

  /** The lines as one text; those that a console cut at its width go on without a break. */
  private String joined(Map<Integer, String> places) {
    WrappedLines wrapped = WrappedLines.of(lines);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      places.put(text.length(), name + ":" + numbers.get(i));
      text.append(lines.get(i));
      if (!wrapped.goesOn(lines.get(i))) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static boolean delivered(String text) {
    Matcher failure = FAILURE.matcher(text);
    return failure.find() && DELIVERED.matcher(text.substring(0, failure.start())).find();
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
