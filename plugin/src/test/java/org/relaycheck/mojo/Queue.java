package org.relaycheck.mojo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** An order in which hosts answer: each only after the one before it. */
final class Queue {

  private final List<String> order;
  private final Map<String, CountDownLatch> answered = new HashMap<>();

  private Queue(List<String> order) {
    this.order = order;
    order.forEach(host -> answered.put(host, new CountDownLatch(1)));
  }

  /** Nobody waits. */
  static Queue none() {
    return new Queue(List.of());
  }

  static Queue shuffled(List<String> hosts, long seed) {
    List<String> order = new ArrayList<>(hosts);
    Collections.shuffle(order, new Random(seed));
    return new Queue(order);
  }

  /** Waits for the one before. */
  void await(String host) throws InterruptedException {
    int place = order.indexOf(host);
    if (place > 0) {
      answered.get(order.get(place - 1)).await();
    }
  }

  void answered(String host) {
    if (answered.containsKey(host)) {
      answered.get(host).countDown();
    }
  }
}
