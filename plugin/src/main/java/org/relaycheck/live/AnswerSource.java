package org.relaycheck.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A port to something that can be asked about hosts. Never throws for a source that is down. */
public interface Source {

  /** Asks what a connection leads to. */
  Asked ask(Connection connection);

  /**
   * Asks about several hosts to which the same way leads. A source that can answer for all at once
   * does.
   *
   * @return what became of each
   */
  default Map<Connection, Asked> ask(List<Connection> oneWay) {
    Map<Connection, Asked> asked = new LinkedHashMap<>();
    oneWay.forEach(connection -> asked.put(connection, ask(connection)));
    return asked;
  }
}
