package org.relaycheck.powershell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the frame of one run in standard output, whatever else is printed around it and however the
 * bytes are cut into packets. Its memory is bounded; it never throws for what it is fed.
 */
public final class FrameScanner {

  /** The largest answer, in bytes. */
  public static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final int MOST_NOISE = 2048;
  private static final int MOST_LINE = 16 * 1024;
  private static final Pattern END =
      Pattern.compile("RELAY-END (\\S+) ([0-9]{1,9}) ([0-9A-F]{40})");
  private static final Pattern FAIL = Pattern.compile("RELAY-FAIL (\\S+) ([A-Za-z0-9+/=]*)");

  private final String nonce;
  private final String begin;
  private final String end;
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder noise = new StringBuilder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean inside;
  private Optional<AnswerFrame> found = Optional.empty();

  /** A scanner for the frame with this nonce. */
  public FrameScanner(String nonce) {
    this.nonce = nonce;
    this.begin = "RELAY-BEGIN " + nonce + " 1";
    this.end = "RELAY-END " + nonce;
  }

  /** Takes the next bytes. */
  public void accept(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length && found.isEmpty(); i++) {
      char c = (char) (bytes[i] & 0xFF);
      if (c == '\n') {
        take(line.toString().stripTrailing());
        line.setLength(0);
      } else if (line.length() < MOST_LINE) {
        line.append(c);
      }
    }
  }

  /** Whether nothing that could still come matters. */
  public boolean ended() {
    return found.isPresent();
  }

  /** What was found, if nothing more comes. */
  public AnswerFrame frame() {
    if (found.isEmpty() && line.length() > 0) {
      take(line.toString().stripTrailing());
      line.setLength(0);
    }
    return found.orElseGet(
        () ->
            inside
                ? new AnswerFrame.Broken(
                    "the output ends after " + body.size() + " bytes of the answer")
                : new AnswerFrame.Absent(noise.toString().strip()));
  }

  private void take(String text) {
    if (!inside) {
      outside(text);
    } else if (text.startsWith(end)) {
      found = Optional.of(close(text));
    } else if (!text.isEmpty()) {
      decode(text);
    }
  }

  /** A prompt or banner without a line end may stand before a marker, so only line ends count. */
  private void outside(String text) {
    if (text.endsWith(begin)) {
      inside = true;
      return;
    }
    Matcher fail = FAIL.matcher(text);
    if (fail.find() && (fail.group(1).equals(nonce) || fail.group(1).equals("-"))) {
      found = Optional.of(gaveUp(fail.group(2)));
    } else if (!text.startsWith("RELAY-BEAT") && noise.length() < MOST_NOISE) {
      noise.append(text, 0, Math.min(text.length(), MOST_NOISE)).append('\n');
    }
  }

  private static AnswerFrame gaveUp(String base64) {
    try {
      return new AnswerFrame.GaveUp(
          new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException cut) {
      return new AnswerFrame.Broken("the message of a failure did not arrive whole");
    }
  }

  private void decode(String text) {
    try {
      byte[] piece = Base64.getDecoder().decode(text);
      if (body.size() + piece.length > MOST_BYTES) {
        found = Optional.of(new AnswerFrame.Broken("the answer is larger than 64 MB"));
      } else {
        body.writeBytes(piece);
      }
    } catch (IllegalArgumentException other) {
      found =
          Optional.of(
              new AnswerFrame.Broken(
                  "the output is damaged after " + body.size() + " bytes of the answer"));
    }
  }

  private AnswerFrame close(String text) {
    Matcher told = END.matcher(text);
    if (!told.matches() || !told.group(1).equals(nonce)) {
      return new AnswerFrame.Broken("the answer ends without its length and hash");
    }
    int length = Integer.parseInt(told.group(2));
    if (length != body.size()) {
      return new AnswerFrame.Broken(body.size() + " bytes arrived of " + length);
    }
    byte[] bytes = body.toByteArray();
    return PortableSha1.hex(bytes).equals(told.group(3))
        ? new AnswerFrame.Whole(new String(bytes, StandardCharsets.UTF_8))
        : new AnswerFrame.Broken("all " + length + " bytes arrived, but not as they were sent");
  }
}
