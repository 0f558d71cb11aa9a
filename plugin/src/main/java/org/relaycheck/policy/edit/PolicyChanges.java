package org.relaycheck.policy.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.relaycheck.yaml.ChangedText;
import org.relaycheck.yaml.TextChanges;
import org.relaycheck.yaml.YamlEdit;
import org.relaycheck.yaml.YamlNodes;
import org.relaycheck.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes of a policy file that are being gathered: comments, order and line ends stay. A change
 * says whether the text has a place for it that serves nothing else.
 */
public final class PolicyChanges {

  public static final String AT = "at";
  private static final String HOSTS = "hosts";
  private static final String GROUPS = "groups";

  /** The keys down to {@code at}: a group, or all of {@code at}, goes with its last entry. */
  private static final int DEPTH_OF_AT = 3;

  private final String text;
  private final Optional<YamlText> yaml;
  private final TextChanges changes = new TextChanges();
  private final Map<List<String>, MappingEdit> mappings = new LinkedHashMap<>();

  PolicyChanges(String text, Optional<YamlText> yaml) {
    this.text = text;
    this.yaml = yaml;
  }

  private boolean at(List<String> path, Predicate<NodeTuple> change) {
    return yaml.flatMap(some -> some.find(path)).filter(change).isPresent();
  }

  private YamlEdit edit(YamlText some) {
    return new YamlEdit(some, changes);
  }

  private Optional<MappingEdit> mapping(List<String> path) {
    MappingEdit known = mappings.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<MappingEdit> made =
        yaml.flatMap(some -> some.below(path).map(owner -> new MappingEdit(some, owner)));
    made.ifPresent(edit -> mappings.put(List.copyOf(path), edit));
    return made;
  }

  private Optional<NewEntries> further(List<String> path) {
    return mapping(path).filter(MappingEdit::takesMore).map(MappingEdit::added);
  }

  private static List<String> below(List<String> path, String... keys) {
    List<String> below = new ArrayList<>(path);
    below.addAll(List.of(keys));
    return below;
  }

  private static List<String> above(List<String> path, int levels) {
    return path.subList(0, path.size() - levels);
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }

  private static String spelled(String setting, PolicyDraft.Stated stated) {
    return YamlNodes.inline(YamlNodes.entry(setting, PolicyDraftWriter.value(stated)));
  }

  /** An expectation replaced by a value; what is said of severity, reason and remediation stays. */
  public boolean expect(List<String> path, PolicyDraft.Stated stated) {
    return yaml.isPresent()
        && at(path, tuple -> new ExpectationEdit(edit(yaml.get()), tuple, path.size()).to(stated));
  }

  /** A further setting of a resource's own. */
  public boolean state(List<String> resource, String setting, PolicyDraft.Stated stated) {
    Optional<NewEntries> further = further(resource);
    further.ifPresent(entries -> entries.add(spelled(setting, stated)));
    return further.isPresent();
  }

  /** A further setting of a resource on some hosts; several become a group. */
  public boolean stateAt(
      List<String> resource, List<String> hosts, String setting, PolicyDraft.Stated stated) {
    return putAt(resource, hosts, spelled(setting, stated));
  }

  private boolean putAt(List<String> resource, List<String> hosts, String entry) {
    return (hosts.size() == 1 || define(hosts)) && putAt(resource, AdoptedGroup.key(hosts), entry);
  }

  /** A group of hosts, unless it is there: its name is made of them. */
  private boolean define(List<String> hosts) {
    Optional<NodeTuple> groups = yaml.flatMap(some -> some.entry(some.root(), GROUPS));
    String name = AdoptedGroup.key(hosts);
    if (groups
        .flatMap(tuple -> yaml.flatMap(some -> some.entry(tuple.getValueNode(), name)))
        .isPresent()) {
      return true;
    }
    Optional<NewEntries> further =
        groups.isPresent()
            ? further(List.of(GROUPS))
            : further(List.of()).map(entries -> entries.at(GROUPS));
    further.ifPresent(
        entries -> entries.add(YamlNodes.inline(YamlNodes.entry(name, YamlNodes.list(hosts)))));
    return further.isPresent();
  }

  private boolean putAt(List<String> resource, String host, String entry) {
    Optional<NodeTuple> at = yaml.flatMap(some -> some.find(resource)).flatMap(this::at);
    Optional<NodeTuple> there =
        at.flatMap(tuple -> yaml.flatMap(some -> some.entryOfHost(tuple.getValueNode(), host)));
    Optional<NewEntries> further =
        there.isPresent()
            ? further(below(resource, AT, YamlText.key(there.get())))
            : at.isPresent()
                ? further(below(resource, AT)).map(entries -> entries.at(host))
                : further(resource).map(entries -> entries.at(AT).at(host));
    further.ifPresent(entries -> entries.add(entry));
    return further.isPresent();
  }

  private Optional<NodeTuple> at(NodeTuple resource) {
    return yaml.flatMap(some -> some.entry(resource.getValueNode(), AT));
  }

