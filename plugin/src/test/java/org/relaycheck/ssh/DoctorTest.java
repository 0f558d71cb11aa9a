package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.doctor.Doctor;
import org.relaycheck.goal.doctor.ExaminationStep;
import org.relaycheck.goal.doctor.WayExamination;
import org.relaycheck.goal.doctor.WayExaminations;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.Received;

/** Ways that are examined: each step fails in turn, and the report says how far it came. */
@Timeout(60)
class DoctorTest {

  private static final String STEPS =
      "credentials name port encryption host_key login shell PowerShell Exchange clock characters"
          + " server rights";

  @TempDir private Path folder;
  private final SshSetup setup = new SshSetup();
  private final List<WindowsServer> servers = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (WindowsServer server : servers) {
      server.close();
    }
  }

  @Test
  void a_shell_that_works_is_asked_once_and_every_step_says_what_was_seen() throws Exception {
    WindowsServer server = server(Scene.Play.of(Behaviour.COMPLETE));

    WayExaminations all = examine(trusted(server), "EX01", "EX02");

    assertThat(server.commands()).hasSize(1);
    assertThat(text(all))
        .isEqualTo(
            String.join(
                "\n",
                "ERROR EX01, EX02: powershell org, ssh 127.0.0.1",
                "INFO   ok           credentials  exchange-ro is in settings.xml",
                "INFO   ok           name         127.0.0.1",
                "INFO   ok           port         " + server.port(),
                "INFO   ok           encryption   both sides have common algorithms",
                "INFO   ok           host key     " + server.fingerprint(),
                "INFO   ok           login        logged in",
                "INFO   ok           shell        a complete answer came back",
                "INFO   ok           PowerShell   5.1.17763.6189, FullLanguage, 64 bit, on MGMT01",
                "INFO   ok           Exchange     endpoint, domain controller dc1.corp.example",
                "WARN   partly       clock        60 min behind",
                "WARN                             correct one of the two clocks: Kerberos"
                    + " refuses logins"
                    + " beyond 5 minutes",
                "INFO   ok           characters   every quote, dash and blank came back as it was"
                    + " sent",
                "INFO   ok           server       EX01: Version 15.2 (Build 1118.7), Mailbox",
                "INFO   ok           rights       EX01: receiveConnectors 1",
                "WARN   partly       rights       EX01: not readable: receiveConnectors"
                    + " PermissionGroups: not permitted",
                "WARN                             give the account the right, or state nothing in"
                    + " the policy that needs it",
                "ERROR   failed       server       EX02: the answer holds no resource of EX02, only"
                    + " of EX01",
                "ERROR                             name the right file or host, or add 'server:"
                    + " EX01' to EX02",
                "INFO   not reached  rights       EX02"));
    assertThat(all.trouble().orElseThrow())
        .startsWith("1 of 1 connection cannot be used; the first is EX01, EX02: powershell org")
        .endsWith(", then:\n  mvn relay:doctor");
  }

  @Test
  void a_shell_through_which_all_can_be_read_is_no_trouble() throws Exception {
    WayExaminations all = examine(trusted(server(Scene.Play.of(Behaviour.COMPLETE))), "EX01");

    assertThat(all.trouble()).isEmpty();
    assertThat(all.summary()).isEqualTo("1 connection can be used");
  }

  /** What is wrong, and how many steps are ok before the one that fails. */
  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("no account", 0),
        Arguments.of("a name that nobody has", 1),
        Arguments.of("a port that is closed", 2),
        Arguments.of("a server of something else", 2),
        Arguments.of("a key that nobody vouched for", 4),
        Arguments.of("a wrong password", 5),
        Arguments.of("EMPTY", 6),
        Arguments.of("NOT_FOUND", 6),
        Arguments.of("CUT", 6),
        Arguments.of("NESTED", 7),
        Arguments.of("POWERSHELL", 7),
        Arguments.of("WAY", 8),
        Arguments.of("TYPEWRITER", 10),
        Arguments.of("GOOD", 10),
        Arguments.of("SERVER", 11),
        Arguments.of("RIGHTS", 12));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void what_comes_before_the_step_that_fails_is_told_from_what_was_not_reached(
      String trouble, int before) throws Exception {
    WayExamination one = examine(wrong(trouble), "EX01").all().get(0);

    List<ExaminationStep> steps = new ArrayList<>(one.way());
    one.hosts().values().forEach(steps::addAll);
    assertThat(steps.stream().map(step -> step.title().replace(' ', '_')))
        .startsWith(STEPS.split(" "));
    assertThat(steps.subList(0, before))
        .extracting(ExaminationStep::health)
        .isSubsetOf(ExaminationStep.Health.OK, ExaminationStep.Health.PARTLY);
    assertThat(steps.get(before).health()).isEqualTo(ExaminationStep.Health.FAILED);
    assertThat(steps.get(before).seen()).isNotBlank();
    assertThat(steps.get(before).todo()).isNotBlank();
    if (!trouble.equals("GOOD")) { // an old collector answers, and only the echo is missing
      assertThat(steps.subList(before + 1, steps.size()))
          .extracting(ExaminationStep::health)
          .allMatch(ExaminationStep.Health.NOT_REACHED::equals);
    }
  }

  @Test
  void a_jump_host_that_does_not_let_us_in_is_where_it_ends() throws Exception {
    WindowsServer jump = server(Scene.Play.of(Behaviour.COMPLETE));
    String wrong =
        "{ssh: 127.0.0.1, port: 1, credentials: exchange-ro, jump: {ssh: 127.0.0.1, port: "
            + jump.port()
            + ", credentials: jumper, hostKey: '"
            + jump.fingerprint()
            + "'}}";
    setup.accounts.put("jumper", SshSetup.password(WindowsServer.USER, "hunter2"));

    WayExamination one = examine(wrong, "EX01").all().get(0);

    assertThat(one.way().subList(0, 3))
        .extracting(ExaminationStep::title, ExaminationStep::health)
        .containsExactly(
            tuple("credentials", ExaminationStep.Health.OK),
            tuple("jump host", ExaminationStep.Health.FAILED),
            tuple("port", ExaminationStep.Health.NOT_REACHED));
    assertThat(text(examine(wrong, "EX01"))).doesNotContain("hunter2");
  }

  @Test
  void a_file_that_is_fetched_is_looked_for_read_and_aged() throws Exception {
    Path there = Files.writeString(folder.resolve("answer.txt"), collected());
    WindowsServer server =
        WindowsServer.that(
            Scene.Play.of(Behaviour.EMPTY),
            all -> all.setSubsystemFactories(List.of(new SftpSubsystemFactory())));
    servers.add(server);

    WayExaminations good = examine(fetch(server, there), "EX01");
    WayExaminations missing = examine(fetch(server, folder.resolve("missing.txt")), "EX01");
    Files.writeString(there, collected().substring(0, 400));
    WayExaminations cut = examine(fetch(server, there), "EX01");

    assertThat(good.trouble()).isEmpty();
    assertThat(text(good))
        .contains("ok           file         " + there)
        .contains("ok           format       a file of the collector")
        .contains("ok           age          read at 2026-11-24T08:00:00Z")
        .contains("ok           contents     receiveConnectors 1");
    assertThat(missing.all().get(0).trouble().orElseThrow().title()).isEqualTo("file");
    assertThat(cut.all().get(0).trouble().orElseThrow().title()).isEqualTo("format");
    assertThat(text(cut)).contains("ok           file").contains("not reached  contents");
  }

  private static String collected() {
    return CannedAnswer.frame("c0ffee", CannedAnswer.complete(""));
  }

  private static String fetch(WindowsServer server, Path file) {
    return trusted(server).replace("{ssh", "{fetch: '" + file + "', ssh");
  }

  @Test
  void characters_that_came_back_changed_are_named_and_the_answer_is_not_used() throws Exception {
    WayExamination one =
        examine(trusted(server(Scene.Play.of(Behaviour.TYPEWRITER))), "EX01").all().get(0);

    assertThat(one.trouble().orElseThrow().seen()).endsWith("came back changed: U+2019 as U+0027");
  }

  private String wrong(String trouble) throws IOException {
    return switch (trouble) {
      case "no account" -> way(1, "nobody", "");
      case "a name that nobody has" ->
          "{ssh: no-such-host.invalid, credentials: exchange-ro, hostKey: 'SHA256:x'}";
      case "a port that is closed" -> {
        WindowsServer gone = server(Scene.Play.of(Behaviour.COMPLETE));
        gone.close();
        yield trusted(gone);
      }
      case "a server of something else" -> {
        int port = greeting("220 mail.example.com ESMTP\r\n");
        yield way(port, "exchange-ro", ", hostKey: 'SHA256:x'");
      }
      case "a key that nobody vouched for" ->
          way(server(Scene.Play.of(Behaviour.COMPLETE)).port(), "exchange-ro", "");
      case "a wrong password" -> {
        setup.accounts.put("exchange-ro", SshSetup.password(WindowsServer.USER, "hunter2"));
        yield trusted(server(Scene.Play.of(Behaviour.COMPLETE)));
      }
      case "POWERSHELL", "WAY", "SERVER", "RIGHTS" -> trusted(server(givesUp(trouble)));
      default -> trusted(server(Scene.Play.of(Behaviour.valueOf(trouble))));
    };
  }

  /** A port where somebody greets, and goes. */
  private static int greeting(String text) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try (socket;
                  Socket client = socket.accept()) {
                client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
              } catch (IOException gone) {
                return; // nobody came, or nobody stayed
              }
            },
            "greeter");
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  private static Scene.Play givesUp(String step) {
    return scene -> {
      String nonce = Received.from(scene.in()).nonce();
      String text = CannedAnswer.gaveUpAt(step, "something is wrong");
      scene.out(CannedAnswer.frame(nonce, text).getBytes(StandardCharsets.US_ASCII));
      scene.exit(0);
    };
  }

  private static String trusted(WindowsServer server) {
    return way(server.port(), "exchange-ro", ", hostKey: '" + server.fingerprint() + "'");
  }

  private static String way(int port, String credentials, String more) {
    return "{ssh: 127.0.0.1, port: " + port + ", credentials: " + credentials + more + "}";
  }

  private WindowsServer server(Scene.Play play) throws IOException {
    WindowsServer server = WindowsServer.that(play);
    servers.add(server);
    return server;
  }

  private WayExaminations examine(String way, String... hosts) throws Exception {
    StringBuilder yaml = new StringBuilder("powershell:\n  org: " + way + "\nhosts:\n");
    for (String host : hosts) {
      yaml.append("  ").append(host).append(": {powershell: org}\n");
    }
    Path file = Files.writeString(folder.resolve("relay-connections.yaml"), yaml);
    GoalPorts ports = new GoalPorts(setup.source(new LoginGate()), SurveyProgress.silent(), "1");
    return new Doctor(ports)
        .run(
            new GoalRequest(
                new GoalRequest.Paths(List.of(), file), List.of(), FailOn.ERROR, 2, SshSetup.NOW));
  }

  private static String text(WayExaminations all) {
    return String.join(
        "\n", all.lines().stream().map(line -> line.level() + " " + line.text()).toList());
  }
}
