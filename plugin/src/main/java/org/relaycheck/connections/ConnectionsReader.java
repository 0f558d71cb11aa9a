package org.relaycheck.connections;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.PolicyException;
import org.relaycheck.yaml.TextFile;
import org.relaycheck.yaml.YamlReader;
import org.relaycheck.yaml.YamlTree;

/** Reads a connections file: what holds for all, ways into PowerShell, and the hosts. */
public final class ConnectionsReader {

  private static final List<String> KEYS = List.of("defaults", "powershell", "hosts");

  private final Path folder;
  private final RegisteredServers registered;

  /** A reader for which relative paths begin where Java runs. */
  public ConnectionsReader() {
    this(Path.of(""));
  }

  /** A reader of files, some of whose hosts may be registered elsewhere. */
  public ConnectionsReader(RegisteredServers registered) {
    this.folder = Path.of("");
    this.registered = registered;
  }

  /** A reader for which relative paths begin in a folder; messages show them as they are given. */
  public ConnectionsReader(Path folder) {
    this.folder = folder;
    this.registered = new RegisteredServers.Unasked();
  }

  /** Where the file says that further hosts are registered. */
  public Optional<ServerRegistry> registry(Path named) throws PolicyException {
    FileProblems problems = new FileProblems();
    Path path = folder.resolve(named);
    Optional<ServerRegistry> registry =
        new TextFile(problems)
            .read(named.toString(), path)
            .flatMap(text -> new YamlReader(problems, "hosts:").read(named.toString(), text))
            .flatMap(
                root -> {
                  HostEntries entries = new HostEntries(path, registered, problems);
                  entries.of(root, named.toString());
                  return entries.registry(reader(path, root, problems));
                });
    problems.orThrow();
    return registry;
  }

  /** Reads a file; paths in it are relative to it. */
  public Connections read(Path named) throws PolicyException {
    FileProblems problems = new FileProblems();
    String shown = named.toString();
    Path path = folder.resolve(named);
    Map<String, HostConnection> hosts = new LinkedHashMap<>();
    Map<String, HostSurroundings> surroundings = new LinkedHashMap<>();
    new TextFile(problems)
        .read(shown, path)
        .flatMap(text -> new YamlReader(problems, "hosts:").read(shown, text))
        .ifPresent(
            root -> {
              HostReader reader = reader(path, root, problems);
              HostEntries entries = new HostEntries(path, registered, problems);
              for (YamlTree.Entry entry : entries.of(root, shown)) {
                reader.connection(entry).ifPresent(host -> hosts.put(entry.name(), host));
                surroundings.put(entry.name(), reader.surroundings(entry));
              }
              entries.unlisted().forEach(host -> hosts.put(host.host(), host));
            });
    problems.orThrow();
    return new Connections(hosts, surroundings);
  }

  private static HostReader reader(Path path, YamlTree.Mapping root, FileProblems problems) {
    NodeShape shape = new NodeShape(problems);
    for (YamlTree.Entry entry : root.entries()) {
      if (!KEYS.contains(entry.name())) {
        shape.unknownKey(entry, "the connections", KEYS);
      }
    }
    String example = "{org: {ssh: mgmt01.corp.example}}";
    List<YamlTree.Entry> named =
        root.get("powershell")
            .map(t -> shape.entries(t, "'powershell'", example))
            .orElse(List.of());
    HostDefaults defaults = HostDefaults.of(root, problems);
    PowerShellReader reader = new PowerShellReader(path, named, defaults, problems);
    reader.check();
    return new HostReader(path, reader, defaults, problems);
  }
}
