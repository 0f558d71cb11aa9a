package org.relaycheck.yaml;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/** YAML that is to be written, as nodes; SnakeYAML does the quoting. */
public final class YamlNodes {

  /** No line is folded: a person compares a line with a line. */
  private static final int NO_FOLDING = 1_000_000;

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}|0");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Nothing is added to it; to make one costs more than to write a line. */
  private static final Resolver RESOLVER = new Resolver();

  private YamlNodes() {}

  public static Node block(List<NodeTuple> entries) {
    return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
  }

  public static Node flow(List<NodeTuple> entries) {
    return new MappingNode(Tag.MAP, entries, FlowStyle.FLOW);
  }

  public static NodeTuple entry(String key, Node value) {
    return new NodeTuple(text(key), value);
  }

  public static Node list(List<String> texts) {
    List<Node> items = texts.stream().map(YamlNodes::text).toList();
    return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
  }

  /** A text with what is said of it, such as {@code {10.0.0.1: {owner: billing}}}. */
  public static String said(String text, Map<String, String> terms) {
    if (terms.isEmpty()) {
      return inlineText(text);
    }
    List<NodeTuple> said = new ArrayList<>();
    terms.forEach((key, value) -> said.add(entry(key, day(value))));
    return inline(flow(List.of(entry(text, flow(said)))));
  }

  /** A day as people write it, without quotes; else a text. */
  private static Node day(String text) {
    return DAY.matcher(text).matches() ? scalar(Tag.TIMESTAMP, text) : text(text);
  }

  /** A list of mappings, each in its own line. */
  public static Node items(List<Node> items) {
    return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
  }

  /** Plain where YAML takes it for text or where people write it plainly; quoted otherwise. */
  public static Node text(String text) {
    if (NUMBER.matcher(text).matches()) {
      return scalar(Tag.INT, text);
    }
    boolean flag = text.equals("true") || text.equals("false");
    return scalar(flag ? Tag.BOOL : Tag.STR, text);
  }

  private static Node scalar(Tag tag, String text) {
    ScalarStyle style =
        text.codePoints().anyMatch(YamlNodes::hidden)
            ? ScalarStyle.DOUBLE_QUOTED
            : ScalarStyle.PLAIN;
    return new ScalarNode(tag, text, null, null, style);
  }

  /** What a reader does not see, or what YAML takes for the end of a line. */
  private static boolean hidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> character != ' ';
      default -> false;
    };
  }

  /** One line in which everything is seen. */
  private static String seen(String comment) {
    StringBuilder line = new StringBuilder();
    comment
        .codePoints()
        .forEach(
            c -> {
              if (hidden(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  /** Puts lines of comment above an entry. */
  public static void comment(NodeTuple entry, List<String> lines) {
    entry
        .getKeyNode()
        .setBlockComments(
            lines.stream()
                .map(line -> new CommentLine(null, null, " " + seen(line), CommentType.BLOCK))
                .toList());
  }

  /** A node of flow style on one line, which may stand in a block or in another flow. */
  public static String inline(Node flow) {
    return text(flow, List.of()).stripTrailing();
  }

  /** {@code key: value}, the same. */
  public static String inline(NodeTuple entry) {
    String braced = inline(flow(List.of(entry)));
    return braced.substring(1, braced.length() - 1);
  }

  /** A text, the same. */
  public static String inlineText(String text) {
    String listed = inline(list(List.of(text)));
    return listed.substring(1, listed.length() - 1);
  }

  /** The whole text, with LF. */
  public static String text(Node root, List<String> head) {
    DumperOptions options = new DumperOptions();
    options.setProcessComments(true);
    options.setWidth(NO_FOLDING);
    options.setAllowUnicode(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    StringWriter out = new StringWriter();
    head.forEach(line -> out.append("# ").append(seen(line)).append('\n'));
    Serializer serializer = new Serializer(new Emitter(out, options), RESOLVER, options, null);
    try {
      serializer.open();
      serializer.serialize(root);
      serializer.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }
}
