package org.relaycheck.powershell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.PowerShellWay;

/**
 * What one PowerShell is asked, once for all its hosts.
 *
 * @param session how Exchange's cmdlets come into the shell; empty for whatever is found there
 * @param domainController the one to ask; empty for the one that answers
 * @param servers whose connectors are wanted whole; empty for every server's
 * @param login for the endpoint, where the session has no network credentials of its own; dropped
 *     where there is no endpoint to send it to
 * @param patience how long the endpoint may take to open a session
 */
public record ShellQuestion(
    Optional<PowerShellWay.Session> session,
    Optional<String> domainController,
    List<String> servers,
    Optional<EndpointLogin> login,
    Duration patience) {

  /** A user and password for the endpoint. */
  public record EndpointLogin(String user, String password) {

    /** The login of an account that has both; empty for one that lacks either. */
    public static Optional<EndpointLogin> of(LoginAccount account) {
      return account
          .endpointUser()
          .or(account::user)
          .flatMap(user -> account.password().map(word -> new EndpointLogin(user, word)));
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "EndpointLogin[" + user + "]";
    }
  }

  public ShellQuestion {
    servers = List.copyOf(servers);
    login = takesLogin(session) ? login : Optional.empty();
  }

  /** Whether there may be an endpoint: snap-ins work as the user of the shell. */
  static boolean takesLogin(Optional<PowerShellWay.Session> session) {
    return session.isEmpty() || session.get() instanceof PowerShellWay.Endpoint;
  }

  /**
   * The collector's parameters, one a line.
   *
   * @throws IllegalArgumentException for a line break in one of them
   */
  public String parameters() {
    List<String> lines = new ArrayList<>();
    session.ifPresent(way -> lines.addAll(way(way)));
    domainController.ifPresent(name -> lines.add("domainController=" + name));
    login.ifPresent(some -> lines.add("user=" + some.user()));
    servers.forEach(name -> lines.add("server=" + name));
    lines.add("patience=" + Math.max(1, patience.toSeconds()));
    lines.add(EchoEncoding.PARAMETER);
    for (String line : lines) {
      if (line.chars().anyMatch(c -> c == '\n' || c == '\r')) {
        throw new IllegalArgumentException("a line break in " + line);
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> way(PowerShellWay.Session session) {
    if (session instanceof PowerShellWay.Endpoint endpoint) {
      return List.of("way=endpoint", "endpoint=" + endpoint.uri().toASCIIString());
    }
    return session instanceof PowerShellWay.Snapin snapin
        ? List.of("way=snapin", "snapin=" + snapin.name())
        : List.of("way=edge");
  }

  /** The password for the endpoint. */
  public Optional<String> secret() {
    return login.map(EndpointLogin::password);
  }
}
