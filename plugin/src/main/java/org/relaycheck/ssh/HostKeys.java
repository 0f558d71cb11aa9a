package org.relaycheck.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.PowerShellWay;

/**
 * Which host keys are trusted for one connection. It never learns a key: it only remembers the last
 * one that was shown, for the message.
 */
final class HostKeys implements HostKeyRepository {

  private final HostKeyRepository list;
  private final Optional<String> pin;
  private final String source;
  private final Turn turn;
  private Optional<RefusedConnection> withheld = Optional.empty();
  private String shownHost = "";
  private byte[] shownKey = new byte[0];

  /** Waits until a login may be tried. */
  interface Turn {
    void await() throws RefusedConnection, InterruptedException;
  }

  private HostKeys(HostKeyRepository list, Optional<String> pin, String source, Turn turn) {
    this.list = list;
    this.pin = pin;
    this.source = source;
    this.turn = turn;
  }

  /**
   * The keys that a machine may show.
   *
   * @param usual the list for a machine that names none
   * @param turn to log in, once the key is trusted: the library leaves time for a person to say
   *     yes, which is as long
   */
  static HostKeys of(JSch jsch, SshHop hop, Path usual, Turn turn) throws RefusedConnection {
    Optional<PowerShellWay.HostKeys> keys = hop.ssh().keys();
    if (keys.isPresent() && keys.get() instanceof PowerShellWay.Fingerprint fingerprint) {
      return new HostKeys(
          jsch.getHostKeyRepository(),
          Optional.of(fingerprint.text()),
          "the pinned 'hostKey'",
          turn);
    }
    Path file =
        keys.isPresent() && keys.get() instanceof PowerShellWay.KnownHosts own ? own.file() : usual;
    try {
      jsch.setKnownHosts(file.toString());
    } catch (JSchException unreadable) {
      throw RefusedConnection.at(
          AskingStage.HOST_KEY,
          "the list of host keys " + file + " cannot be read",
          "check 'knownHosts' of the powershell entry");
    }
    return new HostKeys(jsch.getHostKeyRepository(), Optional.empty(), file.toString(), turn);
  }

  @Override
  public int check(String host, byte[] key) {
    shownHost = host;
    shownKey = key.clone();
    if (calledBack()) {
      return CHANGED;
    }
    int verdict =
        pin.map(wanted -> wanted.equals(fingerprint(key)) ? OK : CHANGED)
            .orElseGet(() -> list.check(host, key));
    return verdict == OK && !mayLogIn() ? CHANGED : verdict;
  }

  private boolean mayLogIn() {
    try {
      turn.await();
      return true;
    } catch (RefusedConnection refused) {
      withheld = Optional.of(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      withheld =
          Optional.of(
              RefusedConnection.at(AskingStage.LOGIN, "it was interrupted", "run it again"));
    }
    return false;
  }

  /** Why the login must not be tried, although the key is trusted; empty if it may. */
  Optional<RefusedConnection> withheld() {
    return withheld;
  }

  /**
   * Whether the list revokes the key, for whatever machine: the library overlooks the usual line
   * {@code @revoked * ...}.
   */
  private boolean calledBack() {
    String key = Base64.getEncoder().encodeToString(shownKey);
    return Stream.of(list.getHostKey())
        .anyMatch(line -> "@revoked".equals(line.getMarker()) && key.equals(line.getKey()));
  }

  /** Whether the machine has come so far as to show a key. */
  boolean isShown() {
    return shownKey.length > 0;
  }

  /** A key that is not trusted yet. */
  RefusedConnection unknown() {
    return RefusedConnection.at(
        AskingStage.HOST_KEY,
        shownHost + " shows a host key that is not trusted yet: " + shown(),
        "compare it with what is printed there by: ssh-keygen -lf"
            + " C:\\ProgramData\\ssh\\ssh_host_ed25519_key.pub (or its other keys); if they are"
            + " equal, add hostKey: '"
            + fingerprint(shownKey)
            + "' to the powershell entry, or this line to "
            + source
            + ": "
            + line());
  }

  /** A key other than the one that was vouched for. */
  RefusedConnection changed() {
    if (calledBack()) {
      return revoked();
    }
    return RefusedConnection.at(
        AskingStage.HOST_KEY,
        shownHost + " shows another host key than " + source + " has: " + shown(),
        "somebody may be listening in, or the machine was set up again: ask those who run it,"
            + " and only then use hostKey: '"
            + fingerprint(shownKey)
            + "' or this line: "
            + line());
  }

  /** A key that was called back. */
  RefusedConnection revoked() {
    return RefusedConnection.at(
        AskingStage.HOST_KEY,
        shownHost + " shows a host key that " + source + " revokes: " + shown(),
        "ask those who run it for its new key");
  }

  private String shown() {
    return type() + " " + fingerprint(shownKey);
  }

  private String line() {
    return shownHost + " " + type() + " " + Base64.getEncoder().encodeToString(shownKey);
  }

  /** A key begins with the length and name of its type (RFC 4253, section 6.6). */
  private String type() {
    if (shownKey.length < Integer.BYTES) {
      return "unknown";
    }
    int length = ByteBuffer.wrap(shownKey).getInt();
    return length < 0 || length > shownKey.length - Integer.BYTES
        ? "unknown"
        : new String(shownKey, Integer.BYTES, length, StandardCharsets.US_ASCII);
  }

  /** As ssh-keygen prints it. */
  private static String fingerprint(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void add(HostKey key, UserInfo user) {
    // never learns a key
  }

  @Override
  public void remove(String host, String type) {
    // never forgets one
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    // never forgets one
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return source;
  }

  @Override
  public HostKey[] getHostKey() {
    return pin.isPresent() ? new HostKey[0] : list.getHostKey();
  }

  @Override
  public HostKey[] getHostKey(String host, String type) {
    return pin.isPresent() ? new HostKey[0] : list.getHostKey(host, type);
  }
}
