package org.relaycheck.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user who runs the program has for SSH.
 *
 * @param knownHosts the list of host keys for machines that name none
 * @param agent the socket of an agent; empty if none runs, or on Windows, where it has a fixed name
 */
public record SshHome(Path knownHosts, Optional<Path> agent) {

  /** The home of the user who runs this. */
  public static SshHome ofUser() {
    return new SshHome(
        Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"),
        Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")).map(Path::of));
  }
}
