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
import org.relaycheck.live.Account;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Door;
import org.relaycheck.live.Way;
import org.relaycheck.state.Place;

/** What a local shell is told is seen by nobody else on the machine. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ProcessListTest {

  private static final Place PLACE = new Place("relay-connections.yaml", 1, 1);

  @Test
  void the_password_stands_in_no_command_line_and_no_environment() {
    assertThat(ask(List.of())).isInstanceOf(Asked.Answered.class);
  }

  @Test
  void one_that_does_is_found() {
    Asked asked = ask(List.of("geheim-4711"));

    assertThat(((Asked.Failed) asked).why()).contains("seen in [/proc/");
  }

  private static Asked ask(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Witness.class.getName()));
    command.addAll(more);
    Account account =
        new Account(
            Optional.of("CORP\\reader"),
            Optional.of("geheim-4711"),
            Optional.empty(),
            Optional.empty());
    LocalSource source =
        new LocalSource(
            new LocalShell(command),
            new LocalSource.Setting(
                id -> Optional.of(account), new Admission(), new Interview(), Clock.systemUTC()));
    return source.ask(connection());
  }

  private static Connection connection() {
    Door door =
        new Door(
            "here",
            new Door.Local(Optional.of("reader")),
            Optional.of(new Door.Endpoint(URI.create("http://ex01.corp.example/PowerShell/"))),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(50)),
            PLACE);
    return new Connection("EX01", "EX01", new Way.Through(door), Optional.empty(), false, PLACE);
  }
}
