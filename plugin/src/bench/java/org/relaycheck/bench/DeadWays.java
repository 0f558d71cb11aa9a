package org.relaycheck.bench;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.jdbc.SqlServerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.state.Place;

/**
 * Asks SQL Servers that accept a connection and never say anything, all with one login.
 *
 * <p>Arguments: how many, and the seconds of their deadline.
 */
public final class DeadWays {

  private DeadWays() {}

  public static void main(String[] arguments) throws Exception {
    int number = Integer.parseInt(arguments[0]);
    Duration deadline = Duration.ofSeconds(Integer.parseInt(arguments[1]));
    List<ServerSocket> dead = new ArrayList<>();
    List<HostConnection> connections = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      dead.add(socket);
      connections.add(connection("SQL" + i, socket.getLocalPort(), deadline));
    }
    LoginAccount reader =
        new LoginAccount(
            Optional.of("reader"), Optional.of("of no use"), Optional.empty(), Optional.empty());
    long start = System.nanoTime();
    try (SqlServerSource source =
        new SqlServerSource(
            List.of(), id -> Optional.of(reader), new LoginGate(), Clock.systemUTC())) {
      Map<String, HostAnswer> asked =
          new Survey(source, number, SurveyProgress.silent()).answers(connections);
      System.out.printf(
          "%d dead ways of one login, deadline %ds: seconds %.1f, unread %d%n",
          number,
          deadline.toSeconds(),
          (System.nanoTime() - start) / 1e9,
          asked.values().stream().filter(HostAnswer.Failed.class::isInstance).count());
    }
    for (ServerSocket socket : dead) {
      socket.close();
    }
  }

  private static HostConnection connection(String host, int port, Duration deadline) {
    HostWay.SqlServer way =
        new HostWay.SqlServer(
            "localhost",
            Optional.of(port),
            new HostWay.Login(HostWay.Auth.SQL, Optional.of("sql-reader")),
            Map.of(),
            Optional.of(deadline));
    return new HostConnection(
        host, host, way, Optional.empty(), false, new Place("relay-connections.yaml", 1, 1));
  }
}
