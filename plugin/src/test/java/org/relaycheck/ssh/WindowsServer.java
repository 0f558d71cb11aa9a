package org.relaycheck.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;

/** An SSH server in this process, with a PowerShell that behaves as it is told. */
public final class WindowsServer implements AutoCloseable {

  public static final String USER = "CORP\\reader";
  public static final String PASSWORD = "correct horse";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey = keyPair();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger passwords = new AtomicInteger();

  private WindowsServer(Scene.Play play, Consumer<SshServer> setup) throws IOException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator(
        (user, password, session) -> {
          passwords.incrementAndGet();
          return user.equals(USER) && password.equals(PASSWORD);
        });
    server.setCommandFactory(
        (channel, command) -> {
          commands.add(command);
          return new Scene(command, play);
        });
    CoreModuleProperties.STOP_WAIT_TIME.set(server, Duration.ofSeconds(5));
    setup.accept(server);
    server.start();
  }

  public static WindowsServer that(Scene.Play play) throws IOException {
    return new WindowsServer(play, server -> {});
  }

  public static WindowsServer that(Scene.Play play, Consumer<SshServer> setup) throws IOException {
    return new WindowsServer(play, setup);
  }

  public static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public int port() {
    return server.getPort();
  }

  public List<String> commands() {
    return commands;
  }

  /** How often a password was tried. */
  public int passwords() {
    return passwords.get();
  }

  public String fingerprint() {
    return fingerprint(hostKey.getPublic());
  }

  static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(key);
  }

  /** A line for known_hosts. */
  String knownHost() {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic());
  }

  String publicKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
