package org.relaycheck.report.text;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relaycheck.state.UnseenCharacters;

/**
 * Text of live systems and of files as it may be shown: what a reader could not see, or what a
 * terminal or a build server would obey, stands as its number, such as {@code [U+202E]}.
 *
 * <p>The text is neither cut nor normalised. Spaces other than U+0020 count as unseen: a name with
 * a no-break space is another name.
 */
public final class VisibleText {

  /** How a command begins anywhere in a line: {@code ##vso[}, {@code ##[}, {@code ##teamcity[}. */
  private static final Pattern SIGNS = Pattern.compile("(?<!#)#{2,}+(?=[A-Za-z]*\\[)");

  /**
   * How one of GitHub begins, at the start of a line or after blanks: {@code ::name}. One group of
   * an IPv6 address behind two colons is no name.
   */
  private static final Pattern COLONS =
      Pattern.compile("^( *+):(?=:(?![0-9A-Fa-f]{1,4}(?::(?!:)|/|$))[A-Za-z])");

  /** The pattern of Braille without a dot, which Unicode does not call a blank. */
  private static final int BLANK_PATTERN = 0x2800;

  private static final int LAST_ASCII = 0x7E;
  private static final int PLANE_MASK = 0xFFFE;
  private static final int FIRST_NONCHARACTER = 0xFDD0;
  private static final int LAST_NONCHARACTER = 0xFDEF;

  private VisibleText() {}

  /** The text, all of it visible, on one line, valid UTF-16, and no command to a build server. */
  public static String of(String text) {
    String seen = seen(text);
    if (!seen.contains("##") && !seen.contains("::")) {
      return seen;
    }
    String broken =
        SIGNS.matcher(seen).replaceAll(run -> "#" + number('#').repeat(run.group().length() - 1));
    return COLONS.matcher(broken).replaceFirst("$1" + number(':'));
  }

  /** Several lines, each of them as {@link #of}. */
  public static String lines(String text) {
    return text.lines().map(VisibleText::of).collect(Collectors.joining("\n"));
  }

  private static String seen(String text) {
    int safe = safeLength(text);
    if (safe == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, safe);
    text.substring(safe)
        .codePoints()
        .forEach(c -> shown.append(hidden(c) ? number(c) : Character.toString(c)));
    return shown.toString();
  }

  /** The text with each half of a character, which UTF-8 cannot hold, as its number. */
  public static String wholeCharacters(String text) {
    if (text.codePoints().noneMatch(VisibleText::half)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.append(half(c) ? number(c) : Character.toString(c)));
    return shown.toString();
  }

  /** Whether a reader could not see this code point, or could not tell it from another. */
  public static boolean hidden(int c) {
    if (c >= ' ' && c <= LAST_ASCII) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> noncharacter(c) || UnseenCharacters.isOne(c) || c == BLANK_PATTERN;
    };
  }

  /** Told by number: which code points are unassigned differs from one JDK to the next. */
  private static boolean noncharacter(int c) {
    return (c & PLANE_MASK) == PLANE_MASK || (c >= FIRST_NONCHARACTER && c <= LAST_NONCHARACTER);
  }

  private static boolean half(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  private static int safeLength(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) || hidden(c)) {
        return i;
      }
    }
    return text.length();
  }

  private static String number(int c) {
    return String.format(Locale.ROOT, "[U+%04X]", c);
  }
}
