package org.relaycheck.report.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Foreign text as Markdown that shows it and does nothing else.
 *
 * <p>Source: GitHub Flavored Markdown 0.29, sections 6.1, 6.3 and 4.10 (a pipe in a cell is escaped
 * even inside a code span).
 *
 * @param pipe how a pipe is spelled in a code span
 */
public record MarkdownText(String pipe) {

  /** In a cell of a table. */
  public static final MarkdownText CELL = new MarkdownText("\\|");

  /** Anywhere else. */
  public static final MarkdownText FLOW = new MarkdownText("|");

  /** The look behind comes after the mark: before it, every letter would be looked behind of. */
  private static final Pattern PUNCTUATION =
      Pattern.compile("[\\\\`*_{}\\[\\]()<>&#|~!$]|^[-+=]|[.)](?<=^[0-9]{1,9}.)");

  /**
   * What becomes a link or a mention without any markup; escapes do not help, because it is found
   * after they are undone.
   */
  private static final Pattern LINK =
      Pattern.compile("://|@|#[0-9]|GH-[0-9]|www\\.|[0-9a-f]{7}", Pattern.CASE_INSENSITIVE);

  private static final Pattern FENCES = Pattern.compile("`+");

  /** A longer text would push everything else out of a comment. */
  private static final int LONGEST = 1000;

  /** Prose. */
  public String text(String text) {
    String shown = cut(VisibleText.of(text));
    return LINK.matcher(shown).find()
        ? span(shown)
        : PUNCTUATION.matcher(shown).replaceAll("\\\\$0");
  }

  /** A name or a value, as a code span. */
  public String code(String text) {
    return text.isEmpty() ? "" : span(cut(VisibleText.of(text)));
  }

  private String span(String text) {
    int longest =
        FENCES
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    String fence = "`".repeat(longest + 1);
    // a space at both ends is taken away when shown, so it may always be added
    boolean padded = longest > 0 || text.startsWith(" ") || text.endsWith(" ");
    String pad = padded && !text.isBlank() ? " " : "";
    return fence + pad + text.replace("|", pipe) + pad + fence;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "… " + text.length() + " characters, all in report.json";
  }
}
