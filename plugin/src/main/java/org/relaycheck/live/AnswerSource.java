package org.relaycheck.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A port to something that can be asked about hosts. Never throws for a source that is down. */
public interface AnswerSource {

  /** Asks what a connection leads to. */
  HostAnswer ask(HostConnection connection);

  /**
   * Asks about several hosts to which the same way leads. A source that can answer for all at once
   * does.
   *
   * @return what became of each
   */
  default Map<HostConnection, HostAnswer> ask(List<HostConnection> oneWay) {
    Map<HostConnection, HostAnswer> asked = new LinkedHashMap<>();
    oneWay.forEach(connection -> asked.put(connection, ask(connection)));
    return asked;
  }
}
