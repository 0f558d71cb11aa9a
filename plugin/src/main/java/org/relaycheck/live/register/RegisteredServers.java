package org.relaycheck.live.register;

import java.util.List;

/** What became of asking which servers are registered. */
public sealed interface RegisteredServers {

  /**
   * They were listed.
   *
   * @param names as they were registered, such as {@code sql01.corp.example\REPORTING,14330}; at
   *     least one
   */
  record Listed(List<String> names) implements RegisteredServers {
    public Listed {
      names = List.copyOf(names);
    }
  }

  /**
   * They were not.
   *
   * @param why what happened
   * @param fix what to do about it
   */
  record Unread(String why, String fix) implements RegisteredServers {}

  /** Nobody asked, since no file wants it or the goal asks no server. */
  record Unasked() implements RegisteredServers {}
}
