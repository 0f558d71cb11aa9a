package org.relaycheck.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.relaycheck.state.Address;
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
 * The text of a file with its nodes, and where in the text each of them begins and ends. It is
 * parsed once, and whatever is asked of it often is looked up. A node is like itself alone.
 */
public final class YamlText {

  private final TextLines lines;
  private final MappingNode root;
  private final int[] offsets;
  private final Map<Node, Map<String, NodeTuple>> keys = new HashMap<>();
  private final Map<Node, Map<String, NodeTuple>> hosts = new HashMap<>();
  private final NavigableMap<Long, List<String>> paths = new TreeMap<>();
  private final NavigableMap<Integer, String> comments;

  private YamlText(String text, MappingNode root) {
    this.lines = new TextLines(text);
    this.root = root;
    this.offsets = offsets(text);
    paths(root, List.of(), new HashSet<>());
    this.comments = comments();
  }

  /** Empty for what is no mapping. */
  public static Optional<YamlText> of(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(TextFile.MOST_CODE_POINTS + 1);
    try {
      Node root =
          new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options)
              .getSingleNode();
      return root instanceof MappingNode mapping
          ? Optional.of(new YamlText(text, mapping))
          : Optional.empty();
    } catch (YAMLException broken) {
      return Optional.empty();
    }
  }

  TextLines lines() {
    return lines;
  }

  public MappingNode root() {
    return root;
  }

  /**
   * What the keys lead to. Empty also where the way goes through an anchor or an alias: what stands
   * there serves other lines, too.
   */
  public Optional<NodeTuple> find(List<String> path) {
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

  /** The same, and for no key at all the whole file, as if it were the value of an entry. */
  public Optional<NodeTuple> below(List<String> path) {
    return path.isEmpty() ? Optional.of(new NodeTuple(root, root)) : find(path);
  }

  /** The entry of a mapping with this key; of several the first. */
  public Optional<NodeTuple> entry(Node mapping, String key) {
    Map<String, NodeTuple> byKey = keys.computeIfAbsent(mapping, node -> by(node, one -> one));
    return Optional.ofNullable(byKey.get(key));
  }

  /** The entry of a mapping whose key is the name of a host, in whatever case. */
  public Optional<NodeTuple> entryOfHost(Node mapping, String host) {
    Map<String, NodeTuple> byHost =
        hosts.computeIfAbsent(mapping, node -> by(node, Address::folded));
    return Optional.ofNullable(byHost.get(Address.folded(host)));
  }

  private static Map<String, NodeTuple> by(Node mapping, UnaryOperator<String> fold) {
    Map<String, NodeTuple> byKey = new HashMap<>();
    entries(mapping).forEach(tuple -> byKey.putIfAbsent(fold.apply(key(tuple)), tuple));
    return byKey;
  }

  public static List<NodeTuple> entries(Node mapping) {
    return mapping instanceof MappingNode some ? some.getValue() : List.of();
  }

  public static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  public static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> some && some.getFlowStyle() == FlowStyle.FLOW;
  }

  public static boolean isEmptyFlow(Node node) {
    return isFlow(node) && node instanceof MappingNode mapping && mapping.getValue().isEmpty();
  }

  private boolean isShared(NodeTuple tuple) {
    return isAlias(tuple) || tuple.getValueNode().getAnchor() != null;
  }

  private boolean isAlias(NodeTuple tuple) {
    return start(tuple.getValueNode()) < end(tuple.getKeyNode());
  }

  private void paths(Node node, List<String> above, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    for (NodeTuple tuple : entries(node)) {
      List<String> here = new ArrayList<>(above);
      here.add(key(tuple));
      Mark mark = tuple.getKeyNode().getStartMark();
      paths.put(place(mark.getLine() + 1, mark.getColumn() + 1), List.copyOf(here));
      paths(tuple.getValueNode(), here, seen);
    }
  }

  private static long place(int line, int column) {
    return (long) line << Integer.SIZE | column;
  }

  /** The keys that lead to the entry whose key stands at a line and a column, from 1. */
  public Optional<List<String>> path(int line, int column) {
    return Optional.ofNullable(paths.get(place(line, column)));
  }

  /** The keys that lead to the entry in which a line and a column lie, from 1. */
  public Optional<List<String>> around(int line, int column) {
    return Optional.ofNullable(paths.floorEntry(place(line, column))).map(Map.Entry::getValue);
  }

  public int start(Node node) {
    return offset(node.getStartMark());
  }

  /** SnakeYAML counts code points. */
  private int offset(Mark mark) {
    return offsets.length == 0 ? mark.getIndex() : offsets[mark.getIndex()];
  }

  /** Of each code point; nothing where each is one character. */
  private static int[] offsets(String text) {
    int number = text.codePointCount(0, text.length());
    int[] offsets = new int[number == text.length() ? 0 : number + 1];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = text.offsetByCodePoints(offsets[i - 1], 1);
    }
    return offsets;
  }

  /** Behind its last character; a block's own mark is where the next token begins. */
  public int end(Node node) {
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

  public int end(NodeTuple tuple) {
    int colon = afterColon(tuple);
    return isAlias(tuple) ? lines.endOfWord(colon) : Math.max(colon, end(tuple.getValueNode()));
  }

  int afterColon(NodeTuple tuple) {
    return lines.text().indexOf(':', end(tuple.getKeyNode())) + 1;
  }

  /** Whether nothing but blanks stands before an entry on its line. */
  public boolean isFirst(NodeTuple entry) {
    return lines.isFirst(start(entry.getKeyNode()));
  }

  /** Comments that begin between two offsets, in their order. */
  List<String> comments(int from, int to) {
    return from >= to ? List.of() : List.copyOf(comments.subMap(from, to).values());
  }

  /** All of the file, by their offsets; no scalar's own number sign is one. */
  private NavigableMap<Integer, String> comments() {
    NavigableMap<Integer, Integer> scalars = new TreeMap<>();
    scalars(root, scalars, new HashSet<>());
    String text = lines.text();
    NavigableMap<Integer, String> found = new TreeMap<>();
    int sign = text.indexOf('#');
    while (sign >= 0) {
      Map.Entry<Integer, Integer> before = scalars.floorEntry(sign);
      boolean inside = before != null && sign < before.getValue();
      boolean comment = !inside && lines.isBlankBefore(sign);
      if (comment) {
        found.put(sign, text.substring(sign, lines.endOfLine(sign)));
      }
      sign = text.indexOf('#', comment ? lines.endOfLine(sign) : sign + 1);
    }
    return found;
  }

  private void scalars(Node node, Map<Integer, Integer> found, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof ScalarNode) {
      found.merge(start(node), end(node), Math::max);
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> scalars(item, found, seen));
    } else {
      for (NodeTuple tuple : entries(node)) {
        scalars(tuple.getKeyNode(), found, seen);
        scalars(tuple.getValueNode(), found, seen);
      }
    }
  }

  public String source(NodeTuple entry) {
    return source(start(entry.getKeyNode()), end(entry));
  }

  public String source(int from, int to) {
    return lines.text().substring(from, to);
  }
}
