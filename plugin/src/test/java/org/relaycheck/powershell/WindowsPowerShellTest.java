package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.standin.network.ExchangeShell;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;

/**
 * The scripts in the PowerShell of this machine, Windows's own where it has one, with cmdlets that
 * stand in for Exchange.
 */
class WindowsPowerShellTest {

  private static final Path CMDLETS = Path.of("src/test/powershell/StandInCmdlets.ps1");
  private static final long MINUTES = 3;

  @TempDir private Path folder;

  @Test
  void the_collector_alone_writes_a_file_that_is_read() throws Exception {
    Path script = folder.resolve("collect.ps1");
    Path out = folder.resolve("answer.txt");
    Path runner = folder.resolve("run.ps1");
    Files.writeString(script, CollectorScript.standAlone());
    Files.writeString(
        runner,
        Files.readString(CMDLETS)
            + ". '"
            + script
            + "' -SnapIn StandIn -Server EX01 -Out '"
            + out
            + "'\r\n");

    run(runner);

    isWhatTheCmdletsGave(FrameFile.read(Files.readAllBytes(out), List.of(host())).get(host()));
  }

  @Test
  void the_one_command_with_the_script_on_standard_input_gives_the_same() throws Exception {
    String script =
        "param([string]$n, [string]$p, [string]$s)\r\n"
            + Files.readString(CMDLETS)
            + ". {\r\n"
            + CollectorScript.question()
            + "} $n $p $s\r\n";
    String asked = "way=snapin\nsnapin=StandIn\nserver=EX01\n";
    InputPayload payload = new InputPayload("0123456789abcdef", script, asked, Optional.empty());

    CommandRun run = new LocalShell(command()).run(payload, ShellDeadlines.usual());

    assertThat(run).isInstanceOf(CommandRun.Started.class);
    AnswerFrame frame = ((CommandRun.Started) run).frame();
    assertThat(frame).isInstanceOf(AnswerFrame.Whole.class);
    ShellInterview.Result result = ShellInterview.read((AnswerFrame.Whole) frame, false);
    isWhatTheCmdletsGave(result.each(List.of(host()), Optional.empty()).get(host()));
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>(BootstrapCommand.ARGUMENTS);
    command.set(0, ExchangeShell.engine());
    return command;
  }

  private static void isWhatTheCmdletsGave(HostAnswer asked) {
    assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
    Answer answer = ((HostAnswer.Answered) asked).answer();
    assertThat(answer.complete()).isNotEmpty();
    assertThat(answer.facts())
        .containsEntry("ExchangeVersion", "Version 15.2 (Build 1118.7)")
        .containsEntry("DomainController", "dc1.corp.example");
    AnswerItem relay =
        answer.items().stream()
            .filter(item -> item.server().equals(Optional.of("EX01")))
            .findFirst()
            .orElseThrow();
    assertThat(relay.name()).isEqualTo("Relay '\u2018\u2019\u201A\u201B");
    assertThat(relay.values())
        .containsAllEntriesOf(
            Map.of(
                "TarpitInterval", Raw.text("00:00:05"),
                "Banner", Raw.text(""),
                "Bindings", Raw.items(List.of("0.0.0.0:25", "[::]:25")),
                "MaxInboundConnectionPerSource", Raw.text("Unlimited"),
                "ExtendedRights",
                    Raw.items(List.of("allow S-1-5-7 ms-Exch-SMTP-Accept-Any-Recipient"))));
  }

  private static void run(Path runner) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ExchangeShell.engine(),
                "-NoProfile",
                "-NonInteractive",
                "-ExecutionPolicy",
                "Bypass",
                "-File",
                runner.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static HostConnection host() {
    return new HostConnection(
        "EX01",
        "EX01",
        new HostWay.Recorded(Path.of("answer.txt")),
        Optional.empty(),
        false,
        new Place("relay-connections.yaml", 1, 1));
  }
}
