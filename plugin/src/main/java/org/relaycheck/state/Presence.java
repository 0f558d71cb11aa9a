package org.relaycheck.state;

import java.util.List;

/** Whether a resource is to be there. */
public sealed interface Presence {

  /**
   * It must be there.
   *
   * @param create settings that only its creation takes
   */
  record Present(List<Statement<?>> create) implements Presence {
    public Present {
      create = List.copyOf(create);
    }
  }

  /** It must not be there. */
  record Absent() implements Presence {}
}
