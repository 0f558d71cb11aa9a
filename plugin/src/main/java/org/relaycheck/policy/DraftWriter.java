package org.relaycheck.policy;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a {@link Draft} as YAML that {@link PolicyReader} reads; SnakeYAML does the quoting. */
public final class DraftWriter {

  private static final String COMMON = "common";

  /** No line is folded: a person compares a line with a line. */
  private static final int NO_FOLDING = 1_000_000;

  private DraftWriter() {}

  /** The policy's text, with LF. */
  public static String policy(Draft draft) {
    List<NodeTuple> entries = new ArrayList<>();
    entries.add(entry("version", number("1")));
    if (!draft.groups().isEmpty()) {
      List<NodeTuple> groups = new ArrayList<>();
      draft.groups().forEach((name, hosts) -> groups.add(entry(name, list(hosts))));
      entries.add(entry("groups", block(groups)));
    }
    List<NodeTuple> templates = new ArrayList<>();
    for (Draft.Kind kind : draft.kinds()) {
      if (!kind.template().isEmpty()) {
        Node template = block(List.of(entry(COMMON, settings(kind.template()))));
        templates.add(entry(kind.kind(), template));
      }
    }
    if (!templates.isEmpty()) {
      entries.add(entry("templates", block(templates)));
    }
    draft.kinds().forEach(kind -> entries.add(entry(kind.kind(), resources(kind))));
    return text(block(entries), draft.head());
  }

  private static Node resources(Draft.Kind kind) {
    List<NodeTuple> entries = new ArrayList<>();
    for (Draft.Resource resource : kind.resources()) {
      NodeTuple entry = entry(resource.name(), resource(resource, !kind.template().isEmpty()));
      comment(entry.getKeyNode(), resource.remarks());
      entries.add(entry);
    }
    return block(entries);
  }

  private static Node resource(Draft.Resource resource, boolean hasTemplate) {
    List<NodeTuple> entries = new ArrayList<>();
    Node hosts =
        resource.hosts().size() == 1
            ? text(resource.hosts().get(0))
            : resource.group().<Node>map(DraftWriter::text).orElse(list(resource.hosts()));
    entries.add(entry("hosts", hosts));
    if (hasTemplate) {
      entries.add(entry("like", text(COMMON)));
    }
    resource.own().forEach((name, stated) -> entries.add(entry(name, value(stated))));
    if (!resource.at().isEmpty()) {
      List<NodeTuple> at = new ArrayList<>();
      resource.at().forEach((host, own) -> at.add(entry(host, settings(own))));
      entries.add(entry("at", block(at)));
    }
    return block(entries);
  }

  private static Node settings(Map<String, Draft.Stated> stated) {
    List<NodeTuple> entries = new ArrayList<>();
    stated.forEach((name, value) -> entries.add(entry(name, value(value))));
    return block(entries);
  }

  private static Node value(Draft.Stated stated) {
    if (stated instanceof Draft.One one) {
      return text(one.text());
    }
    if (stated instanceof Draft.Several several) {
      return list(several.texts());
    }
    return stated instanceof Draft.Anything
        ? new MappingNode(Tag.MAP, List.of(entry("any", scalar(Tag.BOOL, "true"))), FlowStyle.FLOW)
        : text("");
  }

  private static Node block(List<NodeTuple> entries) {
    return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
  }

  private static NodeTuple entry(String key, Node value) {
    return new NodeTuple(text(key), value);
  }

  private static Node list(List<String> texts) {
    List<Node> items = texts.stream().map(DraftWriter::text).toList();
    return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
  }

  private static Node number(String digits) {
    return scalar(Tag.INT, digits);
  }

  /** Plain where YAML takes it for text or for what people write plainly; quoted otherwise. */
  private static Node text(String text) {
    if (text.matches("[1-9][0-9]{0,17}|0")) {
      return number(text);
    }
    return text.equals("true") || text.equals("false")
        ? scalar(Tag.BOOL, text)
        : scalar(Tag.STR, text);
  }

  private static Node scalar(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }

  private static void comment(Node node, List<String> lines) {
    node.setBlockComments(
        lines.stream()
            .map(line -> new CommentLine(null, null, " " + line, CommentType.BLOCK))
            .toList());
  }

  private static String text(Node root, List<String> head) {
    DumperOptions options = new DumperOptions();
    options.setProcessComments(true);
    options.setWidth(NO_FOLDING);
    options.setAllowUnicode(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    StringWriter out = new StringWriter();
    head.forEach(line -> out.append("# ").append(line).append('\n'));
    new Yaml(options).serialize(root, out);
    return out.toString();
  }
}
