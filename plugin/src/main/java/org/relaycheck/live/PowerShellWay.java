package org.relaycheck.live;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Place;

/**
 * A shell that leads to an Exchange organisation or to one Edge server.
 *
 * @param name its key in the connections; the host's where it is stated in a host
 * @param reach how to come to the shell
 * @param session how the cmdlets come into the shell; empty for whatever is found there
 * @param domainController the one to use for all calls
 * @param deadline how long it may take; empty for the program's own choice
 * @param place where it stands in the connections
 */
public record PowerShellWay(
    String name,
    Reach reach,
    Optional<Session> session,
    Optional<String> domainController,
    Optional<Duration> deadline,
    Place place) {

  /** The ids of the accounts that it takes to come through. */
  public List<String> credentials() {
    if (reach instanceof Local local) {
      return local.credentials().stream().toList();
    }
    return reach instanceof Fetch fetch ? ids(fetch.ssh()) : ids((Ssh) reach);
  }

  private static List<String> ids(Ssh ssh) {
    List<String> ids = new ArrayList<>(ssh.jump().map(PowerShellWay::ids).orElse(List.of()));
    ssh.credentials().ifPresent(ids::add);
    return ids;
  }

  /** How to come to a shell, or to what it has written. */
  public sealed interface Reach {}

  /**
   * SSH.
   *
   * @param address a host name or an IP address
   * @param port empty for 22
   * @param user empty for the one that the credentials name
   * @param credentials the id of a server in settings.xml
   * @param keys which host keys are trusted; empty for the user's own list
   * @param jump a machine to go through
   */
  public record Ssh(
      String address,
      Optional<Integer> port,
      Optional<String> user,
      Optional<String> credentials,
      Optional<HostKeys> keys,
      Optional<Ssh> jump)
      implements Reach {}

  /**
   * A shell on this machine.
   *
   * @param credentials the id of a server in settings.xml, for the session; empty for this user
   */
  public record Local(Optional<String> credentials) implements Reach {}

  /**
   * A record that is kept on another machine.
   *
   * @param ssh how to come there
   * @param path of the record there
   */
  public record Fetch(Ssh ssh, String path) implements Reach {}

  /** Host keys that are trusted. */
  public sealed interface HostKeys {}

  /** One key, by its fingerprint {@code SHA256:...}. */
  public record Fingerprint(String text) implements HostKeys {}

  /** A file as OpenSSH keeps it. */
  public record KnownHosts(Path file) implements HostKeys {}

  /** How Exchange's cmdlets come into a shell. */
  public sealed interface Session {}

  /** The organisation's remote PowerShell. */
  public record Endpoint(URI uri) implements Session {}

  /** The Edge server's own snap-in. */
  public record Edge() implements Session {}

  /** A snap-in of this name. */
  public record Snapin(String name) implements Session {}
}
