package org.relaycheck.policy.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.relaycheck.state.Address;

/**
 * The name of a group that a patch makes of hosts with one value. It is made of the hosts, so that
 * two files and two runs that define it mean the same.
 */
public final class AdoptedGroup {

  /** So many hosts are stated one by one; more would be a line that nobody reads. */
  public static final int MOST_ALONE = 5;

  private static final int LENGTH = 6;

  private AdoptedGroup() {}

  /** What stands for some hosts under {@code at}: one by its own name. */
  public static String key(List<String> hosts) {
    if (hosts.size() == 1) {
      return hosts.get(0);
    }
    String all = String.join("\0", hosts.stream().map(Address::folded).sorted().toList());
    byte[] hash = sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    return "adopted-" + HexFormat.of().formatHex(hash).substring(0, LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
