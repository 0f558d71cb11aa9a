package org.relaycheck.report.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.relaycheck.compare.Subject;
import org.relaycheck.state.Address;

/** The id of a finding: it stays the same from run to run, however names are spelled. */
public final class FindingId {

  private FindingId() {}

  /** SHA-256, in hex, of kind, host, name, setting or rule, and baseline. */
  public static String of(Subject subject) {
    Address key = subject.address().key();
    String what = subject.rule().orElseGet(subject::settingName);
    String text =
        String.join(
            "\0",
            key.kind(),
            key.host(),
            key.name(),
            Address.folded(what),
            Address.folded(subject.baseline().orElse("")));
    return of(text);
  }

  /** SHA-256, in hex, of what is no finding. */
  public static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
