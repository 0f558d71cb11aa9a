package org.relaycheck.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.state.HostState;

/** Asks many hosts, several at a time; the result does not depend on how many. */
public final class Survey {

  private final Source source;
  private final int parallel;
  private final Progress progress;

  /**
   * A survey that can be made several times.
   *
   * @param parallel how many hosts are asked at a time, at least 1
   */
  public Survey(Source source, int parallel, Progress progress) {
    this.source = source;
    this.parallel = parallel;
    this.progress = progress;
  }

  /**
   * What became of asking each host, by its key in the connections.
   *
   * @param now against which the age of answers is measured
   */
  public SortedMap<String, HostState> of(
      Collection<Connection> connections, List<Catalogue> catalogues, Instant now) {
    SortedMap<String, HostState> states = new TreeMap<>();
    if (connections.isEmpty()) {
      return states;
    }
    Typing typing = new Typing(catalogues, now);
    AtomicInteger done = new AtomicInteger();
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(parallel, connections.size()), Survey::thread);
    try {
      List<Future<HostState>> futures = new ArrayList<>();
      for (Connection connection : connections) {
        futures.add(
            threads.submit(
                () -> {
                  HostState state = typing.state(connection, source.ask(connection));
                  progress.done(connection.host(), done.incrementAndGet(), connections.size());
                  return state;
                }));
      }
      int next = 0;
      for (Connection connection : connections) {
        states.put(connection.host(), result(futures.get(next++)));
      }
      return states;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "relay-survey");
    thread.setDaemon(true);
    return thread;
  }

  /** A defect of an adapter must not hide the other hosts, nor pass as an answer. */
  private static HostState result(Future<HostState> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new HostState.Unread("the survey was interrupted", "run it again");
    } catch (ExecutionException defect) {
      return new HostState.Unread(
          "reading it failed inside this plugin: " + defect.getCause(),
          "please report this, with the file if it is a record");
    }
  }
}
