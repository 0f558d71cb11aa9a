package org.relaycheck.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Writes changes of a file's text. All that they do not mean to change stays as it is, and a
 * comment in what goes is kept above it.
 *
 * @param yaml the text before
 * @param changes where they are gathered
 */
public record YamlEdit(YamlText yaml, TextChanges changes) {

  private TextLines lines() {
    return yaml.lines();
  }

  /** Another value for a key, on the key's line. */
  public void value(NodeTuple tuple, String spelled) {
    int colon = yaml.afterColon(tuple);
    int start = yaml.start(tuple.getValueNode());
    int end = yaml.end(tuple);
    boolean sameLine = start < end && start <= lines().endOfLine(colon);
    replaced(tuple, sameLine ? start : colon, end, sameLine ? spelled : " " + spelled);
  }

  /** Another entry in the place of one. */
  public void whole(NodeTuple tuple, String entry) {
    replaced(tuple, yaml.start(tuple.getKeyNode()), yaml.end(tuple), entry);
  }

  /** Another text for a piece of an entry, above whose key its comments are kept. */
  public void replaced(NodeTuple tuple, int from, int to, String text) {
    int line = lines().startOfLine(yaml.start(tuple.getKeyNode()));
    changes.comments(line, commentLines(line, yaml.comments(from, to)));
    changes.replace(from, to, text);
  }

  private String commentLines(int line, List<String> comments) {
    StringBuilder kept = new StringBuilder();
    comments.forEach(
        one -> kept.append(lines().indent(line)).append(one).append(lines().lineEnd()));
    return kept.toString();
  }

  /** Further entries of a block, a line each, behind one of its entries. */
  public void further(NodeTuple before, int depth, List<String> entries) {
    if (!entries.isEmpty()) {
      String indent = lines().indent(yaml.start(before.getKeyNode()));
      furtherLines(yaml.end(before), depth, entries.stream().map(indent::concat).toList());
    }
  }

  /** A last line without end keeps none. */
  private void furtherLines(int end, int depth, List<String> further) {
    int at = lines().next(end);
    StringBuilder text = new StringBuilder();
    for (String line : further) {
      text.append(lines().isUnended(at) ? lines().lineEnd() + line : line + lines().lineEnd());
    }
    changes.lines(at, depth, text.toString());
  }

  /** Without an entry of a block. */
  public void withoutLines(NodeTuple entry) {
    int end = yaml.end(entry);
    int from = lines().startOfLine(yaml.start(entry.getKeyNode()));
    int to = lines().next(end);
    String kept = commentLines(from, yaml.comments(from, lines().endOfLine(end)));
    boolean unended = to == lines().text().length() && lines().endOfLine(end) == to;
    changes.comments(from, kept);
    changes.replace(unended && kept.isEmpty() ? lines().trimmed(from) : from, to, "");
  }

  /** With an entry of a block made a comment, below a line that says why. */
  public boolean commentOut(NodeTuple tuple, String why) {
    int start = yaml.start(tuple.getKeyNode());
    if (!lines().isFirst(start)) {
      return false;
    }
    String indent = lines().indent(start);
    int from = lines().startOfLine(start);
    int to = lines().next(yaml.end(tuple));
    StringBuilder out = new StringBuilder(indent);
    out.append("# ").append(why).append(lines().lineEnd());
    for (int at = from; at < to; at = lines().next(at)) {
      String line = yaml.source(at, lines().next(at));
      int depth = Math.min(lines().indent(at).length(), indent.length());
      boolean stays = line.isBlank() || line.stripLeading().startsWith("#");
      out.append(stays ? line : line.substring(0, depth) + "# " + line.substring(depth));
    }
    changes.replace(from, to, out.toString());
    return true;
  }

  /** A list in the spelling and the order that it has, as far as it stays. */
  public String list(SequenceNode list, Collection<String> texts) {
    List<String> spelled = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (Node item : list.getValue()) {
      if (stays(item, texts) && kept.add(textOf(item))) {
        spelled.add(yaml.source(yaml.start(item), yaml.end(item)));
      }
    }
    texts.stream().filter(kept::add).map(YamlNodes::inlineText).forEach(spelled::add);
    return "[" + String.join(", ", spelled) + "]";
  }

