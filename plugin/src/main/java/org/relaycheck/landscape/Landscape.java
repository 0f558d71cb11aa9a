package org.relaycheck.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a rule can see: servers, and what is known of what is on them. */
public final class World {

  private final Map<String, Server> servers = new LinkedHashMap<>();

  private final Deliveries deliveries;

  World(List<Server> servers) {
    servers.forEach(server -> this.servers.put(server.host(), server));
    this.deliveries = new Deliveries(servers);
  }

  /** All servers, sorted by host. */
  public List<Server> servers() {
    return List.copyOf(servers.values());
  }

  /** Where the mail of accounts goes. */
  Deliveries deliveries() {
    return deliveries;
  }

  /** The server of a host. */
  public Optional<Server> server(String host) {
    return Optional.ofNullable(servers.get(host));
  }
}
