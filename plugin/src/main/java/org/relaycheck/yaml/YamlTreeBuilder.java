package org.relaycheck.yaml;

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
public final class YamlTreeBuilder {

  /** Stands for the name that a server gives itself. */
  public static final String HOST_MARK = "{host}";

  private final String file;
  private final FileProblems problems;
  private final IdentityHashMap<Node, YamlTree> made = new IdentityHashMap<>();

  YamlTreeBuilder(String file, FileProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  YamlTree tree(Node node) {
    YamlTree known = made.get(node);
    if (known != null) {
      return known;
    }
    YamlTree tree = make(node);
    made.put(node, tree);
    return tree;
  }

  private YamlTree make(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof SequenceNode sequence) {
      return new YamlTree.Sequence(
          place(node), sequence.getValue().stream().map(this::tree).toList());
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

  private YamlTree hostMark(MappingNode node) {
    problems.add(place(node), "{host} without quotes is a mapping to YAML; " + YamlReader.QUOTE);
    return new YamlTree.Scalar(place(node), HOST_MARK, false);
  }

  private YamlTree.Scalar scalar(ScalarNode node) {
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    return new YamlTree.Scalar(place(node), node.getValue(), plain);
  }

  private Place place(Node node) {
    return place(file, node.getStartMark());
  }

  /** YAML counts from 0, people from 1. */
  static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private YamlTree.Mapping mapping(MappingNode node) {
    Map<String, YamlTree.Scalar> keys = new HashMap<>();
    List<YamlTree.Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      YamlTree value = tree(tuple.getValueNode());
      key(tuple.getKeyNode())
          .filter(key -> isNew(key, keys))
          .ifPresent(key -> entries.add(new YamlTree.Entry(key, value)));
    }
    return new YamlTree.Mapping(place(node), entries);
  }

  private Optional<YamlTree.Scalar> key(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      problems.add(
          place(node),
          "a key must be text; if it begins with '{host}' or '[', " + YamlReader.QUOTE);
      return Optional.empty();
    }
    YamlTree.Scalar key = scalar(scalar);
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

  private boolean isNew(YamlTree.Scalar key, Map<String, YamlTree.Scalar> keys) {
    YamlTree.Scalar first = keys.putIfAbsent(key.text().toUpperCase(Locale.ROOT), key);
    if (first == null) {
      return true;
    }
    problems.add(
        key.place(),
        first.text().equals(key.text())
            ? "'" + key.text() + "' is stated already at " + first.place() + "; keep one of the two"
            : NameText.differOnlyInCase(key.text(), first.text(), first.place()));
    return false;
  }
}
