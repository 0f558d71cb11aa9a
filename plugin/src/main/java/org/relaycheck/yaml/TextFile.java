package org.relaycheck.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.relaycheck.state.Place;

/** A file of ours as text: UTF-8, with or without a byte order mark, of at most 4 MB. */
public final class TextFile {

  /** No file of ours may hold more code points. */
  static final int MOST_CODE_POINTS = 1_000_000;

  private static final int MOST_BYTES = 4 * MOST_CODE_POINTS;
  private static final int HIGHEST_BYTE = 0xFF;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final FileProblems problems;

  public TextFile(FileProblems problems) {
    this.problems = problems;
  }

  /** The text without byte order mark; reads no more of a file than it may hold. */
  public Optional<String> read(String shown, Path path) {
    Place start = new Place(shown, 1, 1);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        problems.add(start, tooLarge());
        return Optional.empty();
      }
      return decode(shown, bytes);
    } catch (IOException broken) {
      problems.add(start, why(path, broken));
      return Optional.empty();
    }
  }

  static String tooLarge() {
    return "has more than 1 000 000 characters; split it and name the parts under 'include'";
  }

  private static String why(Path path, IOException broken) {
    if (broken instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (Files.isDirectory(path)) {
      return "is a folder; expected a file";
    }
    return broken instanceof AccessDeniedException
        ? "may not be read by this user; check the file's permissions"
        : "cannot be read: " + broken.getMessage();
  }

  private Optional<String> decode(String shown, byte[] bytes) {
    if (utf16(bytes)) {
      problems.add(
          new Place(shown, 1, 1), "is UTF-16, as Windows PowerShell writes; save it as UTF-8");
      return Optional.empty();
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int value = bytes[in.position()] & HIGHEST_BYTE;
      problems.add(
          end(shown, out.toString()),
          String.format(
              "is not UTF-8: byte %d is 0x%02X; save the file as UTF-8", in.position(), value));
      return Optional.empty();
    }
    String text = out.toString();
    return Optional.of(
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
  }

  private static boolean utf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
  }

  /** The place behind the text. */
  static Place end(String shown, String text) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    return new Place(shown, lines.length, last.codePointCount(0, last.length()) + 1);
  }
}
