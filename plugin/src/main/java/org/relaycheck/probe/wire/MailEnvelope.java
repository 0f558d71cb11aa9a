package org.relaycheck.probe.wire;

import java.util.regex.Pattern;

/**
 * From whom a message is to whom.
 *
 * @param sender an address
 * @param recipient an address
 */
public record MailEnvelope(String sender, String recipient) {

  /** What a command and a header can hold as it is. */
  private static final Pattern PLAIN = Pattern.compile("[!-~&&[^<>@\"\\\\]]+@[A-Za-z0-9.-]+");

  /** Whether an address is one that can be named: ASCII, without blanks and what would end it. */
  public static boolean holds(String address) {
    return PLAIN.matcher(address).matches();
  }

  String mailFrom() {
    return "MAIL FROM:<" + sender + ">";
  }

  String rcptTo() {
    return "RCPT TO:<" + recipient + ">";
  }
}
