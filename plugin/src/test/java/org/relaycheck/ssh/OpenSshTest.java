package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.CommandRun;
import org.relaycheck.powershell.InputPayload;
import org.relaycheck.powershell.Shell;
import org.relaycheck.powershell.ShellContract;

class OpenSshTest extends ShellContract {

  @TempDir private static Path shared;
  private static Optional<OpenSsh> server = Optional.empty();

  private final SshSetup setup = new SshSetup();

  @BeforeAll
  static void start() throws Exception {
    server = Optional.of(OpenSsh.in(shared));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(OpenSsh::close);
  }

  @Override
  protected Shell shell(Behaviour behaviour) throws Exception {
    running().behaves(behaviour);
    return setup.shell(way(running()));
  }

  @Test
  void exactly_the_agreed_bytes_arrive(@TempDir Path folder) throws Exception {
    String keep =
        "ForceCommand printf %s \"$SSH_ORIGINAL_COMMAND\" > '"
            + folder
            + "/command'; cat > '"
            + folder
            + "/input'";
    try (OpenSsh keeping = OpenSsh.in(folder, keep)) {
      InputPayload payload =
          new InputPayload("5eed", "Get-It 'ü'", "server=EX01", Optional.of("geheim"));

      setup.shell(way(keeping)).run(payload, patient());

      assertThat(Files.readString(folder.resolve("command")))
          .isEqualTo(
              Files.readString(
                      Path.of("src/test/resources/powershell/command.txt"),
                      StandardCharsets.US_ASCII)
                  .strip());
      assertThat(Files.readAllBytes(folder.resolve("input"))).isEqualTo(payload.bytes());
    }
  }

  @Test
  void the_password_is_on_no_command_line(@TempDir Path folder) throws Exception {
    String look = "ForceCommand cat /proc/[0-9]*/cmdline > '" + folder + "/all'; cat > /dev/null";
    try (OpenSsh looking = OpenSsh.in(folder, look)) {
      InputPayload payload = new InputPayload("5eed", "Get-It", "", Optional.of("geheim4711"));

      setup.shell(way(looking)).run(payload, patient());

      assertThat(Files.readString(folder.resolve("all"), StandardCharsets.ISO_8859_1))
          .contains("java")
          .doesNotContain("geheim4711")
          .doesNotContain(CannedAnswer.b64("geheim4711"));
    }
  }

  @Test
  void a_certificate_vouches_for_the_host(@TempDir Path folder) throws Exception {
    OpenSsh.key(folder, "authority");
    OpenSsh.key(folder, "host");
    OpenSsh.run(
        folder,
        "ssh-keygen",
        "-q",
        "-s",
        "authority",
        "-I",
        "x",
        "-h",
        "-n",
        "127.0.0.1",
        "host.pub");
    Path certificate = folder.resolve("host-cert.pub");
    try (OpenSsh certified = OpenSsh.in(folder, "HostCertificate " + certificate)) {
      certified.behaves(Behaviour.GOOD);
      Path list = folder.resolve("known_hosts");

      Files.writeString(list, "@cert-authority * " + certified.publicKey("authority") + "\n");
      HostAnswer good = setup.ask(way(certified, new PowerShellWay.KnownHosts(list)));
      Files.writeString(list, "@cert-authority * " + certified.publicKey("user") + "\n");
      HostAnswer bad = setup.ask(way(certified, new PowerShellWay.KnownHosts(list)));

      assertThat(good).isInstanceOf(HostAnswer.Answered.class);
      assertThat(((HostAnswer.Failed) bad).why()).contains("is not trusted yet");
    }
  }

  @Test
  void the_keys_of_an_agent_let_in(@TempDir Path folder) throws Exception {
    running().behaves(Behaviour.GOOD);
    Path socket = folder.resolve("agent");
    Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    try {
      agent.inputReader().readLine(); // it prints its address when it listens
      ProcessBuilder adding =
          new ProcessBuilder("ssh-add", "-q", running().file("user").toString());
      adding.environment().put("SSH_AUTH_SOCK", socket.toString());
      assertThat(adding.start().waitFor()).isZero();
      setup.home = new SshHome(SshSetup.NO_KEYS, Optional.of(socket));
      PowerShellWay.Ssh keyed = way(running());
      PowerShellWay.Ssh bare =
          new PowerShellWay.Ssh(
              keyed.address(),
              keyed.port(),
              Optional.of(System.getProperty("user.name")),
              Optional.empty(),
              keyed.keys(),
              Optional.empty());

      assertThat(setup.ask(bare)).isInstanceOf(HostAnswer.Answered.class);
    } finally {
      agent.destroy();
    }
  }

  @Test
  void without_agent_and_credentials_the_reason_is_told() throws Exception {
    PowerShellWay.Ssh bare =
        new PowerShellWay.Ssh(
            "127.0.0.1",
            Optional.of(running().port()),
            Optional.of("someone"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(((HostAnswer.Failed) setup.ask(bare)).why())
        .isEqualTo("there is neither a password nor a key, and no SSH agent runs here");
  }

  @Test
  void a_file_is_fetched_from_a_real_server() throws Exception {
    Path file = running().file("answer.txt");
    Files.writeString(file, CannedAnswer.frame("0123abcd", CannedAnswer.connector()));

    assertThat(setup.ask(new PowerShellWay.Fetch(way(running()), file.toString())))
        .isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_server_without_room_for_a_session_says_so(@TempDir Path folder) throws Exception {
    try (OpenSsh full = OpenSsh.in(folder, "MaxSessions 0")) {
      CommandRun run = setup.shell(way(full)).run(SshSetup.payload(), patient());

      assertThat(((CommandRun.NotStarted) run).failed().why())
          .contains("accepts the login but starts nothing");
    }
  }

  private static OpenSsh running() {
    return server.orElseThrow();
  }

  private PowerShellWay.Ssh way(OpenSsh to) throws Exception {
    Path list = to.file("pinned_hosts");
    Files.writeString(list, "[127.0.0.1]:" + to.port() + " " + to.publicKey("host") + "\n");
    return way(to, new PowerShellWay.KnownHosts(list));
  }

  private PowerShellWay.Ssh way(OpenSsh to, PowerShellWay.HostKeys keys) {
    setup.accounts.put(
        "exchange-ro",
        SshSetup.key(System.getProperty("user.name"), to.file("user"), Optional.empty()));
    return SshSetup.ssh(to.port(), Optional.of(keys));
  }
}
