package org.relaycheck.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines as a shell printed them, without what copying them put around and between them: a prefix on
 * every line, colour codes, characters that HTML spells out, blanks that do not break, a blank line
 * after each line. What a copy may have changed in a value is changed back only where the copy
 * shows it elsewhere, too.
 */
final class PastedText {

  /** Where the name and the colon of a property stand. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?s)([^\\p{L}\\p{Nd}\\[{(\"'<@$+]*)[A-Za-z][A-Za-z0-9_]*[ \u00A0]*:(?:[ \u00A0].*)?");

  private static final Pattern COLOUR = Pattern.compile("[\u001B\u241B\u2190]\\[[0-9;?]*[A-Za-z]");

  /** Colours of which the copy lost the first character, an escape. */
  private static final Pattern BARE_COLOUR =
      Pattern.compile(COLOUR.pattern() + "|\\[(?:[0-9]{1,3};)*[0-9]{1,3}m");

  private static final Pattern BARE_COLOURS = Pattern.compile("(?m)^\\W*\\[[0-9;]+m");
  private static final Pattern LAYOUT = Pattern.compile("[ \t\u00A0]\u00A0|\u00A0[ \t\u00A0]");
  private static final Pattern MARKUP =
      Pattern.compile("&(?:lt|gt|nbsp|#[0-9]{1,6}|#x\\p{XDigit}+);");
  private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?: [^<>]*)?/?>");
  private static final String AROUND = " \t>|#*:/;-";

  /** A text of fewer lines may have its blank lines by chance. */
  private static final int SEVERAL = 3;

  private PastedText() {}

  /**
   * A line.
   *
   * @param number where it stands in the file, from 1
   * @param text without blanks at its end
   */
  record Line(int number, String text) {
    boolean isBlank() {
      return text.isEmpty();
    }
  }

  /** The lines of a text; only LF ends one, with or without CR before it. */
  static List<Line> lines(BufferedReader text) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] piece = new char[8192];
    for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
      all.append(piece, 0, read);
    }
    String whole = all.toString();
    boolean markup = MARKUP.matcher(whole).find();
    Pattern colour = BARE_COLOURS.matcher(whole).find() ? BARE_COLOUR : COLOUR;
    boolean blanks = markup || LAYOUT.matcher(whole).find();
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : whole.split("\n", -1)) {
      number++;
      String plain = colour.matcher(line).replaceAll("");
      for (String part : markup ? broken(plain) : List.of(plain)) {
        String clean = blanks ? part.replace('\u00A0', ' ').replace('\u202F', ' ') : part;
        lines.add(new Line(number, clean.stripTrailing()));
      }
    }
    return spaced(unquoted(aligned(lines)));
  }

  /** A line of HTML as the lines that a browser shows. */
  private static List<String> broken(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : BREAK.split(line, -1)) {
      parts.add(HtmlEntities.decoded(TAG.matcher(part).replaceAll("")));
    }
    return parts;
  }

  /** Without what stands before each line alike, as a wiki and a quoted mail have it. */
  private static List<Line> aligned(List<Line> lines) {
    Optional<String> common = Optional.empty();
    for (Line line : lines) {
      if (!line.isBlank()) {
        String before = common.orElseGet(() -> around(line.text()));
        common = Optional.of(shared(before, line.text()));
      }
    }
    return without(common.orElse(""), lines);
  }

  private static String around(String text) {
    int end = 0;
    while (end < text.length() && AROUND.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(0, end);
  }

  /** A line that is nothing but the prefix was a blank one. */
  private static String shared(String prefix, String text) {
    if (text.equals(prefix.stripTrailing())) {
      return prefix;
    }
    int end = 0;
    while (end < Math.min(prefix.length(), text.length())
        && prefix.charAt(end) == text.charAt(end)) {
      end++;
    }
    return prefix.substring(0, end);
  }

  /** Without what stands before most of the properties, where only a part was quoted. */
  private static List<Line> unquoted(List<Line> lines) {
    Map<String, Integer> prefixes = new HashMap<>();
    for (Line line : lines) {
      Matcher named = NAMED.matcher(line.text());
      if (named.matches()) {
        prefixes.merge(named.group(1), 1, Integer::sum);
      }
    }
    return without(
        prefixes.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(""),
        lines);
  }

  private static List<Line> without(String prefix, List<Line> lines) {
    if (prefix.isEmpty()) {
      return lines;
    }
    String bare = prefix.stripTrailing();
    return lines.stream()
        .map(
            line ->
                line.text().equals(bare)
                    ? new Line(line.number(), "")
                    : line.text().startsWith(prefix)
                        ? new Line(line.number(), line.text().substring(prefix.length()))
                        : line)
        .toList();
  }

  /** Without the blank line behind each line, where all have one. */
  private static List<Line> spaced(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    int run = 0;
    int full = 0;
    for (Line line : lines) {
      if (line.isBlank()) {
        run++;
        continue;
      }
      if (full > 0 && run == 0) {
        return lines;
      }
      for (int i = 0; full > 0 && i < (run - 1) / 2; i++) {
        kept.add(new Line(line.number(), ""));
      }
      kept.add(line);
      full++;
      run = 0;
    }
    return full < SEVERAL ? lines : kept;
  }
}
