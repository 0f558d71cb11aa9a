package org.relaycheck.report.html;

import java.util.Set;
import org.relaycheck.report.text.HtmlText;

/** HTML that is being written; whatever is a text or an attribute's value is escaped. */
public final class HtmlWriter {

  /** What stands within a line; everything else begins one. */
  private static final Set<String> INLINE =
      Set.of("a", "b", "code", "span", "option", "label", "input", "select", "dt", "dd");

  private final StringBuilder html = new StringBuilder("<!DOCTYPE html>");

  /**
   * Opens an element.
   *
   * @param tag its name, a constant
   * @param attributes names, which are constants, each followed by its value
   */
  public HtmlWriter open(String tag, String... attributes) {
    html.append(INLINE.contains(tag) ? "<" : "\n<").append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]);
      html.append("=\"").append(HtmlText.of(attributes[i + 1])).append('"');
    }
    html.append('>');
    return this;
  }

  public HtmlWriter close(String tag) {
    html.append("</").append(tag).append('>');
    return this;
  }

  public HtmlWriter text(String text) {
    html.append(HtmlText.of(text));
    return this;
  }

  /** An element that holds nothing but text. */
  public HtmlWriter element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A blank between two elements. */
  public HtmlWriter blank() {
    html.append(' ');
    return this;
  }

  /** A style or a script, as it stands. */
  public HtmlWriter asset(String tag, PageAsset asset) {
    html.append("\n<").append(tag).append(">").append(asset.text());
    return close(tag);
  }

  /** The page so far. */
  public String html() {
    return html + "\n";
  }
}
