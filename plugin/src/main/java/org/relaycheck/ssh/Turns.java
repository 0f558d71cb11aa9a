package org.relaycheck.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Door;
import org.relaycheck.live.Stage;
import org.relaycheck.powershell.Interview;

/** The turns of all logins on one way. */
final class Turns implements SshShell.Admitted, AutoCloseable {

  private final List<Admission.Turn> turns = new ArrayList<>();

  private final Optional<String> held;

  private Turns(Optional<String> held) {
    this.held = held;
  }

  /**
   * Waits for the turn of each login, always in one order, so that two ways never block each other.
   *
   * @param held the login that only the answer proves: it is for the endpoint, too
   */
  static Turns of(Admission admission, List<Hop> way, Optional<String> held)
      throws Refused, InterruptedException {
    Turns all = new Turns(held);
    List<String> ids =
        way.stream()
            .map(Hop::ssh)
            .map(Door.Ssh::credentials)
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .toList();
    for (String id : ids) {
      Admission.Turn turn = admission.turn(id);
      all.turns.add(turn);
      if (turn.refusal().isPresent()) {
        all.close();
        throw Refused.at(
            Stage.CREDENTIALS,
            "the credentials '" + id + "' are not tried again: " + turn.refusal().get(),
            "put that right first");
      }
    }
    return all;
  }

  @Override
  public void letIn() {
    turns.stream()
        .filter(turn -> !turn.id().equals(held.orElse("")))
        .forEach(Admission.Turn::letIn);
  }

  /** The endpoint has accepted or refused the login that was held until then. */
  void answered(Interview.Result result) {
    turns.stream()
        .filter(turn -> turn.id().equals(held.orElse("")))
        .forEach(
            turn -> {
              result.refusal().ifPresent(turn::refused);
              if (result.answer().isPresent()) {
                turn.letIn();
              }
            });
  }

  @Override
  public void refused(Refused refused) {
    turns.stream()
        .filter(turn -> refused.isFor(turn.id()))
        .forEach(turn -> turn.refused(refused.failed().why()));
  }

  @Override
  public void close() {
    turns.forEach(Admission.Turn::close);
  }
}
