package org.relaycheck.ssh;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.relaycheck.powershell.ShellDeadlines;

/**
 * Work at the end of a way, done in a thread of its own: the library swallows interrupts, so
 * whoever waits must not be the one who works.
 *
 * @param way the machines on the way
 * @param home what the user has for SSH
 * @param admitted when a login may be tried
 * @param deadlines how long it may take
 */
record RemoteWork(
    List<SshHop> way, SshHome home, SshShell.Admitted admitted, ShellDeadlines deadlines) {

  RemoteWork {
    way = List.copyOf(way);
  }

  /** What is to be done there. */
  interface Work<T> {
    T on(SshConnection link) throws RefusedConnection, InterruptedException;
  }

  /** Does it; an interrupt cuts the connection at once. */
  <T> T run(Work<T> work) throws RefusedConnection, InterruptedException {
    SshConnection link = new SshConnection(way.get(way.size() - 1), deadlines);
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              try (link) {
                link.open(way, home, admitted);
                return work.on(link);
              }
            });
    Thread thread = new Thread(task, "relay-ssh");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      link.cut();
      task.cancel(true); // the library misses a cut while it waits for a channel to open
      throw stopped;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RefusedConnection refused) {
        throw refused;
      }
      throw new IllegalStateException("the SSH client failed", failed.getCause());
    }
  }
}
