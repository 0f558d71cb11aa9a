package org.relaycheck.standin.tsql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A binary value; when two are compared, trailing zero bytes count for nothing.
 *
 * @param bytes as UTF-16 code units, which is all that our scripts put in
 */
record Bin(String bytes) {

  static Bin of(String text) {
    return new Bin(text);
  }

  /** What {@link #digits} shows with 0x before it; the message does not show what it is not. */
  static String ofDigits(String digits) {
    if (!digits.matches("0[xX](?:[0-9A-Fa-f]{4})*")) {
      throw SqlError.ofEngine("Error converting data type nvarchar to varbinary.");
    }
    return new String(HexFormat.of().parseHex(digits.substring(2)), StandardCharsets.UTF_16LE);
  }

  /** The bytes as SQL Server shows them: the low one of each code unit first. */
  String digits() {
    return HexFormat.of().withUpperCase().formatHex(bytes.getBytes(StandardCharsets.UTF_16LE));
  }

  String compared() {
    int end = bytes.length();
    while (end > 0 && bytes.charAt(end - 1) == 0) {
      end--;
    }
    return bytes.substring(0, end);
  }
}
