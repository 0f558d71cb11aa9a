package org.relaycheck.probe.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A small message that tells what it is for.
 *
 * @param envelope from whom to whom
 * @param mark of the run, in every message of it
 * @param number of the message in the run, from 1
 * @param now the run's moment
 */
record TestMessage(MailEnvelope envelope, String mark, int number, Instant now) {

  /**
   * The text as it is sent after DATA, with the line that ends it but without the last line end.
   */
  String text() {
    String domain = envelope.sender().substring(envelope.sender().indexOf('@') + 1);
    return String.join(
        "\r\n",
        List.of(
            "From: <" + envelope.sender() + ">",
            "To: <" + envelope.recipient() + ">",
            "Subject: relay probe " + mark + " " + number,
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
            "Message-ID: <relay-probe." + mark + "." + number + "@" + domain + ">",
            "X-Relay-Probe: " + mark + " " + number,
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            "This message measures how fast a relay acknowledges mail. It can be deleted.",
            ""));
  }
}
