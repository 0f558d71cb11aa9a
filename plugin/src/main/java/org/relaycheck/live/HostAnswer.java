package org.relaycheck.live;

import java.util.Map;
import java.util.Optional;

/** What became of asking a source. */
public sealed interface HostAnswer {

  /**
   * It answered.
   *
   * @param answer what it said
   * @param form the form in which that was, if there are several; else empty
   */
  record Answered(Answer answer, String form) implements HostAnswer {

    /** An answer of the only form that there is. */
    public Answered(Answer answer) {
      this(answer, "");
    }
  }

  /**
   * It did not answer, or not so that the answer can be used.
   *
   * @param why what happened, in the user's words
   * @param fix what to do about it
   * @param stage at which step; every step before it was taken; empty if that is not known
   * @param facts what became known about the host all the same
   */
  record Failed(String why, String fix, Optional<AskingStage> stage, Map<String, String> facts)
      implements HostAnswer {

    public Failed {
      facts = Map.copyOf(facts);
    }

    /** A failure at a step. */
    public Failed(String why, String fix, AskingStage stage) {
      this(why, fix, Optional.of(stage), Map.of());
    }

    /** A failure of which nobody knows how far it came. */
    public Failed(String why, String fix) {
      this(why, fix, Optional.empty(), Map.of());
    }
  }
}
