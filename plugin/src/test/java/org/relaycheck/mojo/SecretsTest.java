package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.Received;
import org.relaycheck.ssh.Scene;
import org.relaycheck.ssh.WindowsServer;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Encryption;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.standin.tds.TestCertificate;

/** Planted secrets are searched in everything that goals say and write, succeeding and failing. */
@Timeout(120)
class SecretsTest {

  private static final Secret PASSWORD = new Secret("password", "Tür&auf<7>\"offen\"/+x");
  private static final Secret ENDPOINT = new Secret("endpoint password", "Zweite$Tür%20&\\ 9");
  private static final Secret PASSPHRASE = new Secret("passphrase", "Sesam öffne dich, 'bitte'");
  private static final Secret SQL = new Secret("SQL password", "d4tenb4nk;user=sa;{ß}");

  @TempDir private Path folder;
  private final Vault vault = new Vault();
  private final List<AutoCloseable> peers = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();
  private Path key;
  private Site site;

  @BeforeEach
  void plant() throws Exception {
    key = folder.resolve("id_secret");
    KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    pair.writePrivateKey(plain);
    pair.writePrivateKey(key.toString(), PASSPHRASE.text().getBytes(StandardCharsets.UTF_8));
    secrets.addAll(List.of(PASSWORD, ENDPOINT, PASSPHRASE, SQL));
    secrets.addAll(Secret.lines("key", plain.toString(StandardCharsets.US_ASCII)));
    secrets.addAll(Secret.lines("encrypted key", Files.readString(key)));
    site =
        new Site(folder)
            .server("by-password", "CORP\\reader", Optional.of(vault.keep(PASSWORD.text())))
            .key("by-key", key, vault.keep(PASSPHRASE.text()), Optional.of(ENDPOINT.text()))
            .server("sql", "relay_reader", Optional.of(vault.keep(SQL.text())));
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable peer : peers) {
      peer.close();
    }
  }

  @Test
  void the_search_finds_every_guise() {
    for (Secret secret : secrets) {
      secret
          .guises()
          .forEach(
              (name, guise) ->
                  assertThat(secret.in(("x" + guise).getBytes(StandardCharsets.ISO_8859_1)))
                      .as(name)
                      .contains(secret.name() + " as " + name));
    }
  }

  @Test
  void goals_that_succeed_tell_no_secret() throws Exception {
    ssh("EX01", "by-password", Scene.Play.of(Behaviour.GOOD));
    ssh("EX02", "by-key", Scene.Play.of(Behaviour.GOOD));
    sql("SQL01", answers());

    byte[] all = everything();

    assertThat(new String(all, StandardCharsets.UTF_8)).contains("3 of 3 hosts read", "jsch ");
    assertThat(found(all)).isEmpty();
  }

  @Test
  void refused_logins_tell_no_secret() throws Exception {
    site.host("EX01", way(refusing(), "by-password"));
    site.host("EX02", way(refusing(), "by-key"));
    String rude = "Login failed for 'relay_reader' with '" + SQL.text() + "'";
    sql("SQL01", Scenario.empty().onLogin(new Failure(18456, 1, 14, rude)));

    byte[] all = everything();

    assertThat(new String(all, StandardCharsets.UTF_8))
        .contains("does not accept the password", "does not accept the key", "error 18456");
    assertThat(found(all)).isEmpty();
  }

  @Test
  void what_cannot_be_decrypted_is_neither_sent_nor_told() throws Exception {
    Secret cipher = new Secret("cipher", "{aG9jaGdlaGVpbWVyIFRleHQ=}");
    secrets.add(cipher);
    site.server("lost", "CORP\\reader", Optional.of(cipher.text()));
    WindowsServer server = server(Scene.Play.of(Behaviour.GOOD));
    site.host("EX01", way(server, "lost"));
    TdsServer instance = sql("SQL01", answers(), "lost");

    byte[] all = everything();

    assertThat(new String(all, StandardCharsets.UTF_8)).contains("could not be decrypted");
    assertThat(found(all)).isEmpty();
    assertThat(server.passwords()).isZero();
    assertThat(instance.logins()).isEmpty();
  }

  @Test
  void a_wrong_passphrase_is_not_told() throws Exception {
    Secret wrong = new Secret("wrong passphrase", "Sesam öffne dich nicht");
    secrets.add(wrong);
    site.key("wrong", key, wrong.text(), Optional.empty());
    site.host("EX01", way(server(Scene.Play.of(Behaviour.GOOD)), "wrong"));

    byte[] all = everything();

    assertThat(new String(all, StandardCharsets.UTF_8)).contains("the passphrase of");
    assertThat(found(all)).isEmpty();
  }

  @Test
  void a_certificate_that_is_not_trusted_tells_no_secret() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "localhost");
    TdsServer server = TdsServer.start(Encryption.ON, certificate, answers());
    peers.add(server);
    site.host("SQL01", "{sqlserver: localhost, port: " + server.port() + ", credentials: sql}");

    byte[] all = everything();

    assertThat(new String(all, StandardCharsets.UTF_8)).contains("certificate is not trusted");
    assertThat(found(all)).isEmpty();
  }

  /** Machines that show what they were sent, as a shell does with a line that is no command. */
  static Stream<Scene.Play> indiscreet() {
    return Stream.of(
        scene -> {
          Received received = Received.from(scene.in());
          String sent = CannedAnswer.b64(received.secret());
          scene.err(bytes("'" + sent + "' is not recognized as an internal or external command"));
          scene.exit(1);
        },
        scene -> {
          Received received = Received.from(scene.in());
          scene.out(bytes("C:\\> " + CannedAnswer.b64(received.secret()) + "\r\n"));
          scene.out(bytes("C:\\> " + received.secret() + "\r\n"));
          scene.exit(0);
        },
        scene -> {
          Received received = Received.from(scene.in());
          String text =
              CannedAnswer.gaveUp("opening the endpoint", "no login with " + received.secret());
          scene.out(bytes(CannedAnswer.frame(received.nonce(), text)));
          scene.exit(0);
        },
        scene -> {
          Received received = Received.from(scene.in());
          String why = CannedAnswer.b64("cannot convert " + received.secret());
          scene.out(bytes("RELAY-FAIL " + received.nonce() + " " + why + "\r\n"));
          scene.exit(1);
        },
        scene -> {
          Received received = Received.from(scene.in());
          String cell = CannedAnswer.b64("no right with " + received.secret());
          String text = CannedAnswer.connector() + "U\tTarpitInterval\t" + cell + "\n";
          scene.out(bytes(CannedAnswer.frame(received.nonce(), text)));
          scene.exit(0);
        });
  }

  @ParameterizedTest
  @MethodSource("indiscreet")
  void what_an_indiscreet_machine_repeats_is_not_told(Scene.Play play) throws Exception {
    ssh("EX01", "by-key", play);

    assertThat(found(everything())).isEmpty();
  }

  @Test
  void no_record_shows_its_secret() {
    LoginAccount account =
        new LoginAccount(
            Optional.of("reader"),
            Optional.of(PASSWORD.text()),
            Optional.of(key.toString()),
            Optional.of(PASSPHRASE.text()));
    String shown = account + " " + Optional.of(account) + " " + site.credentials(vault);

    assertThat(found(shown.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(Records.showing(PASSWORD.text())).as("records that show it").isEmpty();
    assertThat(Records.holding()).as("records that were looked at").hasSizeGreaterThan(2);
  }

  /** Runs the goals that ask hosts, and gives all that they said and wrote. */
  private byte[] everything() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Overheard log = new Overheard()) {
      ExplainMojo explain = new ExplainMojo(vault);
      MojoExtension.setVariableValueToObject(explain, "since", "7d");
      List<AbstractAskingMojo> goals =
          List.of(
              explain,
              new CheckMojo(vault),
              new RecordMojo(vault),
              new ExportMojo(vault),
              new DoctorMojo(vault));
      for (AbstractAskingMojo goal : goals) {
        site.run(goal, log).ifPresent(log::hear);
      }
      all.write(log.bytes());
    }
    assertThat(site.written()).isNotEmpty();
    for (Path file : site.written()) {
      all.writeBytes(bytes(file.toString()));
      all.writeBytes(Files.readAllBytes(file));
    }
    return all.toByteArray();
  }

  private List<String> found(byte[] all) {
    return secrets.stream().flatMap(secret -> secret.in(all).stream()).toList();
  }

  private void ssh(String host, String id, Scene.Play play) throws IOException {
    site.host(host, way(server(play), id));
  }

  private static String way(WindowsServer server, String id) {
    return "{server: EX01, powershell: {ssh: 127.0.0.1, port: "
        + server.port()
        + ", credentials: "
        + id
        + ", hostKey: '"
        + server.fingerprint()
        + "', endpoint: 'http://ex01.corp.example/PowerShell/'}}";
  }

  private WindowsServer server(Scene.Play play) throws IOException {
    return started(
        WindowsServer.that(
            play,
            all -> {
              all.setPublickeyAuthenticator((user, shown, session) -> true);
              all.setPasswordAuthenticator(
                  (user, password, session) -> password.equals(PASSWORD.text()));
            }));
  }

  private WindowsServer refusing() throws IOException {
    return started(WindowsServer.that(Scene.Play.of(Behaviour.GOOD), SecretsTest::refuse));
  }

  private static void refuse(SshServer all) {
    all.setPublickeyAuthenticator((user, shown, session) -> false);
    all.setPasswordAuthenticator((user, password, session) -> false);
  }

  private WindowsServer started(WindowsServer server) {
    peers.add(server);
    return server;
  }

  private TdsServer sql(String host, Scenario scenario) throws IOException {
    return sql(host, scenario, "sql");
  }

  private TdsServer sql(String host, Scenario scenario, String id) throws IOException {
    TdsServer server = TdsServer.start(scenario);
    peers.add(server);
    site.host(host, instance(server, id));
    return server;
  }

  private static String instance(TdsServer server, String id) {
    return "{sqlserver: localhost, port: "
        + server.port()
        + ", credentials: "
        + id
        + ", properties: {encrypt: optional}}";
  }

  /** An instance that has nothing but its name. */
  static Scenario answers() {
    Rows facts = Rows.of(Column.text("fact"), Column.text("value")).row("ServerName", "SQL01");
    return Scenario.empty().on("SET NOCOUNT ON", facts);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
