package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.member.MemberReader;
import org.relaycheck.policy.read.PolicyParts.At;
import org.relaycheck.policy.read.PolicyParts.Body;
import org.relaycheck.policy.read.PolicyParts.Head;
import org.relaycheck.policy.read.PolicyParts.ResourcePart;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/** Reads what a file says of a resource. */
final class ResourceReader {

  static final List<String> KEYS =
      List.of("hosts", NodeShape.OPTIONAL, "like", "state", "at", "severity", "why", "create");

  private final KindTable table;
  private final NodeShape shape;
  private final LineReader lines;

  ResourceReader(
      KindTable table, Collection<KindTable> all, FileProblems problems, MemberReader members) {
    this.table = table;
    this.shape = new NodeShape(problems);
    this.lines = new LineReader(table, all, problems, Optional.of(members));
  }

  Optional<ResourcePart> read(FileLayer layer, YamlTree.Entry entry) {
    String what = "'" + entry.name() + "'";
    List<YamlTree.Entry> all = shape.entries(entry.value(), what, "{hosts: all}");
    YamlTree.Mapping stated = new YamlTree.Mapping(entry.value().place(), all);
    Head head = head(layer, stated);
    Body body = body(stated);
    if (head.absent()) {
      refuseSettings(stated);
    }
    Optional<YamlTree> hosts = stated.get("hosts").filter(tree -> !tree.isEmpty());
    if (hosts.isEmpty() && isMapping(entry.value())) {
      shape.problem(entry.place(), what + " names no hosts; add a line such as 'hosts: all'");
    }
    return hosts.map(tree -> new ResourcePart(layer, table, entry.key(), tree, head, body));
  }

  private static boolean isMapping(YamlTree tree) {
    return tree instanceof YamlTree.Mapping || tree.isEmpty();
  }

  private Head head(FileLayer layer, YamlTree.Mapping stated) {
    boolean absent =
        stated
            .get("state")
            .flatMap(t -> shape.word(t, "'state'", Map.of("present", false, "absent", true)))
            .orElse(false);
    return new Head(
        shape.optional(stated),
        absent,
        stated
            .get("severity")
            .flatMap(
                t ->
                    shape
                        .word(t, "'severity'", NodeShape.SEVERITIES)
                        .map(word -> new LayeredEntry<>(layer, t.place(), word))),
        stated
            .get("why")
            .flatMap(t -> shape.text(t, "'why'", "'agreed with the mail team'"))
            .map(YamlTree.Scalar::text),
        lines.settingLines(
            section(stated, "create", "{Usage: Custom}"), LineUse.CREATE, Optional.empty()));
  }

  private Body body(YamlTree.Mapping stated) {
    List<At> at = new ArrayList<>();
    for (YamlTree.Entry entry : section(stated, "at", "{EX02: " + table.example() + "}")) {
      String what = "'" + entry.name() + "' under 'at'";
      YamlTree.Mapping there =
          new YamlTree.Mapping(
              entry.value().place(), shape.entries(entry.value(), what, table.example()));
      at.add(
          new At(
              entry.key(),
              shape.optional(there),
              settingLines(without(List.of(NodeShape.OPTIONAL), there))));
    }
    List<YamlTree.Scalar> like =
        stated.get("like").map(t -> shape.texts(t, "'like'", "bulk")).orElse(List.of());
    return new Body(like, settingLines(without(KEYS, stated)), at);
  }

  private static List<YamlTree.Entry> without(List<String> keys, YamlTree.Mapping stated) {
    return stated.entries().stream().filter(entry -> !keys.contains(entry.name())).toList();
  }

  private SettingLines settingLines(List<YamlTree.Entry> entries) {
    return lines.settingLines(entries, LineUse.SETTING, Optional.empty());
  }

  private List<YamlTree.Entry> section(YamlTree.Mapping stated, String key, String example) {
    return stated.get(key).map(t -> shape.entries(t, "'" + key + "'", example)).orElse(List.of());
  }

  private void refuseSettings(YamlTree.Mapping stated) {
    List<String> allowed = List.of("hosts", NodeShape.OPTIONAL, "state", "severity", "why");
    for (YamlTree.Entry entry : stated.entries()) {
      if (!allowed.contains(entry.name())) {
        shape.problem(
            entry.place(),
            "'" + entry.name() + "' says nothing about a resource that is to be absent; remove it");
      }
    }
  }
}
