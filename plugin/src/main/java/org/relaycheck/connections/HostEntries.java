package org.relaycheck.connections;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.state.Address;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.TextFile;
import org.relaycheck.yaml.YamlTree;

/**
 * The hosts of a connections file: those that stand in it, and those that a file beside it lists.
 */
final class HostEntries {

  /** The key whose text is a file; a mapping there is a host that is called so. */
  private static final String FILE = "file";

  private static final String REGISTERED = "registeredServers";
  private static final String GROUP = "group";

  private final Path file;
  private final RegisteredServers registered;
  private final FileProblems problems;
  private final Map<String, Place> known = new HashMap<>();
  private final List<YamlTree.Entry> hosts = new ArrayList<>();

  private final List<HostConnection> unlisted = new ArrayList<>();
  private Optional<YamlTree.Scalar> registrar = Optional.empty();
  private Optional<YamlTree.Scalar> group = Optional.empty();

  HostEntries(Path file, RegisteredServers registered, FileProblems problems) {
    this.file = file;
    this.registered = registered;
    this.problems = problems;
  }

  /** Each host once, in the order of the files. */
  List<YamlTree.Entry> of(YamlTree.Mapping root, String shown) {
    List<YamlTree.Entry> stated =
        root.get("hosts")
            .map(
                tree ->
                    new NodeShape(problems).entries(tree, "'hosts'", "{EX01: {powershell: org}}"))
            .orElse(List.of());
    if (stated.isEmpty()) {
      problems.add(
          root.place(), "names no host; add one such as 'hosts: {EX01: {powershell: org}}'");
    }
    for (YamlTree.Entry entry : stated) {
      if (!(entry.value() instanceof YamlTree.Scalar text && isList(entry.name()))) {
        add(entry);
      } else if (entry.name().equals(FILE)) {
        listed(text, shown);
      } else if (named(text, entry.name())) {
        registrar = entry.name().equals(REGISTERED) ? Optional.of(text) : registrar;
        group = entry.name().equals(GROUP) ? Optional.of(text) : group;
      }
    }
    if (registrar.isEmpty() && group.isPresent()) {
      problems.add(group.get().place(), "'group' works only together with 'registeredServers'");
    }
    registrar.ifPresent(this::registered);
    return hosts;
  }

  private static boolean isList(String key) {
    return key.equals(FILE) || key.equals(REGISTERED) || key.equals(GROUP);
  }

  private boolean named(YamlTree.Scalar text, String key) {
    if (text.isNothing()) {
      new NodeShape(problems).expected(text, "'" + key + "'", "a name such as SQLCMS01");
    }
    return !text.isNothing();
  }

  /** Hosts that nobody could name, each with the reason; to be read after the others. */
  List<HostConnection> unlisted() {
    return unlisted;
  }

  /** Where hosts are registered: a host of the file, or whatever the text is the address of. */
  Optional<ServerRegistry> registry(HostReader reader) {
    return registrar
        .flatMap(
            text ->
                hosts.stream()
                    .filter(host -> Address.folded(host.name()).equals(folded(text)))
                    .findFirst()
                    .or(() -> SqlServerName.of(text.text()).map(name -> name.entry(text.place()))))
        .flatMap(reader::connection)
        .map(host -> new ServerRegistry(host, group.map(YamlTree.Scalar::text)));
  }

  private static String folded(YamlTree.Scalar text) {
    return Address.folded(text.text());
  }

  /** A host that the file states itself is reached as it says there. */
  private void registered(YamlTree.Scalar by) {
    if (registered instanceof RegisteredServers.Unread unread) {
      unlisted.add(
          unlisted("registered servers of " + by.text(), unread.why(), unread.fix(), by.place()));
    } else if (registered instanceof RegisteredServers.Listed listed) {
      for (String name : listed.names()) {
        SqlServerName.of(name)
            .ifPresentOrElse(
                server -> {
                  YamlTree.Entry entry = server.entry(by.place());
                  if (known.putIfAbsent(Address.folded(entry.name()), by.place()) == null) {
                    hosts.add(entry);
                  }
                },
                () ->
                    unlisted.add(
                        unlisted(
                            name,
                            "it is registered at " + by.text() + " by no address of a SQL Server",
                            "state under 'hosts' how it is reached",
                            by.place())));
      }
    }
  }

  private static HostConnection unlisted(String name, String why, String fix, Place place) {
    return new HostConnection(
        name, name, new HostWay.Unlisted(why, fix), Optional.empty(), false, place);
  }

  private void listed(YamlTree.Scalar name, String shown) {
    if (!named(name, FILE)) {
      return;
    }
    try {
      Path listed = file.resolveSibling(name.text()).normalize();
      String told = Path.of(shown).resolveSibling(name.text()).normalize().toString();
      Optional<String> text = new TextFile(problems).read(told, listed);
      text.map(one -> new ListedHosts(told, problems).read(one))
          .ifPresent(found -> found.forEach(this::add));
    } catch (InvalidPathException noPath) {
      new NodeShape(problems).expected(name, "'file'", "a path such as instances.csv");
    }
  }

  private void add(YamlTree.Entry host) {
    Place before = known.putIfAbsent(Address.folded(host.name()), host.place());
    if (before == null) {
      hosts.add(host);
    } else {
      problems.add(
          host.place(),
          "host '" + host.name() + "' is stated at " + before + " already; keep one of them");
    }
  }
}
