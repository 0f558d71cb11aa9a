package org.relaycheck.powershell;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-1 as PowerShell 2.0 can compute it under any policy: a check against damage, no more. */
final class PortableSha1 {

  private PortableSha1() {}

  /** 40 digits, upper case. */
  static String hex(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(bytes);
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}
