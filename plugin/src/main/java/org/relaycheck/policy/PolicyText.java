package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.relaycheck.state.Address;
import org.relaycheck.state.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a policy file that is being edited: comments, order and line ends stay. A change is
 * empty where the text has no place for it that serves nothing else.
 *
 * @param text the text, without byte order mark
 */
public record PolicyText(String text) {

  private static final String AT = "at";
  private static final String HOSTS = "hosts";

  /** The keys that lead to the entry at a place. */
  public Optional<List<String>> path(Place place) {
    return YamlText.of(text).flatMap(yaml -> yaml.path(place.line(), place.column()));
  }

  private Optional<PolicyText> changed(List<String> path, Function<Spot, Optional<String>> change) {
    return YamlText.of(text)
        .flatMap(yaml -> yaml.find(path).flatMap(tuple -> change.apply(new Spot(yaml, tuple))))
        .map(PolicyText::new);
  }

  private record Spot(YamlText yaml, NodeTuple tuple) {

    YamlEdit edit() {
      return new YamlEdit(yaml);
    }

    Node value() {
      return tuple.getValueNode();
    }

    String source() {
      return yaml.source(yaml.start(tuple.getKeyNode()), yaml.end(tuple));
    }
  }

  /** An expectation replaced by a value; what is said of severity, reason and remedy stays. */
  public Optional<PolicyText> expecting(List<String> path, Draft.Stated stated) {
    return changed(path, spot -> new ExpectationEdit(spot.yaml(), spot.tuple()).to(stated));
  }

  /** A further setting of a resource's own. */
  public Optional<PolicyText> stating(List<String> resource, String setting, Draft.Stated stated) {
    NodeTuple entry = YamlNodes.entry(setting, DraftWriter.value(stated));
    return changed(resource, spot -> spot.edit().put(spot.tuple(), YamlNodes.inline(entry)));
  }

  /** A further setting of a resource on one host. */
  public Optional<PolicyText> statingAt(
      List<String> resource, String host, String setting, Draft.Stated stated) {
    NodeTuple entry = YamlNodes.entry(setting, DraftWriter.value(stated));
    return at(resource, host, YamlNodes.inline(entry));
  }

  private Optional<PolicyText> at(List<String> resource, String host, String entry) {
    String key = YamlNodes.inlineText(host);
    String onHost = key + ": {" + entry + "}";
    return changed(
        resource,
        spot -> {
          Optional<NodeTuple> at = YamlText.entry(spot.value(), AT);
          if (at.isEmpty()) {
            return spot.edit().put(spot.tuple(), AT + ": {" + onHost + "}");
          }
          return YamlText.entries(at.get().getValueNode()).stream()
              .filter(tuple -> Address.compareFolded(YamlText.key(tuple), host) == 0)
              .findFirst()
              .map(there -> into(spot, List.of(AT, YamlText.key(there)), resource, entry))
              .orElseGet(() -> into(spot, List.of(AT), resource, onHost));
        });
  }

  /**
   * A setting that a resource states for a group, stated for each of its hosts instead: another
   * value for some, and what the group said for the others.
   *
   * @param path of the setting under the group
   * @param hosts of the group, each with its other value, if any
   */
  public Optional<PolicyText> apart(
      List<String> path, SortedMap<String, Optional<Draft.Stated>> hosts) {
    List<String> resource = path.subList(0, path.size() - 3);
    String setting = path.get(path.size() - 1);
    Optional<String> said =
        YamlText.of(text)
            .flatMap(yaml -> yaml.find(path).map(tuple -> new Spot(yaml, tuple).source()));
    Optional<PolicyText> result =
        said.filter(one -> one.indexOf('\n') < 0 && one.indexOf('\r') < 0)
            .flatMap(one -> changedWithout(path));
    for (Map.Entry<String, Optional<Draft.Stated>> host : hosts.entrySet()) {
      String entry =
          host.getValue()
              .map(other -> YamlNodes.inline(YamlNodes.entry(setting, DraftWriter.value(other))))
              .orElse(said.orElse(""));
      result = result.flatMap(text -> text.at(resource, host.getKey(), entry));
    }
    return result;
  }

