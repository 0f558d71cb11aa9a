package org.relaycheck.standin.tds;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server has seen so far, on all its connections. */
final class Journal {
  private final List<Login> logins = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger attentions = new AtomicInteger();

  void login(Login login) {
    logins.add(login);
  }

  void request(Request request) {
    requests.add(request);
  }

  void attention() {
    attentions.incrementAndGet();
  }

  /** The script, or the server itself, did not know what to do. */
  void failure(Throwable failure) {
    failures.add(failure);
  }

  List<Login> logins() {
    return List.copyOf(logins);
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<Throwable> failures() {
    return List.copyOf(failures);
  }

  int attentions() {
    return attentions.get();
  }
}
