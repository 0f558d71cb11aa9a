package org.relaycheck.probe;

/**
 * From whom a message is to whom.
 *
 * @param sender an address
 * @param recipient an address
 */
public record Envelope(String sender, String recipient) {

  String mailFrom() {
    return "MAIL FROM:<" + sender + ">";
  }

  String rcptTo() {
    return "RCPT TO:<" + recipient + ">";
  }
}
