package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.doctor.Doctor;
import org.relaycheck.goal.doctor.ExaminationStep;
import org.relaycheck.goal.doctor.WayExaminations;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SurveyProgress;

/** Ways to a PowerShell on this machine that are examined. */
class DoctorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void a_shell_of_our_own_has_no_name_no_port_and_no_clock_of_its_own() throws Exception {
    WayExaminations all =
        examine(
            (payload, deadlines) -> {
              String told = payload.parameters();
              String echo = told.substring(told.indexOf("echo=") + "echo=".length());
              return whole(CannedAnswer.complete(echo));
            });

    assertThat(all.trouble()).isEmpty();
    assertThat(all.all().get(0).way())
        .extracting(ExaminationStep::title)
        .containsExactly("credentials", "shell", "PowerShell", "Exchange", "characters");
    assertThat(all.all().get(0).way().get(0).seen()).isEqualTo("none: the user who runs this");
    assertThat(all.all().get(0).subject())
        .isEqualTo("EX01: powershell org, PowerShell on this machine");
  }

  @Test
  void a_machine_without_powershell_fails_at_the_shell() throws Exception {
    HostAnswer.Failed none =
        new HostAnswer.Failed("it could not be started", "use 'ssh'", AskingStage.SHELL);

    WayExaminations all = examine((payload, deadlines) -> new CommandRun.NotStarted(none));

    assertThat(all.all().get(0).way())
        .extracting(ExaminationStep::health)
        .startsWith(
            ExaminationStep.Health.OK,
            ExaminationStep.Health.FAILED,
            ExaminationStep.Health.NOT_REACHED);
    assertThat(all.trouble().orElseThrow()).contains("shell: it could not be started");
  }

  @Test
  void a_language_mode_that_hinders_is_told_although_an_answer_came() throws Exception {
    String answer =
        CannedAnswer.complete(EchoEncoding.CHARACTERS)
            .replace(CannedAnswer.b64("FullLanguage"), CannedAnswer.b64("ConstrainedLanguage"));

    WayExaminations all = examine((payload, deadlines) -> whole(answer));

    ExaminationStep powershell = all.all().get(0).way().get(2);
    assertThat(powershell.health()).isEqualTo(ExaminationStep.Health.PARTLY);
    assertThat(powershell.seen()).contains("ConstrainedLanguage");
    assertThat(powershell.todo()).contains("'fetch'");
  }

  private static CommandRun whole(String text) {
    return new CommandRun.Started(
        new AnswerFrame.Whole(text), "", OptionalInt.of(0), OutputIntake.End.CLOSED);
  }

  private WayExaminations examine(Shell shell) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("relay-connections.yaml"),
            "powershell:\n  org: {local: true}\nhosts:\n  EX01: {powershell: org}\n");
    LocalSource source =
        new LocalSource(
            shell,
            new LocalSource.Setting(
                id -> Optional.empty(),
                new LoginGate(),
                new ShellInterview(() -> "5eed", time -> {}),
                Clock.fixed(NOW, ZoneOffset.UTC)));
    GoalPorts ports = new GoalPorts(source, SurveyProgress.silent(), "1");
    return new Doctor(ports)
        .run(
            new GoalRequest(
                new GoalRequest.Paths(List.of(), file), List.of(), FailOn.ERROR, 1, NOW));
  }
}
