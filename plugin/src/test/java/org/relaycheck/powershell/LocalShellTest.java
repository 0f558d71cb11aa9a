package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalShellTest extends ShellContract {

  @Override
  protected Shell shell(Behaviour behaviour) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path")));
    command.add(StandIn.class.getName());
    command.add(behaviour.name());
    command.addAll(BootstrapCommand.ARGUMENTS.subList(1, BootstrapCommand.ARGUMENTS.size()));
    return new LocalShell(command);
  }

  @Test
  void a_machine_without_powershell_is_told_apart() {
    InputPayload payload = new InputPayload("5eed", "script", "", Optional.empty());

    CommandRun run = new LocalShell(List.of("no-such-program")).run(payload, patient());

    assertThat(((CommandRun.NotStarted) run).failed().why())
        .isEqualTo("powershell.exe could not be started on this machine");
  }
}
