package org.relaycheck.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.YamlTree;

/** Reads how a PowerShell is reached by SSH. */
final class SshReader {

  private final Path file;
  private final PowerShellReader powershell;
  private final MappingFields fields;

  SshReader(Path file, PowerShellReader powershell, MappingFields fields) {
    this.file = file;
    this.powershell = powershell;
    this.fields = fields;
  }

  Optional<PowerShellWay.Ssh> ssh(String name) {
    Optional<String> address =
        fields.address("ssh", "the user goes into 'user', the port into 'port'");
    Optional<Integer> port = fields.port();
    Optional<String> user = fields.text("user", "relay-reader");
    Optional<String> credentials = fields.text("credentials", "exchange-ro");
    Optional<PowerShellWay.HostKeys> keys = keys();
    Optional<PowerShellWay.Ssh> jump = fields.tree("jump").flatMap(tree -> jump(tree, name));
    return address.map(host -> new PowerShellWay.Ssh(host, port, user, credentials, keys, jump));
  }

  private Optional<PowerShellWay.HostKeys> keys() {
    return fields
        .oneOf(List.of("hostKey", "knownHosts"))
        .flatMap(
            key ->
                key.equals("hostKey")
                    ? fingerprint().map(PowerShellWay.Fingerprint::new)
                    : fields.path(key, file).map(PowerShellWay.KnownHosts::new));
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

  private Optional<PowerShellWay.Ssh> jump(YamlTree tree, String name) {
    Optional<PowerShellWay> way = powershell.way(tree, name);
    Optional<PowerShellWay.Ssh> ssh =
        way.map(PowerShellWay::reach)
            .filter(PowerShellWay.Ssh.class::isInstance)
            .map(PowerShellWay.Ssh.class::cast);
    if (way.isPresent() && ssh.isEmpty()) {
      fields.holds("jump", false, "a powershell entry with 'ssh'");
    }
    return ssh;
  }
}
