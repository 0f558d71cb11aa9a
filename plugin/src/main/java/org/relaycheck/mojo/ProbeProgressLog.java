package org.relaycheck.mojo;

import org.relaycheck.proof.Aim;
import org.relaycheck.proof.Watcher;

/** Tells the user what is being tried, and how far a long try is. */
final class ProbeTalk implements Watcher {

  /** Steps that are told of a long try. */
  private static final int STEPS = 10;

  private final Printer printer;

  ProbeTalk(Printer printer) {
    this.printer = printer;
  }

  @Override
  public void calling(Aim aim) {
    printer.info("Calling " + aim.connector() + " at " + aim.endpoint());
  }

  @Override
  public void counting(Aim aim, String what, int done, int all) {
    int step = Math.max(STEPS, all / STEPS);
    if (done % step == 0 && done < all) {
      printer.info(aim.connector() + ": " + done + " of " + all + " " + what);
    }
  }
}
