package org.relaycheck.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.AskingStage;
import org.relaycheck.powershell.ShellDeadlines;

/** An SSH connection with all the machines on its way, which can be cut at any time. */
final class SshConnection implements AutoCloseable {

  private static final Duration MOST_QUIET = Duration.ofSeconds(15);
  private static final int QUIET_TIMES = 4;

  private final SshHop goal;
  private final ConnectionSockets lines;
  private final ShellDeadlines deadlines;
  private final List<Session> sessions = new ArrayList<>();

  /** A connection that is not yet open. */
  SshConnection(SshHop goal, ShellDeadlines deadlines) {
    this.goal = goal;
    this.deadlines = deadlines;
    this.lines = new ConnectionSockets(deadlines.connect());
  }

  /** Connects, through every machine on the way. */
  void open(List<SshHop> way, SshHome home, SshShell.Admitted admitted) throws RefusedConnection {
    try (ConnectionWatchdog watchdog = new ConnectionWatchdog(deadlines.connect(), lines::cut)) {
      for (SshHop hop : way) {
        try {
          enter(hop, home, admitted, watchdog);
        } catch (RefusedConnection refused) {
          throw hop.equals(goal) ? refused : refused.onTheWay();
        }
      }
    }
  }

  /** The session with the last machine. */
  Session session() {
    return sessions.get(sessions.size() - 1);
  }

  /** A channel that is not yet open. */
  <C extends Channel> C channel(String type, Class<C> kind) throws RefusedConnection {
    try {
      Channel channel = session().openChannel(type);
      if (kind.isInstance(channel)) {
        return kind.cast(channel);
      }
      throw notStarted(); // the library answers nothing if the connection is lost
    } catch (JSchException complaint) {
      throw notStarted();
    }
  }

  /** Opens a channel and starts what it runs. */
  void start(Channel channel) throws RefusedConnection {
    try (ConnectionWatchdog watchdog = new ConnectionWatchdog(deadlines.connect(), lines::cut)) {
      try {
        channel.connect(Math.toIntExact(deadlines.connect().toMillis()));
      } catch (JSchException complaint) {
        throw watchdog.bitten() ? SshErrorText.slow(goal, AskingStage.SHELL) : notStarted();
      }
    }
  }

  private RefusedConnection notStarted() {
    if (!session().isConnected()) {
      return RefusedConnection.at(
          AskingStage.SHELL,
          goal + " accepts the login and then ends the connection",
          "run it again; if it stays so, check the log of the SSH server there, and at firewalls"
              + " in between");
    }
    return RefusedConnection.at(
        AskingStage.SHELL,
        goal + " accepts the login but starts nothing",
        "check MaxSessions, ForceCommand and the subsystems in its sshd_config, and that the"
            + " account may log in there");
  }

  /** Ends it at once and for ever, whatever anybody waits for. */
  void cut() {
    lines.cut();
  }

  private void enter(
      SshHop hop, SshHome home, SshShell.Admitted admitted, ConnectionWatchdog watchdog)
      throws RefusedConnection {
    JSch jsch = new JSch(); // its own keys, host keys and settings
    SshLogins.prepare(jsch, hop, home);
    HostKeys keys =
        HostKeys.of(
            jsch, hop, home.knownHosts(), () -> watchdog.whileOthersGo(() -> admitted.enter(hop)));
    try {
      Session session = jsch.getSession(hop.user(), hop.ssh().address(), hop.port());
      Optional<Session> before = sessions.isEmpty() ? Optional.empty() : Optional.of(session());
      before.ifPresent(through -> session.setProxy(new JumpTunnel(through, lines)));
      sessions.add(session);
      prepare(session, hop, keys);
      session.connect(Math.toIntExact(deadlines.connect().toMillis()));
      admitted.letIn(hop);
      watchForSilence(session);
    } catch (JSchException complaint) {
      throw watchdog.bitten()
          ? SshErrorText.slow(hop, keys.isShown() ? AskingStage.LOGIN : AskingStage.PORT)
          : SshErrorText.of(complaint, hop, keys, lines.broken());
    }
  }

  private void prepare(Session session, SshHop hop, HostKeys keys) throws JSchException {
    session.setSocketFactory(lines);
    session.setDaemonThread(true); // a stuck session must not keep Maven alive
    session.setHostKeyRepository(keys);
    SshLogins.apply(session, hop);
    session.setConfig("StrictHostKeyChecking", "yes"); // last: any other word lets strangers in
  }

  /**
   * Not before it is connected: JSch gives up a key exchange that takes longer than the interval.
   */
  private void watchForSilence(Session session) throws JSchException {
    Duration part = deadlines.silence().dividedBy(QUIET_TIMES + 1L);
    Duration quiet = part.compareTo(MOST_QUIET) < 0 ? part : MOST_QUIET;
    session.setServerAliveInterval(Math.toIntExact(quiet.toMillis()));
    session.setServerAliveCountMax(QUIET_TIMES);
  }

  /** Says goodbye, but not for long. */
  @Override
  public void close() {
    try (ConnectionWatchdog watchdog = new ConnectionWatchdog(deadlines.grace(), lines::cut)) {
      for (int i = sessions.size() - 1; i >= 0 && !watchdog.bitten(); i--) {
        sessions.get(i).disconnect();
      }
    }
    lines.cut();
  }
}
