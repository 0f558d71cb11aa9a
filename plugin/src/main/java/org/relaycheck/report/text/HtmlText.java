package org.relaycheck.report.text;

/**
 * Foreign text as HTML that shows it and does nothing else.
 *
 * <p>Source: the HTML standard, "Serializing HTML fragments" and "Attribute value (double-quoted)
 * state". It holds between tags and in attributes with double quotes; never in a script, a style, a
 * comment, or the name of anything.
 */
public final class HtmlText {

  private HtmlText() {}

  /** The text, all of it visible, without any character that means something to a parser. */
  public static String of(String text) {
    String shown = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
