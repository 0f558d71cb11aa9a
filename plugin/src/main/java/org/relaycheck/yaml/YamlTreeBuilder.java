package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Makes a tree of YAML nodes; what an alias repeats becomes the same tree again, not a copy. */
final class TreeBuilder {

  /** Stands for the name that a server gives itself. */
  static final String HOST_MARK = "{host}";

  private final String file;
  private final Problems problems;
  private final IdentityHashMap<Node, Tree> made = new IdentityHashMap<>();

  TreeBuilder(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Tree tree(Node node) {
    Tree known = made.get(node);
    if (known != null) {
      return known;
    }
    Tree tree = make(node);
    made.put(node, tree);
    return tree;
  }

  private Tree make(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof SequenceNode sequence) {
      return new Tree.Sequence(place(node), sequence.getValue().stream().map(this::tree).toList());
    }
    MappingNode mapping = (MappingNode) node;
    return isBareHostMark(mapping) ? hostMark(mapping) : mapping(mapping);
  }

  /** YAML takes an unquoted {@code {host}} for a mapping with a key and no value. */
  private static boolean isBareHostMark(MappingNode node) {
    return node.getValue().size() == 1
        && node.getValue().get(0).getKeyNode() instanceof ScalarNode key
        && node.getValue().get(0).getValueNode() instanceof ScalarNode value
        && key.getValue().equals("host")
        && value.getValue().isEmpty();
  }

  private Tree hostMark(MappingNode node) {
    problems.add(place(node), "{host} without quotes is a mapping to YAML; " + YamlReader.QUOTE);
    return new Tree.Scalar(place(node), HOST_MARK, false);
  }

  private Tree.Scalar scalar(ScalarNode node) {
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    return new Tree.Scalar(place(node), node.getValue(), plain);
  }

  private Place place(Node node) {
    return place(file, node.getStartMark());
  }

  /** YAML counts from 0, people from 1. */
  static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Tree.Mapping mapping(MappingNode node) {
    Map<String, Tree.Scalar> keys = new HashMap<>();
    List<Tree.Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      Tree value = tree(tuple.getValueNode());
      key(tuple.getKeyNode())
          .filter(key -> isNew(key, keys))
          .ifPresent(key -> entries.add(new Tree.Entry(key, value)));
    }
    return new Tree.Mapping(place(node), entries);
  }

  private Optional<Tree.Scalar> key(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      problems.add(
          place(node),
          "a key must be text; if it begins with '{host}' or '[', " + YamlReader.QUOTE);
      return Optional.empty();
    }
    Tree.Scalar key = scalar(scalar);
    if (key.plain() && key.text().equals("<<")) {
      problems.add(
          key.place(), "'<<' does not merge here; make a template and name it under 'like'");
      return Optional.empty();
    }
    if (key.text().isBlank()) {
      problems.add(key.place(), "a key is missing before ':'");
      return Optional.empty();
    }
    return Optional.of(key);
  }

  private boolean isNew(Tree.Scalar key, Map<String, Tree.Scalar> keys) {
    Tree.Scalar first = keys.putIfAbsent(key.text().toUpperCase(Locale.ROOT), key);
    if (first == null) {
      return true;
    }
    problems.add(
        key.place(),
        first.text().equals(key.text())
            ? "'" + key.text() + "' is stated already at " + first.place() + "; keep one of the two"
            : Names.differOnlyInCase(key.text(), first.text(), first.place()));
    return false;
  }
}
