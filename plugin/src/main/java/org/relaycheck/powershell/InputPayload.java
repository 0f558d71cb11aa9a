package org.relaycheck.powershell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What goes on standard input: a header with nonce and hash, then script, parameters and secret,
 * each as one line of base64.
 *
 * @param nonce letters and digits that no one can guess; it marks the answer of this run
 * @param script the script's text
 * @param parameters what the script is told, as text
 * @param secret a password for the script; empty for none
 */
public record InputPayload(
    String nonce, String script, String parameters, Optional<String> secret) {

  /** The lines, each ended by LF, in ASCII. */
  public byte[] bytes() {
    String body = line(script) + " " + line(parameters) + " " + line(secret.orElse(""));
    String header =
        "RELAY1 " + nonce + " " + PortableSha1.hex(body.getBytes(StandardCharsets.US_ASCII));
    return (header + "\n" + body.replace(' ', '\n') + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without what it carries. */
  @Override
  public String toString() {
    return "Payload[" + nonce + "]";
  }
}
