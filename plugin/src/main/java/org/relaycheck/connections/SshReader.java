package org.relaycheck.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.Door;

/** Reads how a door is reached by SSH. */
final class SshReader {

  private final Path file;
  private final DoorReader doors;
  private final Fields fields;

  SshReader(Path file, DoorReader doors, Fields fields) {
    this.file = file;
    this.doors = doors;
    this.fields = fields;
  }

  Optional<Door.Ssh> ssh(String name) {
    Optional<String> address =
        fields.address("ssh", "the user goes into 'user', the port into 'port'");
    Optional<Integer> port = fields.port();
    Optional<String> user = fields.text("user", "relay-reader");
    Optional<String> credentials = fields.text("credentials", "exchange-ro");
    Optional<Door.HostKeys> keys = keys();
    Optional<Door.Ssh> jump = fields.tree("jump").flatMap(tree -> jump(tree, name));
    return address.map(host -> new Door.Ssh(host, port, user, credentials, keys, jump));
  }

  private Optional<Door.HostKeys> keys() {
    return fields
        .oneOf(List.of("hostKey", "knownHosts"))
        .flatMap(
            key ->
                key.equals("hostKey")
                    ? fingerprint().map(Door.Fingerprint::new)
                    : fields.path(key, file).map(Door.KnownHosts::new));
  }

  private Optional<String> fingerprint() {
    return fields
        .text("hostKey", "'SHA256:...'")
        .filter(
            text ->
                fields.holds(
                    "hostKey",
                    text.startsWith("SHA256:"),
                    "a fingerprint 'SHA256:...' as ssh-keygen -l shows it"));
  }

  private Optional<Door.Ssh> jump(Tree tree, String name) {
    Optional<Door> door = doors.door(tree, name);
    Optional<Door.Ssh> ssh =
        door.map(Door::reach).filter(Door.Ssh.class::isInstance).map(Door.Ssh.class::cast);
    if (door.isPresent() && ssh.isEmpty()) {
      fields.holds("jump", false, "a door with 'ssh'");
    }
    return ssh;
  }
}
