package org.relaycheck.compare;

import java.text.Normalizer;
import java.util.Locale;
import org.relaycheck.state.Address;

/** What names look like to a reader, who cannot see every difference between two of them. */
final class LookalikeName {

  /** Signs without ink that their Unicode category does not give away. */
  private static final String INKLESS = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u02BC\u00B4";
  private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F";
  private static final int BLANK_PATTERN = 0x2800;
  private static final int LAST_ASCII = 0x7E;

  private LookalikeName() {}

  /** Equal for names that look the same: composed or not, with whatever blanks and case. */
  static String of(String name) {
    String composed = Normalizer.normalize(seen(name), Normalizer.Form.NFKC);
    return Address.folded(seen(composed).strip().replaceAll(" +", " "));
  }

  /** Without what nobody sees, and with one kind of blank, dash and quote. */
  private static String seen(String text) {
    StringBuilder seen = new StringBuilder();
    text.codePoints()
        .filter(c -> isBlank(c) || !isUnseen(c))
        .forEach(c -> seen.appendCodePoint(plain(c)));
    return seen.toString();
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BLANK_PATTERN;
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(c))
        || INKLESS.indexOf(c) >= 0;
  }

  private static int plain(int c) {
    if (isBlank(c)) {
      return ' ';
    }
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    if (SINGLE_QUOTES.indexOf(c) >= 0) {
      return '\'';
    }
    return DOUBLE_QUOTES.indexOf(c) >= 0 ? '"' : c;
  }

  /** A name as a policy can state it, each character of it visible: in double quotes of YAML. */
  static String quoted(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c <= LAST_ASCII) {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