  /** Without a setting under a group, and without the group if nothing is left of it. */
  private Optional<PolicyText> changedWithout(List<String> path) {
    List<String> group = path.subList(0, path.size() - 1);
    List<String> at = path.subList(0, path.size() - 2);
    return YamlText.of(text)
        .flatMap(
            yaml ->
                yaml.find(group)
                    .filter(tuple -> YamlText.entries(tuple.getValueNode()).size() == 1)
                    .map(alone -> without(yaml, at, alone))
                    .orElseGet(() -> yaml.find(path).flatMap(tuple -> without(yaml, group, tuple))))
        .map(PolicyText::new);
  }

  private static Optional<String> without(YamlText yaml, List<String> owner, NodeTuple tuple) {
    return yaml.find(owner)
        .map(NodeTuple::getValueNode)
        .filter(MappingNode.class::isInstance)
        .flatMap(mapping -> new YamlEdit(yaml).without((MappingNode) mapping, tuple));
  }

  private static Optional<String> into(
      Spot spot, List<String> below, List<String> resource, String entry) {
    List<String> path = new ArrayList<>(resource);
    path.addAll(below);
    return spot.yaml().find(path).flatMap(owner -> spot.edit().put(owner, entry));
  }

  /** A resource that was to be absent made one that is to be there. */
  public Optional<PolicyText> present(List<String> resource) {
    return changed(
        resource,
        spot ->
            YamlText.entry(spot.value(), "state")
                .map(state -> spot.edit().value(state, "present")));
  }

  /** A resource on these hosts. */
  public Optional<PolicyText> on(List<String> resource, List<String> hosts) {
    return changed(
        resource,
        spot ->
            YamlText.entry(spot.value(), HOSTS)
                .map(
                    stated ->
                        stated.getValueNode() instanceof SequenceNode list
                            ? spot.edit()
                                .lines(list, hosts)
                                .orElseGet(
                                    () -> spot.edit().value(stated, spot.edit().list(list, hosts)))
                            : spot.edit().value(stated, YamlNodes.inline(YamlNodes.list(hosts)))));
  }

  /** Without what is said of a resource on one host. */
  public PolicyText notAt(List<String> resource, String host) {
    Optional<PolicyText> changed =
        changed(
            resource,
            spot ->
                YamlText.entry(spot.value(), AT)
                    .filter(at -> at.getValueNode() instanceof MappingNode)
                    .flatMap(at -> notAt(spot, at, host)));
    return changed.orElse(this);
  }

  private static Optional<String> notAt(Spot spot, NodeTuple at, String host) {
    MappingNode mapping = (MappingNode) at.getValueNode();
    Optional<NodeTuple> there =
        mapping.getValue().stream()
            .filter(tuple -> Address.compareFolded(YamlText.key(tuple), host) == 0)
            .findFirst();
    return there.flatMap(
        tuple ->
            mapping.getValue().size() == 1 && spot.value() instanceof MappingNode resource
                ? spot.edit().without(resource, at)
                : spot.edit().without(mapping, tuple));
  }

  /** Without a resource: a comment is left of it, unless it stands in a line with others. */
  public Optional<PolicyText> without(List<String> resource, String why) {
    List<String> kind = resource.subList(0, resource.size() - 1);
    return changed(
        resource,
        spot ->
            spot.yaml()
                .find(kind)
                .map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .flatMap(
                    mapping ->
                        YamlText.isFlow(mapping)
                            ? spot.edit().without(mapping, spot.tuple())
                            : spot.edit().commentedOut(spot.tuple(), why)));
  }

  /** A new resource on some hosts, of which nothing else is said. */
  public Optional<PolicyText> naming(String kind, String name, List<String> hosts) {
    Node where = hosts.size() == 1 ? YamlNodes.text(hosts.get(0)) : YamlNodes.list(hosts);
    NodeTuple entry = YamlNodes.entry(name, YamlNodes.flow(List.of(YamlNodes.entry(HOSTS, where))));
    return YamlText.of(text)
        .flatMap(
            yaml ->
                YamlText.entry(yaml.root(), kind).isPresent()
                    ? yaml.find(List.of(kind))
                        .flatMap(t -> new YamlEdit(yaml).put(t, YamlNodes.inline(entry)))
                    : new YamlEdit(yaml)
                        .put(
                            yaml.root(),
                            YamlNodes.inline(
                                YamlNodes.entry(kind, YamlNodes.flow(List.of(entry))))))
        .map(PolicyText::new);
  }
}
