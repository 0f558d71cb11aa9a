package org.relaycheck.resource.mailprofiles;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.drift.Finding;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Step;

/** What is to be done about one profile, once it is known what becomes of the others. */
interface ProfilePlan {

  /** Whose default the profile is to become, as the server spells them. */
  Set<String> gains();

  /**
   * What comes of it.
   *
   * @param contest why it cannot become the default of those that it gains; empty if it can
   */
  Outcome outcome(Moves moves, Optional<String> contest);

  /**
   * Steps and what a person does.
   *
   * @param step empty if a script does nothing
   * @param last what is done when all other profiles have had their step; empty if nothing is
   */
  record Outcome(Optional<Step> step, Optional<Step> last, List<ByHand> byHand) {
    public Outcome {
      byHand = List.copyOf(byHand);
    }

    static Outcome of(Step step) {
      return new Outcome(Optional.of(step), Optional.empty(), List.of());
    }

    static Outcome byHand(Finding finding, String why) {
      return new Outcome(Optional.empty(), Optional.empty(), List.of(new ByHand(finding, why)));
    }
  }
}
