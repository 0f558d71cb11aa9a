package org.relaycheck.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Heard;
import org.relaycheck.live.Stage;
import org.relaycheck.state.HostState;

/**
 * How far one host's way was gone.
 *
 * @param connection the way
 * @param heard what was heard at its end
 */
record Walk(Connection connection, Heard heard) {

  /** How many steps were taken, to find the host that tells most about a shared way. */
  int length() {
    return heard.asked() instanceof Asked.Failed failed ? end(failed) : Integer.MAX_VALUE;
  }

  /** The steps that it shares with others, or those that are its own. */
  List<Step> steps(boolean own) {
    List<Stage> stages = Checklist.of(connection.way());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      if (Checklist.ofHost(stages.get(i)) == own) {
        steps.addAll(
            heard.asked() instanceof Asked.Failed failed
                ? List.of(failed(stages.get(i), i - end(failed), failed))
                : answered(stages.get(i)));
      }
    }
    return steps;
  }

  /** Where it ended; a failure that is no step of this way belongs to the next one that is. */
  private int end(Asked.Failed failed) {
    List<Stage> stages = Checklist.of(connection.way());
    if (failed.stage().isEmpty()) {
      return 0;
    }
    Stage at = failed.stage().get();
    int exactly = stages.indexOf(at);
    for (int i = 0; exactly < 0 && i < stages.size(); i++) {
      if (stages.get(i).compareTo(at) > 0) {
        return i;
      }
    }
    return exactly < 0 ? stages.size() - 1 : exactly;
  }

  private Step failed(Stage stage, int after, Asked.Failed failed) {
    if (after > 0) {
      return Step.notReached(stage.title());
    }
    return after < 0
        ? taken(stage, new HostFacts(failed.facts()))
        : Step.failed(
            failed.stage().isEmpty() ? "asking" : stage.title(), failed.why(), failed.fix());
  }

  private Step taken(Stage stage, HostFacts facts) {
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
          Step.ok(stage.title(), new WayWords(connection.way()).at(stage));
    };
  }

  private List<Step> answered(Stage stage) {
    Asked.Answered answered = (Asked.Answered) heard.asked();
    if (stage == Stage.AGE) {
      return List.of(age(answered.answer().at()));
    }
    if (stage == Stage.SERVER) {
      return List.of(server(answered.answer().facts()));
    }
    if (stage == Stage.FORMAT && !answered.form().isEmpty()) {
      return List.of(Step.ok(stage.title(), answered.form()));
    }
    if (stage != Stage.RIGHTS && stage != Stage.KINDS) {
      return List.of(taken(stage, new HostFacts(answered.answer().facts())));
    }
    return heard.state() instanceof HostState.Read read
        ? new Contents(stage.title(), read).steps()
        : List.of(Step.notReached(stage.title()));
  }

  private Step age(Optional<Instant> at) {
    String title = Stage.AGE.title();
    return heard
        .old()
        .map(old -> Step.failed(title, old.why(), old.fix()))
        .orElseGet(
            () ->
                Step.ok(
                    title, at.map(read -> "read at " + read).orElse("not told, and any will do")));
  }

  private Step server(Map<String, String> facts) {
    String title = Stage.SERVER.title();
    if (heard.state() instanceof HostState.Unread unread) {
      return Step.failed(title, unread.why(), unread.fix());
    }
    String seen = new HostFacts(facts).server();
    return Step.ok(title, seen.isEmpty() ? connection.server() : seen);
  }
}
