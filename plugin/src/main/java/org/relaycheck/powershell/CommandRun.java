package org.relaycheck.powershell;

import java.util.OptionalInt;
import org.relaycheck.live.Asked;

/** What became of running the command. */
public sealed interface Run {

  /**
   * It was started.
   *
   * @param frame what it answered
   * @param errors what it wrote to standard error, decoded
   * @param exit its exit code, if one was told
   * @param end why it is over
   */
  record Started(Frame frame, String errors, OptionalInt exit, Intake.End end) implements Run {}

  /** It was not even started. */
  record NotStarted(Asked.Failed failed) implements Run {}
}
