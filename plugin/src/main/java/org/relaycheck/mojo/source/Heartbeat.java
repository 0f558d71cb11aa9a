package org.relaycheck.mojo.source;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Something that is done again and again in the background until it is closed. */
public final class Heartbeat implements AutoCloseable {

  private final Timer timer = new Timer("relay-beat", true); // it must not keep Maven alive
  private final long millis;

  /** One that beats so often. */
  public Heartbeat(Duration pause) {
    this.millis = pause.toMillis();
  }

  /** What is done at each beat. */
  public void calls(Runnable what) {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            what.run();
          }
        };
    timer.schedule(task, millis, millis);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
