package org.relaycheck.probe;

import org.relaycheck.probe.plan.ProbeTarget;

/** A port that is told what is being tried. */
public interface ProbeProgress {

  /** A connector is called from now on. */
  void calling(ProbeTarget aim);

  /**
   * A long try goes on.
   *
   * @param what is counted, such as "connections"
   */
  void counting(ProbeTarget aim, String what, int done, int all);

  /** Tells nobody. */
  static ProbeProgress silent() {
    return new ProbeProgress() {
      @Override
      public void calling(ProbeTarget aim) {
        // nobody listens
      }

      @Override
      public void counting(ProbeTarget aim, String what, int done, int all) {
        // nobody listens
      }
    };
  }
}
