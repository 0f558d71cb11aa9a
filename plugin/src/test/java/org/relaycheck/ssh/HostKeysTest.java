package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.Behaviour;

@Timeout(60)
class HostKeysTest {

  @TempDir private Path folder;
  private WindowsServer server;
  private final SshSetup setup = new SshSetup();

  @BeforeEach
  void start() throws IOException {
    server = WindowsServer.that(Scene.Play.of(Behaviour.GOOD));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void a_key_in_the_list_is_trusted() throws IOException {
    assertThat(ask(list(server.knownHost()))).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_key_in_the_users_own_list_is_trusted() throws IOException {
    Path file = folder.resolve("known_hosts");
    setup.home = new SshHome(file, Optional.empty());
    Files.writeString(file, server.knownHost() + "\n");

    assertThat(setup.ask(SshSetup.ssh(server.port(), Optional.empty())))
        .isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_hashed_name_is_found() throws Exception {
    byte[] salt = "01234567890123456789".getBytes(StandardCharsets.US_ASCII);
    String name = "|1|" + base64(salt) + "|" + base64(hmac(salt, "[127.0.0.1]:" + server.port()));

    assertThat(ask(list(name + " " + server.publicKey()))).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void an_unknown_key_is_refused_with_its_fingerprint_and_the_line_to_add() throws IOException {
    HostAnswer.Failed failed = (HostAnswer.Failed) ask(list("other.example " + server.publicKey()));

    assertThat(failed.why())
        .isEqualTo(
            "[127.0.0.1]:"
                + server.port()
                + " shows a host key that is not trusted yet: ecdsa-sha2-nistp256 "
                + server.fingerprint());
    assertThat(failed.fix())
        .contains("hostKey: '" + server.fingerprint() + "'")
        .endsWith(folder.resolve("known_hosts") + ": " + server.knownHost());
    assertThat(server.passwords()).isZero();
  }

  @Test
  void the_line_to_add_is_one_that_is_then_trusted() throws IOException {
    HostAnswer.Failed failed = (HostAnswer.Failed) ask(list(""));
    String line = failed.fix().substring(failed.fix().indexOf("known_hosts: ") + 13);

    assertThat(ask(list(line))).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_missing_list_trusts_nobody() {
    assertThat(
            ((HostAnswer.Failed) ask(new PowerShellWay.KnownHosts(folder.resolve("none")))).why())
        .contains("is not trusted yet");
  }

  @Test
  void a_changed_key_is_refused() throws IOException {
    String other = PublicKeyEntry.toString(WindowsServer.keyPair().getPublic());

    HostAnswer.Failed failed =
        (HostAnswer.Failed) ask(list("[127.0.0.1]:" + server.port() + " " + other));

    assertThat(failed.why()).contains("shows another host key").contains(server.fingerprint());
    assertThat(failed.fix()).startsWith("somebody may be listening in");
    assertThat(server.passwords()).isZero();
  }

  @Test
  void a_revoked_key_is_refused() throws IOException {
    String line = "@revoked * " + server.publicKey() + "\n" + server.knownHost();

    assertThat(((HostAnswer.Failed) ask(list(line))).why()).contains("revokes");
  }

  @Test
  void a_pinned_key_is_trusted_and_any_other_refused() {
    String other = WindowsServer.fingerprint(WindowsServer.keyPair().getPublic());

    assertThat(ask(new PowerShellWay.Fingerprint(server.fingerprint())))
        .isInstanceOf(HostAnswer.Answered.class);
    assertThat(((HostAnswer.Failed) ask(new PowerShellWay.Fingerprint(other))).why())
        .contains("shows another host key than the pinned 'hostKey' has")
        .contains(server.fingerprint());
  }

  private HostAnswer ask(PowerShellWay.HostKeys keys) {
    return setup.ask(SshSetup.ssh(server.port(), Optional.of(keys)));
  }

  private PowerShellWay.HostKeys list(String text) throws IOException {
    Path file = folder.resolve("known_hosts");
    Files.writeString(file, text + "\n");
    return new PowerShellWay.KnownHosts(file);
  }

  private static byte[] hmac(byte[] salt, String name) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(salt, "HmacSHA1"));
    return mac.doFinal(name.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
