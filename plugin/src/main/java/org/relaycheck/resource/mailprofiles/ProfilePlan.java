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
   * A step and what a person does.
   *
   * @param step empty if a script does nothing
   */
  record Outcome(Optional<Step> step, List<ByHand> byHand) {
    public Outcome {
      byHand = List.copyOf(byHand);
    }

    static Outcome byHand(Finding finding, String why) {
      return new Outcome(Optional.empty(), List.of(new ByHand(finding, why)));
    }
  }
}
