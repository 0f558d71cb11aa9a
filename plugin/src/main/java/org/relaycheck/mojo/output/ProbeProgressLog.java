package org.relaycheck.mojo.output;

import org.relaycheck.probe.ProbeProgress;
import org.relaycheck.probe.plan.ProbeTarget;

/** Tells the user what is being tried, and how far a long try is. */
public final class ProbeProgressLog implements ProbeProgress {

  /** Steps that are told of a long try. */
  private static final int STEPS = 10;

  private final LogPrinter printer;

  public ProbeProgressLog(LogPrinter printer) {
    this.printer = printer;
  }

  @Override
  public void calling(ProbeTarget target) {
    printer.info("Testing " + target.connector() + " at " + target.endpoint());
  }

  @Override
  public void counting(ProbeTarget target, String what, int done, int all) {
    int step = Math.max(STEPS, all / STEPS);
    if (done % step == 0 && done < all) {
      printer.info(target.connector() + ": " + done + " of " + all + " " + what);
    }
  }
}
