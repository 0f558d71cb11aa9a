package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.Leftovers;

@Timeout(60)
class SshLoginsTest {

  @TempDir private Path folder;
  private Optional<WindowsServer> server = Optional.empty();
  private final SshSetup setup = new SshSetup();

  @AfterEach
  void stop() throws IOException {
    if (server.isPresent()) {
      server.get().close();
    }
    assertThat(Leftovers.threads()).isEmpty();
  }

  @Test
  void the_right_password_lets_in() throws Exception {
    assertThat(ask(all -> {})).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_wrong_password_is_tried_once_and_never_shown() throws Exception {
    account(SshSetup.password(WindowsServer.USER, "hunter2"));

    HostAnswer.Failed failed = (HostAnswer.Failed) ask(all -> {});

    assertThat(failed.why()).contains("does not accept the password").doesNotContain("hunter2");
    assertThat(failed.fix()).contains("not tried again in this run").doesNotContain("hunter2");
    assertThat(server.orElseThrow().passwords()).isEqualTo(1);
  }

  @Test
  void the_right_key_lets_in() throws Exception {
    account(SshSetup.key(WindowsServer.USER, key("right", ""), Optional.empty()));

    assertThat(ask(trusting("right"))).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void an_encrypted_key_lets_in_with_its_passphrase() throws Exception {
    account(
        SshSetup.key(WindowsServer.USER, key("right", "open sesame"), Optional.of("open sesame")));

    assertThat(ask(trusting("right"))).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void an_encrypted_key_needs_its_passphrase() throws Exception {
    Path key = key("right", "open sesame");
    account(SshSetup.key(WindowsServer.USER, key, Optional.empty()));
    HostAnswer.Failed without = (HostAnswer.Failed) ask(trusting("right"));
    account(SshSetup.key(WindowsServer.USER, key, Optional.of("open barley")));
    HostAnswer.Failed wrong = (HostAnswer.Failed) ask(trusting("right"));

    assertThat(without.why()).isEqualTo("the passphrase of " + key + " is missing");
    assertThat(wrong.why()).isEqualTo("the passphrase of " + key + " is wrong");
    assertThat(wrong.toString()).doesNotContain("open barley");
  }

  @Test
  void a_wrong_key_is_refused() throws Exception {
    key("right", "");
    account(SshSetup.key(WindowsServer.USER, key("wrong", ""), Optional.empty()));

    HostAnswer.Failed failed = (HostAnswer.Failed) ask(trusting("right"));

    assertThat(failed.why()).contains("does not accept the key");
    assertThat(failed.fix()).contains("administrators_authorized_keys");
  }

  @Test
  void a_missing_key_is_named() throws Exception {
    Path missing = folder.resolve("none");
    account(SshSetup.key(WindowsServer.USER, missing, Optional.empty()));

    assertThat(((HostAnswer.Failed) ask(all -> {})).why())
        .isEqualTo("the private key " + missing + " cannot be read");
  }

  @Test
  void a_file_that_is_no_key_is_named() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "not a key\n");
    account(SshSetup.key(WindowsServer.USER, other, Optional.empty()));

    assertThat(((HostAnswer.Failed) ask(all -> {})).why())
        .isEqualTo(other + " is not a private key that can be used");
  }

  @Test
  void a_method_that_is_not_offered_is_refused_without_a_try() throws Exception {
    HostAnswer.Failed failed =
        (HostAnswer.Failed)
            ask(all -> all.setUserAuthFactoriesNameList(UserAuthPublicKeyFactory.NAME));

    assertThat(failed.why()).contains("does not accept the password").contains("publickey");
    assertThat(server.orElseThrow().passwords()).isZero();
  }

  @Test
  void half_a_login_is_no_login() throws Exception {
    account(SshSetup.key(WindowsServer.USER, key("right", ""), Optional.empty()));
    Consumer<SshServer> both =
        trusting("right")
            .andThen(all -> CoreModuleProperties.AUTH_METHODS.set(all, "publickey,password"));

    assertThat(((HostAnswer.Failed) ask(both)).why()).contains("does not accept the key");
    assertThat(server.orElseThrow().passwords()).isZero();
  }

  @Test
  void a_server_that_has_had_enough_is_a_refusal() throws Exception {
    account(SshSetup.password(WindowsServer.USER, "hunter2"));
    Consumer<SshServer> strict =
        all -> {
          all.setUserAuthFactoriesNameList(UserAuthPasswordFactory.NAME);
          CoreModuleProperties.MAX_AUTH_REQUESTS.set(all, 1);
        };

    assertThat(((HostAnswer.Failed) ask(strict)).why()).contains("does not accept the password");
  }

  @Test
  void an_id_that_settings_do_not_have_is_named() throws Exception {
    setup.accounts.clear();

    assertThat(((HostAnswer.Failed) ask(all -> {})).why())
        .isEqualTo("settings.xml has no <server> 'exchange-ro'");
  }

  private void account(LoginAccount account) {
    setup.accounts.put("exchange-ro", account);
  }

  private HostAnswer ask(Consumer<SshServer> change) throws IOException {
    if (server.isPresent()) {
      server.get().close();
    }
    WindowsServer started = WindowsServer.that(Scene.Play.of(Behaviour.GOOD), change);
    server = Optional.of(started);
    return setup.ask(SshSetup.to(started));
  }

  private Path key(String name, String passphrase) throws JSchException, IOException {
    KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
    Path file = folder.resolve(name);
    byte[] phrase = passphrase.isEmpty() ? null : passphrase.getBytes(StandardCharsets.UTF_8);
    pair.writePrivateKey(file.toString(), phrase);
    ByteArrayOutputStream shared = new ByteArrayOutputStream();
    pair.writePublicKey(shared, name);
    Files.write(folder.resolve(name + ".pub"), shared.toByteArray());
    return file;
  }

  private Consumer<SshServer> trusting(String name) throws IOException, GeneralSecurityException {
    PublicKey trusted =
        PublicKeyEntry.parsePublicKeyEntry(Files.readString(folder.resolve(name + ".pub")))
            .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
    return all ->
        all.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, trusted));
  }
}
