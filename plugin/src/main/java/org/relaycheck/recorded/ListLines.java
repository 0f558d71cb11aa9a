package org.relaycheck.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.recorded.RecordFile.Problem;

/**
 * The lines of a Format-List, sorted into objects.
 *
 * <p>A new object begins where a name repeats, after two blank lines (one may come from pasting
 * into a forum), and after a prompt or other words. What stands right below a value and belongs to
 * nothing is refused: it could be the rest of the value.
 */
final class ListLines {

  private static final Pattern PROPERTY = Pattern.compile("([A-Za-z][A-Za-z0-9_]*) +:(?: (.*))?");
  private static final Pattern PROMPT =
      Pattern.compile("(?:\\[[^]]*]:? ?)?(?:PS )?[A-Za-z]*:?\\\\[^>]*>.*|>>.*");
  private static final Pattern CMDLET = Pattern.compile("(?i)\\bget-[a-z]+");
  private static final Pattern ASIDE = Pattern.compile("(?:WARNING|VERBOSE|DEBUG): .*");
  private static final int BETWEEN_OBJECTS = 2;

  private final RecordFile file;
  private final String fix;
  private final List<ListedObject> objects = new ArrayList<>();
  private Optional<ListedObject> current = Optional.empty();
  private Optional<String> cmdlet = Optional.empty();
  private int line;
  private int blanks;
  private int width;

  ListLines(RecordFile file, String fix) {
    this.file = file;
    this.fix = fix;
  }

  /** The objects so far. */
  List<ListedObject> objects() {
    return objects;
  }

  /** The longest line that a value goes on after, which is as wide as the lines can be. */
  int width() {
    return width;
  }

  /** Takes the next line. */
  void add(String next) throws UnusableRecordException {
    line++;
    String text = next.stripTrailing();
    if (text.isEmpty()) {
      blanks++;
      return;
    }
    Matcher property = PROPERTY.matcher(text);
    if (current.filter(object -> object.goesOn(text)).isPresent()) {
      width = Math.max(width, current.get().goOn(text, blanks));
    } else if (property.matches()) {
      property(property);
    } else {
      words(text);
    }
    blanks = 0;
  }

  private void property(Matcher property) {
    String name = property.group(1);
    if (blanks >= BETWEEN_OBJECTS || current.filter(object -> !object.has(name)).isEmpty()) {
      current = Optional.of(new ListedObject(line, cmdlet));
      objects.add(current.get());
    }
    String value = Optional.ofNullable(property.group(2)).orElse("");
    current.get().put(name, new ListedValue(value, property.end(1), property.group()));
  }

  private void words(String text) throws UnusableRecordException {
    if (PROMPT.matcher(text).matches()) {
      // what is printed is what the last one of a pipeline gave
      cmdlet = CMDLET.matcher(text).results().map(MatchResult::group).reduce((a, b) -> b);
    } else if (current.isPresent() && blanks == 0 && !ASIDE.matcher(text).matches()) {
      throw file.unusable(
          line,
          1,
          new Problem("this is neither 'Name : value' nor the rest of the value above it", fix));
    }
    if (!ASIDE.matcher(text).matches()) {
      current = Optional.empty();
    }
  }
}
