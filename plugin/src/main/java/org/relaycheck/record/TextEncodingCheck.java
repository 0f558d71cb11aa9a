package org.relaycheck.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.relaycheck.state.Place;

/** A walk through bytes that stops at the first that is no text, and says where that is. */
final class TextEncodingCheck {

  private static final int PIECE = 8192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String shown;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(PIECE);
  // no encoding that is read makes more characters than bytes
  private final CharBuffer chars = CharBuffer.allocate(PIECE);
  private int line = 1;
  private int column = 1;
  private char first;

  /** A decoder made this way reports what it cannot decode. */
  TextEncodingCheck(String shown, Charset charset) {
    this.shown = shown;
    this.decoder = charset.newDecoder();
  }

  /** The first character that is not blank. */
  char first(InputStream in) throws IOException, UnusableRecordException {
    boolean end = false;
    while (!end) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      bytes.position(bytes.position() + Math.max(read, 0)).flip();
      CoderResult result = decoder.decode(bytes, chars, end);
      look(chars.flip());
      chars.clear();
      if (result.isError()) {
        throw notText("these bytes are not " + decoder.charset().name());
      }
      bytes.compact();
    }
    if (first == 0) {
      throw new UnusableRecordException(
          shown + " is empty", "record the host again, and look for an error of the command");
    }
    return first;
  }

  private void look(CharBuffer piece) throws UnusableRecordException {
    char[] chars = piece.array();
    for (int i = piece.position(); i < piece.limit(); i++) {
      char next = chars[i];
      if (next == 0) {
        throw notText("a NUL character stands here, so this is not text");
      }
      if (first == 0 && !Character.isWhitespace(next) && next != BYTE_ORDER_MARK) {
        first = next;
      }
      column = next == '\n' ? 1 : column + 1;
      line += next == '\n' ? 1 : 0;
    }
  }

  private UnusableRecordException notText(String why) {
    return new UnusableRecordException(
        new Place(shown, line, column) + "  " + why,
        "save it as UTF-8, or as UTF-16 with a byte order mark: Out-File -Encoding UTF8, sqlcmd -u");
  }
}
