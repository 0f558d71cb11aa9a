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
import java.util.function.BiFunction;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.state.HostState;

/** Asks many hosts, several at a time; the result does not depend on how many. */
public final class Survey {

  private final AnswerSource source;
  private final int parallel;
  private final SurveyProgress progress;

  /**
   * A survey that can be made several times.
   *
   * @param parallel how many hosts are asked at a time, at least 1
   */
  public Survey(AnswerSource source, int parallel, SurveyProgress progress) {
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
      Collection<HostConnection> connections, List<Catalogue> catalogues, Instant now) {
    return gather(connections, new AnswerTyping(catalogues, now)::state);
  }

  /** The same with how it came about. */
  public SortedMap<String, TimedAnswer> heard(
      Collection<HostConnection> connections, List<Catalogue> catalogues, Instant now) {
    return gather(connections, new AnswerTyping(catalogues, now)::heard);
  }

  /** The answers as they came, by the host's key in the connections. */
  public SortedMap<String, HostAnswer> answers(Collection<HostConnection> connections) {
    return gather(connections, (connection, asked) -> asked);
  }

  private <R> SortedMap<String, R> gather(
      Collection<HostConnection> connections, BiFunction<HostConnection, HostAnswer, R> reading) {
    SortedMap<String, R> results = new TreeMap<>();
    if (connections.isEmpty()) {
      return results;
    }
    Map<HostWay, List<HostConnection>> groups = new LinkedHashMap<>();
    connections.forEach(
        connection ->
            groups.computeIfAbsent(connection.way(), way -> new ArrayList<>()).add(connection));
    Asking<R> asking = new Asking<>(reading, connections.size());
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(parallel, groups.size()), Survey::thread);
    try {
      List<Future<Map<String, R>>> futures = new ArrayList<>();
      groups.values().forEach(group -> futures.add(threads.submit(() -> asking.of(group))));
      Iterator<Future<Map<String, R>>> next = futures.iterator();
      groups.values().forEach(group -> results.putAll(asking.result(group, next.next())));
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /** One survey under way. */
  private final class Asking<R> {

    private final BiFunction<HostConnection, HostAnswer, R> reading;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();

    Asking(BiFunction<HostConnection, HostAnswer, R> reading, int all) {
      this.reading = reading;
      this.all = all;
    }

    Map<String, R> of(List<HostConnection> group) {
      group.forEach(connection -> progress.asking(connection.host()));
      Map<HostConnection, HostAnswer> asked = source.ask(group);
      Map<String, R> results = new HashMap<>();
      for (HostConnection connection : group) {
        HostAnswer what = asked.get(connection);
        results.put(
            connection.host(),
            reading.apply(
                connection, what == null ? failed("there is no answer for this host") : what));
        progress.done(connection.host(), done.incrementAndGet(), all);
      }
      return results;
    }

    /** A defect of an adapter must not hide the other hosts, nor pass as an answer. */
    Map<String, R> result(List<HostConnection> group, Future<Map<String, R>> future) {
      try {
        return future.get();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return each(group, new HostAnswer.Failed("the survey was interrupted", "run it again"));
      } catch (ExecutionException defect) {
        return each(group, failed("reading it failed inside this plugin: " + defect.getCause()));
      }
    }

    private Map<String, R> each(List<HostConnection> group, HostAnswer.Failed failed) {
      Map<String, R> results = new HashMap<>();
      group.forEach(host -> results.put(host.host(), reading.apply(host, failed)));
      return results;
    }

    private static HostAnswer.Failed failed(String why) {
      return new HostAnswer.Failed(why, "please report this, with the file if it is a record");
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "relay-survey");
    thread.setDaemon(true);
    return thread;
  }
}
