package org.relaycheck.powershell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Answers as the collector writes them, made without the code that reads them. */
public final class CannedAnswer {

  private CannedAnswer() {}

  /** A field of the wire format. */
  public static String b64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One connector of EX01 with its rights, and facts. */
  public static String connector() {
    return String.join(
        "\n",
        "F\t\tRead\t" + b64("2026-11-24T08:00:00Z"),
        "F\t\tDomainController\t" + b64("dc1.corp.example"),
        "F\t" + b64("EX01") + "\tExchangeVersion\t" + b64("Version 15.2 (Build 1118.7)"),
        "I\treceiveConnectors\t"
            + b64("EX01")
            + "\t"
            + b64("SQL Relay")
            + "\t"
            + b64("2026-11-20T08:00:00"),
        "V\tTarpitInterval\t" + b64("00:00:05"),
        "N\tBanner",
        "L\tRemoteIPRanges\t2",
        "E\t" + b64("192.0.2.0/24"),
        "E\t" + b64("198.51.100.7"),
        "L\tExtendedRights\t1",
        "E\t" + b64("allow S-1-5-7 ms-Exch-SMTP-Accept-Any-Recipient"),
        "U\tInheritedRights\t" + b64("not permitted"),
        "C\treceiveConnectors",
        "");
  }

  /** The same with all that the collector tells of the machine; it echoes what it was told. */
  public static String complete(String echo) {
    return String.join(
            "\n",
            "F\t\tPowerShell\t" + b64("5.1.17763.6189"),
            "F\t\tLanguageMode\t" + b64("FullLanguage"),
            "F\t\tProcessBits\t" + b64("64"),
            "F\t\tComputer\t" + b64("MGMT01"),
            "F\t\tWay\t" + b64("endpoint"),
            echo.isEmpty() ? "F\t\tCollector\tMQ==" : "F\t\tEcho\t" + b64(echo),
            "F\t" + b64("EX01") + "\tServerRole\t" + b64("Mailbox"),
            "")
        + connector().replace("InheritedRights", "PermissionGroups");
  }

  /** The collector's word that it gave up at a step, after it had told of the machine. */
  public static String gaveUpAt(String step, String why) {
    return "F\t\tPowerShell\t"
        + b64("5.1.17763.6189")
        + "\nF\t\tRead\t"
        + b64("2026-11-24T09:03:00Z")
        + "\nF\t\tEcho\t"
        + b64(EchoEncoding.CHARACTERS)
        + "\nX\t"
        + b64("doing its work")
        + "\t"
        + b64(why)
        + "\t"
        + step
        + "\n";
  }

  /** The collector's word that it gave up. */
  public static String gaveUp(String stage, String why) {
    return "X\t" + b64(stage) + "\t" + b64(why) + "\tSERVER\n";
  }

  /** A frame with Windows line ends. */
  public static String frame(String nonce, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "RELAY-BEGIN "
        + nonce
        + " 1\r\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\r\nRELAY-END "
        + nonce
        + " "
        + bytes.length
        + " "
        + sha1(bytes)
        + "\r\n";
  }

  /** 40 digits, upper case. */
  public static String sha1(byte[] bytes) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
