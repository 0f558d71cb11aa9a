package org.relaycheck.jdbc;

import java.util.Optional;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.live.register.ServerRegister;

/**
 * The servers that are registered at a central management server.
 *
 * @param source the servers, asked with the same logins
 */
public record SqlServerRegister(SqlServerSource source) implements ServerRegister {

  @Override
  public RegisteredServers registered(HostConnection server, Optional<String> group) {
    if (!(server.way() instanceof HostWay.SqlServer)) {
      return new RegisteredServers.Unread(
          server.host() + " is no SQL Server that is asked directly",
          "state it with 'sqlserver', or name a file that lists the hosts: 'file: instances.csv'");
    }
    RegisterInquiry inquiry = new RegisterInquiry(group);
    HostAnswer asked = source.ask(server, inquiry);
    return asked instanceof HostAnswer.Failed failed
        ? new RegisteredServers.Unread(failed.why(), failed.fix())
        : inquiry.registered(server.host());
  }
}