  /**
   * A setting that a resource states for a group, stated for each of its hosts instead: another
   * value for some, and what the group said for the others.
   *
   * @param path of the setting under the group
   * @param hosts of the group, those with one other value together, if any
   */
  public boolean apart(List<String> path, Map<List<String>, Optional<PolicyDraft.Stated>> hosts) {
    Optional<NodeTuple> group = yaml.flatMap(some -> some.find(path));
    Optional<String> said =
        group
            .flatMap(tuple -> yaml.map(some -> some.source(tuple)))
            .filter(one -> one.indexOf('\n') < 0 && one.indexOf('\r') < 0);
    if (said.isEmpty() || !remove(above(path, 1), group.get())) {
      return false;
    }
    boolean all = true;
    for (Map.Entry<List<String>, Optional<PolicyDraft.Stated>> host : hosts.entrySet()) {
      String entry = host.getValue().map(other -> spelled(last(path), other)).orElse(said.get());
      all &= putAt(above(path, DEPTH_OF_AT), host.getKey(), entry);
    }
    return all;
  }

  private boolean remove(List<String> mapping, NodeTuple entry) {
    return mapping(mapping).filter(edit -> edit.remove(entry)).isPresent();
  }

  /** A resource that was to be absent made one that is to be there. */
  public boolean makePresent(List<String> resource) {
    return at(below(resource, "state"), state -> value(state, "present"));
  }

  private boolean value(NodeTuple entry, String spelled) {
    yaml.ifPresent(some -> edit(some).value(entry, spelled));
    return yaml.isPresent();
  }

  /** A resource on these hosts. */
  public boolean setHosts(List<String> resource, Collection<String> hosts) {
    return at(below(resource, HOSTS), stated -> setHosts(resource, stated, hosts));
  }

  private boolean setHosts(List<String> resource, NodeTuple stated, Collection<String> hosts) {
    YamlEdit edit = edit(yaml.orElseThrow());
    if (!(stated.getValueNode() instanceof SequenceNode list)) {
      return value(stated, YamlNodes.inline(YamlNodes.list(List.copyOf(hosts))));
    }
    Collection<String> all = new LinkedHashSet<>(hosts);
    return edit.lines(list, resource.size() + 1, all) || value(stated, edit.list(list, all));
  }

  /** Nothing more is said of a resource on one host, if anything is. */
  public void leaveOut(List<String> resource, String host) {
    at(
        below(resource, AT),
        at ->
            yaml.orElseThrow()
                .entryOfHost(at.getValueNode(), host)
                .filter(there -> remove(below(resource, AT), there))
                .isPresent());
  }

  /**
   * A resource taken out: where it has lines of its own it becomes a comment.
   *
   * @param why a line above that
   */
  public boolean takeOut(List<String> resource, String why) {
    List<String> kind = above(resource, 1);
    Optional<Node> all = yaml.flatMap(some -> some.find(kind)).map(NodeTuple::getValueNode);
    boolean flow = all.filter(YamlText::isFlow).isPresent();
    return all.filter(MappingNode.class::isInstance).isPresent()
        && at(
            resource,
            entry -> flow ? remove(kind, entry) : edit(yaml.get()).commentOut(entry, why));
  }

  /** A new resource on some hosts, of which nothing else is said. */
  public boolean name(String kind, String name, List<String> hosts) {
    Node where = hosts.size() == 1 ? YamlNodes.text(hosts.get(0)) : YamlNodes.list(hosts);
    NodeTuple entry = YamlNodes.entry(name, YamlNodes.flow(List.of(YamlNodes.entry(HOSTS, where))));
    boolean begun = yaml.filter(some -> some.entry(some.root(), kind).isPresent()).isPresent();
    Optional<NewEntries> further =
        begun ? further(List.of(kind)) : further(List.of()).map(entries -> entries.at(kind));
    further.ifPresent(entries -> entries.add(YamlNodes.inline(entry)));
    return further.isPresent();
  }

  /** The text with all changes; nothing may be changed any more. */
  public ChangedText done() {
    yaml.ifPresent(this::write);
    return new ChangedText(text, changes.sorted());
  }

  /** The deepest first, for what is emptied goes from what is above it. */
  private void write(YamlText some) {
    int deepest = mappings.keySet().stream().mapToInt(List::size).max().orElse(0);
    for (int i = deepest; i >= 0; i--) {
      int depth = i;
      List.copyOf(mappings.entrySet()).stream()
          .filter(entry -> entry.getKey().size() == depth)
          .forEach(entry -> write(edit(some), entry.getKey(), entry.getValue()));
    }
  }

  private void write(YamlEdit edit, List<String> path, MappingEdit mapping) {
    boolean goes =
        path.size() >= DEPTH_OF_AT
            && mapping.isEmptied()
            && remove(above(path, 1), mapping.owner());
    if (!goes) {
      mapping.write(edit, path.size());
    }
  }
}
