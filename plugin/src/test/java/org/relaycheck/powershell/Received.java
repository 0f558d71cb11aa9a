package org.relaycheck.powershell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Standard input as the bootstrap's script reads it, written anew in Java.
 *
 * @param nonce from the header
 * @param whole whether the hash is right
 * @param script decoded
 * @param parameters decoded
 * @param secret decoded
 */
public record Received(
    String nonce, boolean whole, String script, String parameters, String secret) {

  /** Reads four lines, never to the end. */
  public static Received from(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    String[] header = line(lines).split(" ");
    if (header.length != 3 || !header[0].equals("RELAY1")) {
      return new Received("-", false, "", "", "");
    }
    String script = line(lines);
    String parameters = line(lines);
    String secret = line(lines);
    String body = script + " " + parameters + " " + secret;
    boolean whole = CannedAnswer.sha1(body.getBytes(StandardCharsets.US_ASCII)).equals(header[2]);
    return whole
        ? new Received(header[1], true, text(script), text(parameters), text(secret))
        : new Received(header[1], false, "", "", "");
  }

  private static String line(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    return line == null ? "" : line;
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