  private static boolean stays(Node item, Collection<String> texts) {
    return item.getAnchor() == null && texts.contains(textOf(item));
  }

  /** An item's text, or the one key of a mapping that says more of it. */
  private static String textOf(Node item) {
    if (item instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    List<NodeTuple> entries = YamlText.entries(item);
    return entries.size() == 1 ? YamlText.key(entries.get(0)) : "";
  }

  /** The same for a list with an item a line; false if it is none, or if nothing of it stays. */
  public boolean lines(SequenceNode list, int depth, Collection<String> texts) {
    List<Node> items = list.getValue();
    boolean plain =
        !YamlText.isFlow(list)
            && items.stream().allMatch(this::isLine)
            && items.stream().anyMatch(item -> stays(item, texts));
    if (!plain) {
      return false;
    }
    String indent = lines().indent(yaml.start(items.get(0)));
    Set<String> known = new HashSet<>();
    items.forEach(item -> known.add(textOf(item)));
    List<String> more =
        texts.stream()
            .filter(one -> !known.contains(one))
            .map(one -> indent + "- " + YamlNodes.inlineText(one))
            .toList();
    if (!more.isEmpty()) {
      furtherLines(yaml.end(items.get(items.size() - 1)), depth, more);
    }
    items.stream().filter(item -> !stays(item, texts)).forEach(this::withoutLine);
    return true;
  }

  /** The items of a list. */
  public List<Node> items(Node list) {
    return list instanceof SequenceNode some ? some.getValue() : List.of();
  }

  /** An item's text, or the one key of a mapping that says more of it. */
  public String text(Node item) {
    return textOf(item);
  }

  /** An item with more said of it. */
  public void say(NodeTuple owner, Node item, Map<String, String> terms) {
    replaced(owner, yaml.start(item), yaml.end(item), YamlNodes.said(textOf(item), terms));
  }

  /** A further item of a list; false where the text has no place for it. */
  public boolean further(SequenceNode list, int depth, String item) {
    List<Node> items = list.getValue();
    if (items.isEmpty()) {
      changes.entry(yaml.start(list) + 1, item);
      return YamlText.isFlow(list);
    }
    Node last = items.get(items.size() - 1);
    if (YamlText.isFlow(list)) {
      changes.entry(yaml.end(last), ", " + item);
      return true;
    }
    int start = yaml.start(last);
    String before = yaml.source(lines().startOfLine(start), start);
    if (!before.strip().equals("-")) {
      return false;
    }
    furtherLines(yaml.end(last), depth, List.of(before + item));
    return true;
  }

  /** A list without one of several items; false where the item has no place of its own. */
  public boolean without(SequenceNode list, Node item) {
    List<Node> items = list.getValue();
    int at = items.indexOf(item);
    if (at < 0 || items.size() == 1) {
      return false;
    }
    int start = yaml.start(item);
    if (YamlText.isFlow(list)) {
      boolean first = at == 0;
      int from = first ? start : yaml.end(items.get(at - 1));
      int to = first ? yaml.start(items.get(1)) : yaml.end(item);
      changes.replace(from, to, "");
      return true;
    }
    boolean own = yaml.source(lines().startOfLine(start), start).strip().equals("-");
    if (own) {
      withoutLine(item);
    }
    return own;
  }

  private void withoutLine(Node item) {
    int start = lines().startOfLine(yaml.start(item));
    changes.comments(start, commentLines(start, yaml.comments(start, lines().endOfLine(start))));
    changes.replace(start, lines().next(yaml.end(item)), "");
  }

  private boolean isLine(Node item) {
    int start = yaml.start(item);
    String before = yaml.source(lines().startOfLine(start), start).strip();
    boolean single = item instanceof ScalarNode || YamlText.isFlow(item);
    return single && before.equals("-") && yaml.end(item) >= start;
  }
}
