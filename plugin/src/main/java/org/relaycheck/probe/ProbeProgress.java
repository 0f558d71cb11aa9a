package org.relaycheck.proof;

/** A port that is told what is being tried. */
public interface Watcher {

  /** A connector is called from now on. */
  void calling(Aim aim);

  /**
   * A long try goes on.
   *
   * @param what is counted, such as "connections"
   */
  void counting(Aim aim, String what, int done, int all);

  /** Tells nobody. */
  static Watcher silent() {
    return new Watcher() {
      @Override
      public void calling(Aim aim) {
        // nobody listens
      }

      @Override
      public void counting(Aim aim, String what, int done, int all) {
        // nobody listens
      }
    };
  }
}
