package org.relaycheck.landscape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.landscape.input.NotKnownException;

/** The mail flow: servers, what is known of what is on them, and where mail goes. */
public final class Landscape {

  private final Map<String, Server> servers = new LinkedHashMap<>();

  private final Deliveries deliveries;

  Landscape(List<Server> servers) {
    servers.forEach(server -> this.servers.put(server.host(), server));
    this.deliveries = new Deliveries(servers);
  }

  /** One of which nothing is known. */
  public static Landscape unknown() {
    return new Landscape(List.of());
  }

  /** All servers, sorted by host. */
  public List<Server> servers() {
    return List.copyOf(servers.values());
  }

  /** The server of a host. */
  public Optional<Server> server(String host) {
    return Optional.ofNullable(servers.get(host));
  }

  /** Every receive connector that is known to be there. */
  public List<Connector> connectors() {
    return servers.values().stream().flatMap(server -> server.connectors().stream()).toList();
  }

  /** Every mail account that is known to be there. */
  public List<Account> accounts() {
    return servers.values().stream().flatMap(server -> server.accounts().stream()).toList();
  }

  /**
   * All ways of an account's mail; at least one. It is not known where no server that was asked
   * answers for the name that the account calls.
   */
  public List<Delivery> deliveries(Account account) throws NotKnownException {
    return deliveries.of(account);
  }
}
