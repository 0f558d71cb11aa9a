package org.relaycheck.live;

import java.util.List;
import java.util.Map;

/** A source that leaves each way to the one source that knows it. */
public final class Switchboard implements Source {

  private final Source recorded;
  private final Source sqlServer;
  private final Source local;
  private final Source ssh;

  /**
   * A switchboard.
   *
   * @param recorded knows files
   * @param sqlServer knows SQL Servers
   * @param local knows doors to a shell on this machine
   * @param ssh knows all other doors
   */
  public Switchboard(Source recorded, Source sqlServer, Source local, Source ssh) {
    this.recorded = recorded;
    this.sqlServer = sqlServer;
    this.local = local;
    this.ssh = ssh;
  }

  @Override
  public Asked ask(Connection connection) {
    return of(connection.way()).ask(connection);
  }

  @Override
  public Map<Connection, Asked> ask(List<Connection> oneWay) {
    return of(oneWay.get(0).way()).ask(oneWay);
  }

  private Source of(Way way) {
    if (way instanceof Way.Recorded) {
      return recorded;
    }
    if (way instanceof Way.Through through) {
      return through.door().reach() instanceof Door.Local ? local : ssh;
    }
    return sqlServer;
  }
}
