package org.relaycheck.policy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.live.Connection;
import org.relaycheck.state.Surroundings;

/** Reads a connections file: doors, and the hosts behind them. */
public final class ConnectionsReader {

  private static final List<String> KEYS = List.of("doors", "hosts");

  private final Path folder;

  /** A reader for which relative paths begin where Java runs. */
  public ConnectionsReader() {
    this(Path.of(""));
  }

  /** A reader for which relative paths begin in a folder; messages show them as they are given. */
  public ConnectionsReader(Path folder) {
    this.folder = folder;
  }

  /** Reads a file; paths in it are relative to it. */
  public Connections read(Path named) throws PolicyException {
    Problems problems = new Problems();
    String shown = named.toString();
    Path path = folder.resolve(named);
    Map<String, Connection> hosts = new LinkedHashMap<>();
    Map<String, Surroundings> surroundings = new LinkedHashMap<>();
    new TextFile(problems)
        .read(shown, path)
        .flatMap(text -> new YamlReader(problems, "hosts:").read(shown, text))
        .ifPresent(
            root -> {
              HostReader reader = reader(path, root, problems);
              for (Tree.Entry entry : hosts(root, problems)) {
                reader.connection(entry).ifPresent(host -> hosts.put(entry.name(), host));
                surroundings.put(entry.name(), reader.surroundings(entry));
              }
            });
    problems.orThrow();
    return new Connections(hosts, surroundings);
  }

  private static HostReader reader(Path path, Tree.Mapping root, Problems problems) {
    Shape shape = new Shape(problems);
    for (Tree.Entry entry : root.entries()) {
      if (!KEYS.contains(entry.name())) {
        shape.unknownKey(entry, "the connections", KEYS);
      }
    }
    String example = "{org: {ssh: mgmt01.corp.example}}";
    List<Tree.Entry> doors =
        root.get("doors").map(t -> shape.entries(t, "'doors'", example)).orElse(List.of());
    DoorReader reader = new DoorReader(path, doors, problems);
    reader.check();
    return new HostReader(path, reader, problems);
  }

  private static List<Tree.Entry> hosts(Tree.Mapping root, Problems problems) {
    Shape shape = new Shape(problems);
    List<Tree.Entry> hosts =
        root.get("hosts")
            .map(t -> shape.entries(t, "'hosts'", "{EX01: {door: org}}"))
            .orElse(List.of());
    if (hosts.isEmpty()) {
      problems.add(root.place(), "names no host; add one such as 'hosts: {EX01: {door: org}}'");
    }
    return hosts;
  }
}
