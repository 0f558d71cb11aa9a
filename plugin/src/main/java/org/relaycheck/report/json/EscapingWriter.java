package org.relaycheck.report.json;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.relaycheck.report.text.VisibleText;

/**
 * A writer for JSON that spells what is not {@link VisibleText} as an escape, so that a file which
 * is shown in a terminal or in the log of a build does nothing to it and loses nothing.
 *
 * <p>It is told by character, not by place, because such characters stand only inside strings.
 */
public final class EscapingWriter extends FilterWriter {

  private static final int LAST_ASCII = 0x7E;
  private static final String DIGITS = "0123456789abcdef";

  private int last;

  public EscapingWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    if (escaped(last, c)) {
      out.write("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.write(DIGITS.charAt(c >> shift & 0xF));
      }
    } else {
      out.write(c);
    }
    last = c;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int written = from;
    for (int i = from; i < from + length; i++) {
      char c = text.charAt(i);
      if (escaped(last, c)) {
        out.write(text, written, i - written);
        write(c);
        written = i + 1;
      }
      last = c;
    }
    out.write(text, written, from + length - written);
  }

  /** Of two number signs the second: two of them begin a command to a build server. */
  private static boolean escaped(int last, int c) {
    return (c == '#' && last == '#')
        || (c > LAST_ASCII && (Character.isSurrogate((char) c) || VisibleText.hidden(c)));
  }
}
