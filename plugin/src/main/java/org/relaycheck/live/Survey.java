package org.relaycheck.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * What became of asking each host, by its key in the connections. Hosts behind one way are asked
   * together.
   *
   * @param now against which the age of answers is measured
   */
  public SortedMap<String, HostState> of(
      Collection<Connection> connections, List<Catalogue> catalogues, Instant now) {
    SortedMap<String, HostState> states = new TreeMap<>();
    if (connections.isEmpty()) {
      return states;
    }
    Map<Way, List<Connection>> groups = new LinkedHashMap<>();
    connections.forEach(
        connection ->
            groups.computeIfAbsent(connection.way(), way -> new ArrayList<>()).add(connection));
    Asking asking = new Asking(new Typing(catalogues, now), connections.size());
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(parallel, groups.size()), Survey::thread);
    try {
      List<Future<Map<String, HostState>>> futures = new ArrayList<>();
      groups.values().forEach(group -> futures.add(threads.submit(() -> asking.of(group))));
      Iterator<Future<Map<String, HostState>>> next = futures.iterator();
      groups.values().forEach(group -> states.putAll(result(group, next.next())));
      return SameServer.told(states);
    } finally {
      threads.shutdownNow();
    }
  }

  /** One survey under way. */
  private final class Asking {

    private final Typing typing;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();

    Asking(Typing typing, int all) {
      this.typing = typing;
      this.all = all;
    }

    Map<String, HostState> of(List<Connection> group) {
      Map<Connection, Asked> asked = source.ask(group);
      Map<String, HostState> states = new HashMap<>();
      for (Connection connection : group) {
        Asked what = asked.get(connection);
        states.put(connection.host(), typing.state(connection, what == null ? unasked() : what));
        progress.done(connection.host(), done.incrementAndGet(), all);
      }
      return states;
    }

    private static Asked unasked() {
      return new Asked.Failed("the source says nothing of this host", "please report this");
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "relay-survey");
    thread.setDaemon(true);
    return thread;
  }

  /** A defect of an adapter must not hide the other hosts, nor pass as an answer. */
  private static Map<String, HostState> result(
      List<Connection> group, Future<Map<String, HostState>> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return each(group, "the survey was interrupted", "run it again");
    } catch (ExecutionException defect) {
      return each(
          group,
          "reading it failed inside this plugin: " + defect.getCause(),
          "please report this, with the file if it is a record");
    }
  }

  private static Map<String, HostState> each(List<Connection> group, String why, String fix) {
    Map<String, HostState> states = new HashMap<>();
    group.forEach(connection -> states.put(connection.host(), new HostState.Unread(why, fix)));
    return states;
  }
}
