package org.relaycheck.powershell;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;

/**
 * Why a run brought no answer, in words. The frame decides; the exit code and standard error only
 * enrich the message, because a shell in between changes the one and a profile writes to the other.
 */
final class RunDiagnosis {

  private static final String USUAL_FIX =
      "run mvn relay:doctor, or try Get-ReceiveConnector in an Exchange Management Shell under"
          + " this account";
  private static final Pattern NO_PROGRAM =
      Pattern.compile("powershell(\\.exe)?['\"]?:?.{0,20}(not found|is not recognized)");

  private RunDiagnosis() {}

  /**
   * The failure that a run without an answer amounts to.
   *
   * @param keyed whether the session was opened with a key and has no network credentials
   */
  static HostAnswer.Failed of(CommandRun.Started run, ShellDeadlines deadlines, boolean keyed) {
    String what = what(run, deadlines);
    String errors = run.errors().isEmpty() ? "" : "; it wrote: " + run.errors();
    Optional<String> known = ErrorHints.fix(what + errors, keyed);
    return new HostAnswer.Failed(
        what + errors + exit(run.exit()),
        known.orElseGet(() -> fix(run, what + errors)),
        run.frame() instanceof AnswerFrame.GaveUp ? AskingStage.POWERSHELL : AskingStage.SHELL);
  }

  /** Why an answer that arrived whole cannot be used; empty if it can. */
  static Optional<HostAnswer.Failed> of(CollectedAnswer answer, boolean keyed) {
    Optional<HostAnswer.Failed> damaged = EchoEncoding.damage(answer).map(RunDiagnosis::damaged);
    return damaged.isPresent()
        ? damaged
        : answer.failure().map(gaveUp -> gaveUp(gaveUp, answer, keyed));
  }

  private static HostAnswer.Failed gaveUp(
      CollectedAnswer.GaveUp gaveUp, CollectedAnswer answer, boolean keyed) {
    String why = gaveUp.stage() + ": " + gaveUp.why();
    return new HostAnswer.Failed(
        "asking Exchange failed while " + why,
        ErrorHints.fix(why, keyed).orElse(USUAL_FIX),
        Optional.of(gaveUp.at()),
        answer.facts().getOrDefault("", Map.of()));
  }

  private static HostAnswer.Failed damaged(String what) {
    return new HostAnswer.Failed(
        "characters are changed on the way to PowerShell or back: " + what,
        "nothing of this answer is used: look for what filters or records the session there, or let"
            + " a scheduled collector write a file and read it with 'fetch'",
        AskingStage.ECHO);
  }

  private static String what(CommandRun.Started run, ShellDeadlines deadlines) {
    if (run.frame() instanceof AnswerFrame.GaveUp gaveUp) {
      return "PowerShell could not run the question: " + gaveUp.why();
    }
    String late = late(run.end(), deadlines);
    if (run.frame() instanceof AnswerFrame.Broken broken) {
      return "the answer did not arrive whole: " + broken.why() + late;
    }
    String noise = run.frame() instanceof AnswerFrame.Absent absent ? absent.noise() : "";
    return "PowerShell gave no answer" + late + (noise.isEmpty() ? "" : "; instead came: " + noise);
  }

  private static String late(OutputIntake.End end, ShellDeadlines deadlines) {
    return switch (end) {
      case CLOSED, ANSWERED -> "";
      case NO_FIRST_BYTE ->
          ": nothing came within " + deadlines.firstByte().toSeconds() + " s of starting it";
      case SILENT -> ": nothing more came for " + deadlines.silence().toSeconds() + " s";
      case TOO_LONG -> ": it took longer than " + deadlines.whole().toSeconds() + " s";
    };
  }

  private static String exit(OptionalInt code) {
    return code.isPresent() ? " (exit code " + code.getAsInt() + ")" : " (no exit code)";
  }

  private static String fix(CommandRun.Started run, String text) {
    int code = run.exit().orElse(0);
    if (code == 9009 || code == 127 || NO_PROGRAM.matcher(text).find()) {
      return "powershell.exe is not on the PATH there: it must be a Windows machine, with Windows"
          + " PowerShell on the PATH of the OpenSSH service";
    }
    return switch (run.end()) {
      case TOO_LONG ->
          "add 'deadline: 20m' to the powershell entry if the organisation is that large";
      case NO_FIRST_BYTE, SILENT ->
          "check the load of that machine, or name another; a scheduled collector with 'fetch' does"
              + " not depend on it";
      case CLOSED, ANSWERED ->
          run.exit().isEmpty() ? "the connection may have been lost: run it again" : USUAL_FIX;
    };
  }
}
