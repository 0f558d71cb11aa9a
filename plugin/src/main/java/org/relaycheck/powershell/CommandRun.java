package org.relaycheck.powershell;

import java.util.OptionalInt;
import org.relaycheck.live.HostAnswer;

/** What became of running the command. */
public sealed interface CommandRun {

  /**
   * It was started.
   *
   * @param frame what it answered
   * @param errors what it wrote to standard error, decoded
   * @param exit its exit code, if one was told
   * @param end why it is over
   */
  record Started(AnswerFrame frame, String errors, OptionalInt exit, OutputIntake.End end)
      implements CommandRun {}

  /** It was not even started. */
  record NotStarted(HostAnswer.Failed failed) implements CommandRun {}
}
