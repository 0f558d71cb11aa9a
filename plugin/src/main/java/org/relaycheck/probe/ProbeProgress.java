package org.relaycheck.probe;

import org.relaycheck.probe.plan.ProbeTarget;

/** A port that is told what is being tried. */
public interface ProbeProgress {

  /** A connector is called from now on. */
  void calling(ProbeTarget target);

  /**
   * A long try goes on.
   *
   * @param what is counted, such as "connections"
   */
  void counting(ProbeTarget target, String what, int done, int all);

  /** Tells nobody. */
  static ProbeProgress silent() {
    return new ProbeProgress() {
      @Override
      public void calling(ProbeTarget target) {
        // nobody listens
      }

      @Override
      public void counting(ProbeTarget target, String what, int done, int all) {
        // nobody listens
      }
    };
  }
}
