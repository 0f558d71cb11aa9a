package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The text of a file with its nodes, and where in the text each of them begins and ends.
 *
 * @param lines the text
 * @param root its mapping
 */
record YamlText(TextLines lines, MappingNode root) {

  /** Empty for what is no mapping. */
  static Optional<YamlText> of(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(TextFile.MOST_CODE_POINTS + 1);
    try {
      Node root =
          new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options)
              .getSingleNode();
      return root instanceof MappingNode mapping
          ? Optional.of(new YamlText(new TextLines(text), mapping))
          : Optional.empty();
    } catch (YAMLException broken) {
      return Optional.empty();
    }
  }

  /**
   * What the keys lead to. Empty also where the way goes through an anchor or an alias: what stands
   * there serves other lines, too.
   */
  Optional<NodeTuple> find(List<String> path) {
    Node here = root;
    Optional<NodeTuple> found = Optional.empty();
    for (String key : path) {
      found = entry(here, key).filter(tuple -> !isShared(tuple));
      if (found.isEmpty()) {
        return found;
      }
      here = found.get().getValueNode();
    }
    return found;
  }

  static Optional<NodeTuple> entry(Node mapping, String key) {
    return entries(mapping).stream().filter(tuple -> key(tuple).equals(key)).findFirst();
  }

  static List<NodeTuple> entries(Node mapping) {
    return mapping instanceof MappingNode some ? some.getValue() : List.of();
  }

  static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> some && some.getFlowStyle() == FlowStyle.FLOW;
  }

  private boolean isShared(NodeTuple tuple) {
    return isAlias(tuple) || tuple.getValueNode().getAnchor() != null;
  }

  private boolean isAlias(NodeTuple tuple) {
    return start(tuple.getValueNode()) < end(tuple.getKeyNode());
  }

  /** The keys that lead to the entry whose key stands at a line and a column, from 1. */
  Optional<List<String>> path(int line, int column) {
    return path(root, line - 1, column - 1, List.of());
  }

  private static Optional<List<String>> path(Node node, int line, int column, List<String> above) {
    for (NodeTuple tuple : entries(node)) {
      List<String> here = new ArrayList<>(above);
      here.add(key(tuple));
      Mark mark = tuple.getKeyNode().getStartMark();
      Optional<List<String>> found =
          mark.getLine() == line && mark.getColumn() == column
              ? Optional.of(here)
              : path(tuple.getValueNode(), line, column, here);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  int start(Node node) {
    return offset(node.getStartMark());
  }

  /** SnakeYAML counts code points. */
  private int offset(Mark mark) {
    return lines.text().offsetByCodePoints(0, mark.getIndex());
  }

  /** Behind its last character; a block's own mark is where the next token begins. */
  int end(Node node) {
    if (node instanceof ScalarNode scalar) {
      boolean block =
          scalar.getScalarStyle() == ScalarStyle.LITERAL
              || scalar.getScalarStyle() == ScalarStyle.FOLDED;
      return block ? lines.trimmed(offset(node.getEndMark())) : offset(node.getEndMark());
    }
    if (isFlow(node)) {
      return offset(node.getEndMark());
    }
    return node instanceof SequenceNode list
        ? end(list.getValue().get(list.getValue().size() - 1))
        : end(last((MappingNode) node));
  }

  private static NodeTuple last(MappingNode mapping) {
    return mapping.getValue().get(mapping.getValue().size() - 1);
  }

  int end(NodeTuple tuple) {
    int colon = afterColon(tuple);
    return isAlias(tuple) ? lines.endOfWord(colon) : Math.max(colon, end(tuple.getValueNode()));
  }

  int afterColon(NodeTuple tuple) {
    return lines.text().indexOf(':', end(tuple.getKeyNode())) + 1;
  }

  /** Comments between two offsets, in their order; no scalar's own number sign is one. */
  List<String> comments(int from, int to) {
    List<Node> scalars = new ArrayList<>();
    scalars(root, scalars);
    List<String> comments = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int at = i;
      if (lines.text().charAt(i) == '#'
          && lines.isBlankBefore(i)
          && scalars.stream().noneMatch(node -> start(node) <= at && at < end(node))) {
        comments.add(lines.text().substring(i, lines.endOfLine(i)));
        i = lines.endOfLine(i);
      }
    }
    return comments;
  }

  private static void scalars(Node node, List<Node> found) {
    if (node instanceof ScalarNode) {
      found.add(node);
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> scalars(item, found));
    } else {
      for (NodeTuple tuple : entries(node)) {
        found.add(tuple.getKeyNode());
        scalars(tuple.getValueNode(), found);
      }
    }
  }

  String source(int from, int to) {
    return lines.text().substring(from, to);
  }
}
