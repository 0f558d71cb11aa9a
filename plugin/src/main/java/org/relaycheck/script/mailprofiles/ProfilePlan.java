package org.relaycheck.script.mailprofiles;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.compare.Finding;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptStep;

/** What is to be done about one profile, once it is known what becomes of the others. */
interface ProfilePlan {

  /** Whose default the profile is to become, as the server spells them. */
  Set<String> gains();

  /**
   * What comes of it.
   *
   * @param contest why it cannot become the default of those that it gains; empty if it can
   */
  Outcome outcome(DefaultMoves moves, Optional<String> contest);

  /**
   * Steps and what a person does.
   *
   * @param step empty if a script does nothing
   * @param last what is done when all other profiles have had their step; empty if nothing is
   */
  record Outcome(Optional<ScriptStep> step, Optional<ScriptStep> last, List<ByHand> byHand) {
    public Outcome {
      byHand = List.copyOf(byHand);
    }

    static Outcome of(ScriptStep step) {
      return new Outcome(Optional.of(step), Optional.empty(), List.of());
    }

    static Outcome byHand(Finding finding, String why) {
      return new Outcome(Optional.empty(), Optional.empty(), List.of(new ByHand(finding, why)));
    }
  }
}
