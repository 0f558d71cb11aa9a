package org.relaycheck.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may try a login when: in a run the first host of each id goes alone, the others follow as
 * soon as it is let in, and nobody tries a login that was refused, now or in an earlier run,
 * because a directory locks an account after some refusals.
 */
public final class LoginGate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Set<String> trying = new HashSet<>();
  private final Set<String> proven = new HashSet<>();
  private final Map<String, String> refused;

  /** Knows of no refusal. */
  public LoginGate() {
    this(new HashMap<>());
  }

  /**
   * Goes on from what is known, and adds to it.
   *
   * @param refused where each login was refused, by its id; shared with others only if it bears
   *     that
   */
  public LoginGate(Map<String, String> refused) {
    this.refused = refused;
  }

  /**
   * Waits until the login with this id may be tried, or is known to be refused.
   *
   * @param id of the login
   */
  public Turn turn(String id) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (trying.contains(id) && !proven.contains(id) && !refused.containsKey(id)) {
        change.await();
      }
      if (!proven.contains(id) && !refused.containsKey(id)) {
        trying.add(id);
      }
      return new Turn(id, Optional.ofNullable(refused.get(id)));
    } finally {
      lock.unlock();
    }
  }

  private void settle(Runnable what) {
    lock.lock();
    try {
      what.run();
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** One host's turn. Closing it without a result lets the next host try. */
  public final class Turn implements AutoCloseable {

    private final String id;
    private final Optional<String> refusal;
    private boolean settled;

    private Turn(String id, Optional<String> refusal) {
      this.id = id;
      this.refusal = refusal;
      this.settled = refusal.isPresent();
    }

    /** The login's id. */
    public String id() {
      return id;
    }

    /** Where the login was refused; if present, it must not be tried again. */
    public Optional<String> refusal() {
      return refusal;
    }

    /** The login is good: the others may follow. */
    public void letIn() {
      settled = true;
      settle(() -> proven.add(id));
    }

    /** The login was refused: nobody tries it again. */
    public void refused(String where) {
      settled = true;
      settle(() -> refused.putIfAbsent(id, where));
    }

    @Override
    public void close() {
      if (!settled) {
        settle(() -> trying.remove(id));
      }
    }
  }
}
