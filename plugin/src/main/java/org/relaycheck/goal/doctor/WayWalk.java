package org.relaycheck.goal.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.goal.WayDescription;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.TimedAnswer;
import org.relaycheck.state.HostState;

/**
 * How far one host's way was gone.
 *
 * @param connection the way
 * @param heard what was heard at its end
 */
record WayWalk(HostConnection connection, TimedAnswer heard) {

  /** How many steps were taken, to find the host that tells most about a shared way. */
  int length() {
    return heard.asked() instanceof HostAnswer.Failed failed ? end(failed) : Integer.MAX_VALUE;
  }

  /** The steps that it shares with others, or those that are its own. */
  List<ExaminationStep> steps(boolean own) {
    List<AskingStage> stages = WayChecklist.of(connection.way());
    List<ExaminationStep> steps = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      if (WayChecklist.ofHost(stages.get(i)) == own) {
        steps.addAll(
            heard.asked() instanceof HostAnswer.Failed failed
                ? List.of(failed(stages.get(i), i - end(failed), failed))
                : answered(stages.get(i)));
      }
    }
    return steps;
  }

  /** Where it ended; a failure that is no step of this way belongs to the next one that is. */
  private int end(HostAnswer.Failed failed) {
    List<AskingStage> stages = WayChecklist.of(connection.way());
    if (failed.stage().isEmpty()) {
      return 0;
    }
    AskingStage at = failed.stage().get();
    int exactly = stages.indexOf(at);
    for (int i = 0; exactly < 0 && i < stages.size(); i++) {
      if (stages.get(i).compareTo(at) > 0) {
        return i;
      }
    }
    return exactly < 0 ? stages.size() - 1 : exactly;
  }

  private ExaminationStep failed(AskingStage stage, int after, HostAnswer.Failed failed) {
    if (after > 0) {
      return ExaminationStep.notReached(stage.title());
    }
    return after < 0
        ? taken(stage, new HostFacts(failed.facts()))
        : ExaminationStep.failed(
            failed.stage().isEmpty() ? "asking" : stage.title(), failed.why(), failed.fix());
  }

  private ExaminationStep taken(AskingStage stage, HostFacts facts) {
    return switch (stage) {
      case POWERSHELL -> facts.powershell(stage.title());
      case WAY -> facts.way(stage.title());
      case CLOCK -> facts.clock(stage.title());
      case ECHO -> facts.echo(stage.title());
      case CREDENTIALS,
          JUMP,
          NAME,
          PORT,
          ENCRYPTION,
          HOST_KEY,
          LOGIN,
          FILE,
          FORMAT,
          SHELL,
          SERVER,
          AGE,
          RIGHTS,
          KINDS ->
          ExaminationStep.ok(stage.title(), new WayDescription(connection.way()).at(stage));
    };
  }

  private List<ExaminationStep> answered(AskingStage stage) {
    HostAnswer.Answered answered = (HostAnswer.Answered) heard.asked();
    if (stage == AskingStage.AGE) {
      return List.of(age(answered.answer().at()));
    }
    if (stage == AskingStage.SERVER) {
      return List.of(server(answered.answer().facts()));
    }
    if (stage == AskingStage.FORMAT && !answered.form().isEmpty()) {
      return List.of(ExaminationStep.ok(stage.title(), answered.form()));
    }
    if (stage != AskingStage.RIGHTS && stage != AskingStage.KINDS) {
      return List.of(taken(stage, new HostFacts(answered.answer().facts())));
    }
    return heard.state() instanceof HostState.Read read
        ? new AnswerContents(stage.title(), read).steps()
        : List.of(ExaminationStep.notReached(stage.title()));
  }

  private ExaminationStep age(Optional<Instant> at) {
    String title = AskingStage.AGE.title();
    return heard
        .old()
        .map(old -> ExaminationStep.failed(title, old.why(), old.fix()))
        .orElseGet(
            () ->
                ExaminationStep.ok(
                    title,
                    at.map(read -> "read at " + read)
                        .orElse("not known, and any age is" + " accepted")));
  }

  private ExaminationStep server(Map<String, String> facts) {
    String title = AskingStage.SERVER.title();
    if (heard.state() instanceof HostState.Unread unread) {
      return ExaminationStep.failed(title, unread.why(), unread.fix());
    }
    String seen = new HostFacts(facts).server();
    return ExaminationStep.ok(title, seen.isEmpty() ? connection.server() : seen);
  }
}
