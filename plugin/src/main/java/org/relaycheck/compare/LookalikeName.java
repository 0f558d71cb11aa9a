package org.relaycheck.compare;

import java.text.Normalizer;
import java.util.Locale;
import org.relaycheck.state.Address;
import org.relaycheck.state.UnseenCharacters;

/** What names look like to a reader, who cannot see every difference between two of them. */
final class LookalikeName {

  private static final String DASHES =
      "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u02D7\u058A";
  private static final String SINGLE_QUOTES =
      "\u2018\u2019\u201A\u201B\u02BC\u00B4\u2032\u02B9\u02BB\u02BD`";
  private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u2033\u02BA";
  private static final String SLASHES = "\u2044\u2215";

  /** Capitals of Greek and Cyrillic in the shape of Latin ones (Unicode's confusables.txt). */
  private static final String FOREIGN =
      "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"
          + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425"
          + "\u0405\u0406\u0408\u04AE";

  private static final String LATIN = "ABEZHIKMNOPTYX" + "ABEKMHOPCTX" + "SIJY";
  private static final char NEXT_LINE = '\u0085';
  private static final int BLANK_PATTERN = 0x2800;
  private static final int LAST_ASCII = 0x7E;

  private LookalikeName() {}

  /**
   * Equal for names that look the same: composed or not, with whatever blanks and case, and in
   * whichever alphabet.
   */
  static String of(String name) {
    String composed = Normalizer.normalize(seen(name), Normalizer.Form.NFKC);
    String seen = seen(composed).strip().replaceAll(" +", " ");
    StringBuilder latin = new StringBuilder();
    Address.folded(seen.toLowerCase(Locale.ROOT))
        .chars()
        .forEach(
            c ->
                latin.append(FOREIGN.indexOf(c) < 0 ? (char) c : LATIN.charAt(FOREIGN.indexOf(c))));
    return latin.toString();
  }

  /** Without what nobody sees, and with one kind of blank, dash and quote. */
  private static String seen(String text) {
    StringBuilder seen = new StringBuilder();
    text.codePoints()
        .filter(c -> isBlank(c) || !UnseenCharacters.isOne(c))
        .forEach(c -> seen.appendCodePoint(plain(c)));
    return seen.toString();
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == NEXT_LINE
        || c == BLANK_PATTERN;
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
    if (SLASHES.indexOf(c) >= 0) {
      return '/';
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
