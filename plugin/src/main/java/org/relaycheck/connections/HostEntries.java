package org.relaycheck.connections;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Path file;
  private final FileProblems problems;
  private final Map<String, Place> known = new HashMap<>();
  private final List<YamlTree.Entry> hosts = new ArrayList<>();

  HostEntries(Path file, FileProblems problems) {
    this.file = file;
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
      if (entry.name().equals(FILE) && entry.value() instanceof YamlTree.Scalar listed) {
        listed(listed, shown);
      } else {
        add(entry);
      }
    }
    return hosts;
  }

  private void listed(YamlTree.Scalar name, String shown) {
    if (name.isNothing()) {
      new NodeShape(problems).expected(name, "'file'", "a path such as instances.csv");
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
