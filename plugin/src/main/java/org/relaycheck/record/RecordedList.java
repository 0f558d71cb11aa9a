package org.relaycheck.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.record.PastedText.Line;
import org.relaycheck.record.RecordFile.Problem;

/**
 * The lines of a Format-List, sorted into objects.
 *
 * <p>A new object begins where a name repeats, after two blank lines (one may come from pasting
 * into a forum), and after a prompt or other words. A line right below a value that is nothing else
 * is the rest of the value, as a console leaves it that is too narrow.
 */
final class RecordedList implements PastedForm {

  private static final Pattern PADDED =
      Pattern.compile("(?s)([A-Za-z][A-Za-z0-9_]*)[ \u00A0]+:(?:[ \u00A0](.*))?");
  private static final Pattern TIGHT = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9_]*):(?: +(.*))?");

  /** Without any blank, which is a property only where the name is that of a setting. */
  private static final Pattern BARE = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9_]*):([^ \\\\].*)");

  private static final int BETWEEN_OBJECTS = 2;

  private final RecordFile file;
  private final RecordedValues values;
  private final Predicate<String> known;
  private final boolean padded;
  private final List<ListedObject> objects = new ArrayList<>();
  private Optional<ListedObject> current = Optional.empty();
  private Optional<String> command = Optional.empty();
  private int blanks;
  private boolean aside;

  /**
   * @param known whether a name is one that a receive connector has
   */
  RecordedList(RecordFile file, RecordedValues values, Predicate<String> known, List<Line> lines) {
    this.file = file;
    this.values = values;
    this.known = known;
    this.padded =
        count(lines, text -> PADDED.matcher(text).matches())
            >= count(lines, text -> tight(text, known).matches());
  }

  private long count(List<Line> lines, Predicate<String> property) {
    return lines.stream()
        .map(Line::text)
        .filter(text -> !ShellLine.isTrouble(text, known) && !ShellLine.isAside(text))
        .filter(property)
        .count();
  }

  /** Whether a line is a property, however it is spaced. */
  static boolean begins(String text, Predicate<String> known) {
    return PADDED.matcher(text).matches() || tight(text, known).matches();
  }

  private static Matcher tight(String text, Predicate<String> known) {
    Matcher bare = BARE.matcher(text);
    return bare.matches() && known.test(bare.group(1)) ? bare : TIGHT.matcher(text);
  }

  @Override
  public String form() {
    return "Format-List";
  }

  @Override
  public List<RecordedObject> objects(List<Line> lines) throws UnusableRecordException {
    for (Line line : lines) {
      if (line.isBlank()) {
        blanks++;
        aside = false;
      } else {
        add(line);
        blanks = 0;
      }
    }
    int width = width();
    return objects.stream().map(object -> object.read(values, width)).toList();
  }

  /**
   * The width at which a console cut lines, and lost the rest: that of the longest, where one of
   * them holds no whole value.
   */
  private int width() {
    List<ListedValue> all = objects.stream().flatMap(ListedObject::all).toList();
    int longest = all.stream().mapToInt(ListedValue::width).max().orElse(0);
    boolean cut =
        objects.stream().anyMatch(object -> object.isBroken(longest, values))
            && all.stream().filter(value -> value.width() == longest).count() > 1;
    return cut ? longest : Integer.MAX_VALUE;
  }

  private void add(Line line) throws UnusableRecordException {
    String text = line.text();
    Matcher found = padded ? PADDED.matcher(text) : tight(text, known);
    Optional<String> asked = ShellLine.command(text);
    if (current.filter(object -> object.goesOn(text)).isPresent()) {
      current.get().goOn(text, blanks);
    } else if (ShellLine.isTrouble(text, known) || ShellLine.isAside(text)) {
      aside = true;
    } else if (ShellLine.isFence(text)) {
      current = Optional.empty();
    } else if (found.matches()) {
      property(found, line.number());
      aside = false;
    } else if (asked.isPresent()) {
      boolean more = text.startsWith(">>") && current.isEmpty();
      command = asked.map(next -> more ? command.orElse("") + " " + next : next);
      current = Optional.empty();
    } else if (isHereTwice(text)) {
      throw file.unusable(line.number(), 1, Problem.twice(text.split("[ :]", 2)[0]));
    } else if (!aside && current.isPresent() && blanks == 0) {
      current.get().goOn(text, blanks);
    } else if (!aside) {
      current = Optional.empty();
    }
  }

  /** Whether a line gives the last object a setting that it has, spaced as no other line is. */
  private boolean isHereTwice(String text) {
    Matcher found = padded ? tight(text, known) : PADDED.matcher(text);
    return found.matches()
        && known.test(found.group(1))
        && !objects.isEmpty()
        && objects.get(objects.size() - 1).hasLike(found.group(1));
  }

  private void property(Matcher found, int line) throws UnusableRecordException {
    String name = found.group(1);
    if (blanks >= BETWEEN_OBJECTS || current.filter(object -> !object.has(name)).isEmpty()) {
      current = Optional.of(new ListedObject(line, command.filter(text -> !text.isBlank())));
      objects.add(current.get());
    }
    String value = Optional.ofNullable(found.group(2)).orElse("");
    if (!current.get().put(name, new ListedValue(value, found.end(1), found.group()))) {
      throw file.unusable(line, 1, Problem.twice(name));
    }
  }
}
