package org.relaycheck.connections;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.live.PowerShellWay.Session;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** Reads the entries of {@code powershell}, which hosts and other entries name. */
final class PowerShellReader {

  private static final List<String> KEYS =
      List.of(
          "ssh",
          "local",
          "fetch",
          "port",
          "user",
          "credentials",
          "hostKey",
          "knownHosts",
          "jump",
          "endpoint",
          "edge",
          "snapin",
          "domainController",
          "deadline");
  private static final List<String> SSH_KEYS =
      List.of("port", "user", "hostKey", "knownHosts", "jump", "fetch");
  private static final List<String> SESSION_KEYS = List.of("endpoint", "edge", "snapin");

  private final Path file;
  private final HostDefaults defaults;
  private final FileProblems problems;
  private final Map<String, YamlTree> named = new LinkedHashMap<>();
  private final Map<String, Optional<PowerShellWay>> read = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  PowerShellReader(
      Path file, List<YamlTree.Entry> entries, HostDefaults defaults, FileProblems problems) {
    this.file = file;
    this.defaults = defaults;
    this.problems = problems;
    entries.forEach(entry -> named.put(entry.name(), entry.value()));
  }

  /** Looks at all of them, so that one that nobody names is checked too. */
  void check() {
    named.forEach((name, tree) -> way(name, tree));
  }

  /** The way of a name, or one that is stated in place, which then is named like what holds it. */
  Optional<PowerShellWay> way(YamlTree tree, String holder) {
    if (!(tree instanceof YamlTree.Scalar name)) {
      return make(holder, tree);
    }
    YamlTree known = named.get(name.text());
    if (known == null) {
      problems.add(
          tree.place(),
          "there is no powershell entry '"
              + name.text()
              + "'"
              + Suggestion.ending(name.text(), named.keySet()));
      return Optional.empty();
    }
    if (open.contains(name.text())) {
      problems.add(
          tree.place(),
          "these powershell entries jump through each other: "
              + String.join(" -> ", open)
              + " -> "
              + name.text());
      return Optional.empty();
    }
    return way(name.text(), known);
  }

  private Optional<PowerShellWay> way(String name, YamlTree tree) {
    Optional<PowerShellWay> known = read.get(name);
    if (known == null) {
      open.addLast(name);
      known = make(name, tree);
      open.removeLast();
      read.put(name, known);
    }
    return known;
  }

  private Optional<PowerShellWay> make(String name, YamlTree tree) {
    if (!(tree instanceof YamlTree.Mapping stated)) {
      new NodeShape(problems)
          .expected(tree, "powershell entry '" + name + "'", "a mapping such as {local: true}");
      return Optional.empty();
    }
    new MappingFields(stated, problems).only("a powershell entry", KEYS);
    MappingFields fields = new MappingFields(defaults.powershell(stated), problems);
    Optional<PowerShellWay.Reach> reach = reach(name, fields);
    Optional<Session> session = session(fields);
    Optional<String> controller = fields.text("domainController", "dc1.corp.example");
    return reach.map(
        way ->
            new PowerShellWay(
                name, way, session, controller, fields.span("deadline"), stated.place()));
  }

  private Optional<PowerShellWay.Reach> reach(String name, MappingFields fields) {
    Optional<String> way = fields.oneOf(List.of("ssh", "local"));
    if (way.isEmpty() || (fields.has("local") && !fields.flag("local"))) {
      problems.add(
          fields.place(),
          "powershell entry '"
              + name
              + "' does not say where PowerShell runs; add 'ssh: mgmt01.corp.example' or 'local:"
              + " true'");
      return Optional.empty();
    }
    if (way.get().equals("local")) {
      fields.without(SSH_KEYS, "ssh");
      return Optional.of(new PowerShellWay.Local(fields.text("credentials", "exchange-ro")));
    }
    Optional<PowerShellWay.Ssh> ssh = new SshReader(file, this, fields).ssh(name);
    if (!fields.has("fetch")) {
      return ssh.map(some -> some);
    }
    fields.without(SESSION_KEYS, "ssh' without 'fetch");
    Optional<String> path = fields.text("fetch", "C:/relay/EX01.xml");
    return ssh.flatMap(some -> path.map(there -> new PowerShellWay.Fetch(some, there)));
  }

  private Optional<Session> session(MappingFields fields) {
    return fields
        .oneOf(SESSION_KEYS)
        .flatMap(
            key ->
                switch (key) {
                  case "endpoint" -> endpoint(fields).map(PowerShellWay.Endpoint::new);
                  case "edge" ->
                      fields.flag(key) ? Optional.of(new PowerShellWay.Edge()) : Optional.empty();
                  default ->
                      fields
                          .text(key, "Microsoft.Exchange.Management.PowerShell.E2010")
                          .map(PowerShellWay.Snapin::new);
                });
  }

  /** What is no endpoint is not shown, for it may hold a password. */
  private Optional<URI> endpoint(MappingFields fields) {
    String example = "http://ex01.corp.example/PowerShell/";
    Optional<YamlTree.Scalar> stated = fields.scalar("endpoint", example);
    Optional<URI> endpoint =
        stated.flatMap(text -> uri(text.text())).filter(PowerShellReader::isEndpoint);
    if (stated.isPresent() && endpoint.isEmpty()) {
      problems.add(
          stated.get().place(),
          "'endpoint' must be an address such as " + example + ", without" + " user");
    }
    return endpoint;
  }

  private static boolean isEndpoint(URI uri) {
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    return web && uri.getHost() != null && uri.getUserInfo() == null;
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException noUri) {
      return Optional.empty();
    }
  }
}
