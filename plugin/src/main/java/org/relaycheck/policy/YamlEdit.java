package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One change of a file's text. All that it does not mean to change stays as it is, and a comment in
 * what goes is kept above it.
 *
 * @param yaml the text before
 */
record YamlEdit(YamlText yaml) {

  private TextLines lines() {
    return yaml.lines();
  }

  /** Another value for a key, on the key's line. */
  String value(NodeTuple tuple, String spelled) {
    int colon = yaml.afterColon(tuple);
    int start = yaml.start(tuple.getValueNode());
    int end = yaml.end(tuple);
    boolean sameLine = start < end && start <= lines().endOfLine(colon);
    return replaced(tuple, sameLine ? start : colon, end, sameLine ? spelled : " " + spelled);
  }

  /** Another entry in the place of one. */
  String whole(NodeTuple tuple, String entry) {
    return replaced(tuple, yaml.start(tuple.getKeyNode()), yaml.end(tuple), entry);
  }

  private String replaced(NodeTuple tuple, int from, int to, String text) {
    int line = lines().startOfLine(yaml.start(tuple.getKeyNode()));
    String kept = commentLines(line, yaml.comments(from, to));
    return yaml.source(0, line) + kept + yaml.source(line, from) + text + tail(to);
  }

  private String tail(int from) {
    return lines().text().substring(from);
  }

  private String commentLines(int line, List<String> comments) {
    StringBuilder kept = new StringBuilder();
    comments.forEach(
        one -> kept.append(lines().indent(line)).append(one).append(lines().lineEnd()));
    return kept.toString();
  }

  /** A further entry of a mapping, before its entry {@code at}. */
  Optional<String> put(NodeTuple owner, String entry) {
    Node node = owner.getValueNode();
    if (node instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
      return Optional.of(value(owner, "{" + entry + "}"));
    }
    return node instanceof MappingNode mapping ? put(mapping, entry) : Optional.empty();
  }

  Optional<String> put(MappingNode mapping, String entry) {
    List<NodeTuple> all = mapping.getValue();
    if (all.isEmpty()) {
      int inside = yaml.start(mapping) + 1;
      return Optional.of(lines().with(inside, inside, entry));
    }
    NodeTuple before = all.get(all.size() - 1);
    for (NodeTuple tuple : all) {
      before = YamlText.key(tuple).equals("at") ? before : tuple;
    }
    int end = yaml.end(before);
    if (YamlText.isFlow(mapping)) {
      return Optional.of(lines().with(end, end, ", " + entry));
    }
    int first = yaml.start(all.get(0).getKeyNode());
    return lines().isFirst(first)
        ? Optional.of(lines().withLine(lines().next(end), lines().indent(first) + entry))
        : Optional.empty();
  }

  /** Without an entry of a mapping. */
  Optional<String> without(MappingNode mapping, NodeTuple tuple) {
    List<NodeTuple> all = mapping.getValue();
    int start = yaml.start(tuple.getKeyNode());
    if (!YamlText.isFlow(mapping)) {
      return lines().isFirst(start)
          ? Optional.of(withoutLines(start, yaml.end(tuple)))
          : Optional.empty();
    }
    int i = all.indexOf(tuple);
    int from = i == 0 ? start : yaml.end(all.get(i - 1));
    int to = i == 0 && all.size() > 1 ? yaml.start(all.get(1).getKeyNode()) : yaml.end(tuple);
    return Optional.of(replaced(tuple, from, to, ""));
  }

  private String withoutLines(int start, int end) {
    int from = lines().startOfLine(start);
    int to = lines().next(end);
    String kept = commentLines(from, yaml.comments(from, lines().endOfLine(end)));
    boolean unended = to == lines().text().length() && lines().endOfLine(end) == to;
    return unended && kept.isEmpty()
        ? yaml.source(0, lines().trimmed(from))
        : yaml.source(0, from) + kept + tail(to);
  }

  /** With an entry of a block made a comment, below a line that says why. */
  Optional<String> commentedOut(NodeTuple tuple, String why) {
    int start = yaml.start(tuple.getKeyNode());
    if (!lines().isFirst(start)) {
      return Optional.empty();
    }
    String indent = lines().indent(start);
    int from = lines().startOfLine(start);
    int to = lines().next(yaml.end(tuple));
    StringBuilder out = new StringBuilder(yaml.source(0, from));
    out.append(indent).append("# ").append(why).append(lines().lineEnd());
    for (int at = from; at < to; at = lines().next(at)) {
      String line = yaml.source(at, lines().next(at));
      int depth = Math.min(lines().indent(at).length(), indent.length());
      boolean stays = line.isBlank() || line.stripLeading().startsWith("#");
      out.append(stays ? line : line.substring(0, depth) + "# " + line.substring(depth));
    }
    return Optional.of(out + tail(to));
  }

  /** A list in the spelling and the order that it has, as far as it stays. */
  String list(SequenceNode list, List<String> texts) {
    List<String> spelled = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (Node item : list.getValue()) {
      if (stays(item, texts) && kept.add(((ScalarNode) item).getValue())) {
        spelled.add(yaml.source(yaml.start(item), yaml.end(item)));
      }
    }
    texts.stream().filter(kept::add).map(YamlNodes::inlineText).forEach(spelled::add);
    return "[" + String.join(", ", spelled) + "]";
  }

  private static boolean stays(Node item, List<String> texts) {
    return item instanceof ScalarNode scalar
        && scalar.getAnchor() == null
        && texts.contains(scalar.getValue());
  }

  /** The same for a list with an item a line; empty if it is none, or if nothing of it stays. */
  Optional<String> lines(SequenceNode list, List<String> texts) {
    List<Node> items = list.getValue();
    boolean plain =
        !YamlText.isFlow(list)
            && items.stream().allMatch(item -> isLine(item))
            && items.stream().anyMatch(item -> stays(item, texts));
    if (!plain) {
      return Optional.empty();
    }
    String indent = lines().indent(yaml.start(items.get(0)));
    String text = lines().text();
    Set<String> known = new HashSet<>();
    items.forEach(item -> known.add(((ScalarNode) item).getValue()));
    List<String> more = texts.stream().filter(one -> !known.contains(one)).toList();
    int behind = lines().next(yaml.end(items.get(items.size() - 1)));
    for (int i = more.size() - 1; i >= 0; i--) {
      String line = indent + "- " + YamlNodes.inlineText(more.get(i));
      text = new TextLines(text).withLine(behind, line);
    }
    for (int i = items.size() - 1; i >= 0; i--) {
      if (!stays(items.get(i), texts)) {
        int start = lines().startOfLine(yaml.start(items.get(i)));
        int end = lines().next(yaml.end(items.get(i)));
        String kept = commentLines(start, yaml.comments(start, lines().endOfLine(start)));
        text = text.substring(0, start) + kept + text.substring(end);
      }
    }
    return Optional.of(text);
  }

  private boolean isLine(Node item) {
    int start = yaml.start(item);
    String before = yaml.source(lines().startOfLine(start), start).strip();
    return item instanceof ScalarNode && before.equals("-") && yaml.end(item) >= start;
  }
}
