package org.relaycheck.report.html;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.report.text.VisibleText;

/** Text in lines of letters that are all equally wide; what takes too many lines is cut. */
final class TextWrap {

  private static final int MOST = 4;

  private TextWrap() {}

  static List<String> of(String text, int letters) {
    List<String> lines = new ArrayList<>();
    String rest = VisibleText.of(text);
    while (rest.length() > letters && lines.size() < MOST - 1) {
      int blank = rest.lastIndexOf(' ', letters);
      int end = blank > 0 ? blank : whole(rest, letters);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest.length() > letters ? rest.substring(0, whole(rest, letters - 1)) + "…" : rest);
    return lines;
  }

  /** Not between the halves of a character. */
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
