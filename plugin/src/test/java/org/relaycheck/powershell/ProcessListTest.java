package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.state.Place;

/** What a local shell is told is seen by nobody else on the machine. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ProcessListTest {

  private static final Place PLACE = new Place("relay-connections.yaml", 1, 1);

  @Test
  void the_password_stands_in_no_command_line_and_no_environment() {
    assertThat(ask(List.of())).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void one_that_does_is_found() {
    HostAnswer asked = ask(List.of("geheim-4711"));

    assertThat(((HostAnswer.Failed) asked).why()).contains("seen in [/proc/");
  }

  private static HostAnswer ask(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Witness.class.getName()));
    command.addAll(more);
    LoginAccount account =
        new LoginAccount(
            Optional.of("CORP\\reader"),
            Optional.of("geheim-4711"),
            Optional.empty(),
            Optional.empty());
    LocalSource source =
        new LocalSource(
            new LocalShell(command),
            new LocalSource.Setting(
                id -> Optional.of(account),
                new LoginGate(),
                new ShellInterview(),
                Clock.systemUTC()));
    return source.ask(connection());
  }

  private static HostConnection connection() {
    PowerShellWay way =
        new PowerShellWay(
            "here",
            new PowerShellWay.Local(Optional.of("reader")),
            Optional.of(
                new PowerShellWay.Endpoint(URI.create("http://ex01.corp.example/PowerShell/"))),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(50)),
            PLACE);
    return new HostConnection(
        "EX01", "EX01", new HostWay.Through(way), Optional.empty(), false, PLACE);
  }
}
