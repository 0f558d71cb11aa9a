package org.relaycheck.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/**
 * Text in XML, where XML 1.0 can hold it, and else in base64 of its UTF-16 units, low byte first:
 * so do SQL Server ({@code nvarchar} as {@code varbinary}) and PowerShell ({@code
 * [Text.Encoding]::Unicode}) give bytes, and lone surrogates survive.
 */
final class XmlText {

  private static final String NEVER = "\uFFFE\uFFFF";
  private static final String LAYOUT = "\t\n\r";

  private XmlText() {}

  /** Whether XML can hold it. */
  static boolean fits(String text) {
    return text.codePoints().allMatch(XmlText::fits);
  }

  private static boolean fits(int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean control = point < ' ' && LAYOUT.indexOf(point) < 0;
    return !surrogate && !control && NEVER.indexOf(point) < 0;
  }

  /**
   * As it stands in a file, in an attribute too; a line break is spelled, for git changes those.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\t', '\n', '\r' -> escaped.append("&#").append((int) unit).append(';');
        default -> escaped.append(unit);
      }
    }
    return escaped.toString();
  }

  /** In base64. */
  static String encoded(String text) {
    ByteBuffer bytes =
        ByteBuffer.allocate(text.length() * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(text);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** From base64, in which blanks are no matter; empty if it is not the base64 of whole units. */
  static Optional<String> decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      return bytes.length % Character.BYTES == 0
          ? Optional.of(
              ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString())
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
