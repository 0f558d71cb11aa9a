package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.Parts.At;
import org.relaycheck.policy.Parts.Body;
import org.relaycheck.policy.Parts.Head;
import org.relaycheck.policy.Parts.ResourcePart;

/** Reads what a file says of a resource. */
final class ResourceReader {

  static final List<String> KEYS =
      List.of("hosts", Shape.OPTIONAL, "like", "state", "at", "severity", "why", "create");

  private final KindTable table;
  private final Shape shape;
  private final LineReader lines;

  ResourceReader(KindTable table, Collection<KindTable> all, Problems problems) {
    this.table = table;
    this.shape = new Shape(problems);
    this.lines = new LineReader(table, all, problems);
  }

  Optional<ResourcePart> read(Layer layer, Tree.Entry entry) {
    String what = "'" + entry.name() + "'";
    List<Tree.Entry> all = shape.entries(entry.value(), what, "{hosts: all}");
    Tree.Mapping stated = new Tree.Mapping(entry.value().place(), all);
    Head head = head(layer, stated);
    Body body = body(stated);
    if (head.absent()) {
      refuseSettings(stated);
    }
    Optional<Tree> hosts = stated.get("hosts").filter(tree -> !tree.isEmpty());
    if (hosts.isEmpty() && isMapping(entry.value())) {
      shape.problem(entry.place(), what + " names no hosts; add a line such as 'hosts: all'");
    }
    return hosts.map(tree -> new ResourcePart(layer, table, entry.key(), tree, head, body));
  }

  private static boolean isMapping(Tree tree) {
    return tree instanceof Tree.Mapping || tree.isEmpty();
  }

  private Head head(Layer layer, Tree.Mapping stated) {
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
                        .word(t, "'severity'", Shape.SEVERITIES)
                        .map(word -> new Layered<>(layer, t.place(), word))),
        stated
            .get("why")
            .flatMap(t -> shape.text(t, "'why'", "'agreed with the mail team'"))
            .map(Tree.Scalar::text),
        lines.sheet(section(stated, "create", "{Usage: Custom}"), Use.CREATE, Optional.empty()));
  }

  private Body body(Tree.Mapping stated) {
    List<At> at = new ArrayList<>();
    for (Tree.Entry entry : section(stated, "at", "{EX02: " + table.example() + "}")) {
      String what = "'" + entry.name() + "' under 'at'";
      Tree.Mapping there =
          new Tree.Mapping(
              entry.value().place(), shape.entries(entry.value(), what, table.example()));
      at.add(
          new At(
              entry.key(), shape.optional(there), sheet(without(List.of(Shape.OPTIONAL), there))));
    }
    List<Tree.Scalar> like =
        stated.get("like").map(t -> shape.texts(t, "'like'", "bulk")).orElse(List.of());
    return new Body(like, sheet(without(KEYS, stated)), at);
  }

  private static List<Tree.Entry> without(List<String> keys, Tree.Mapping stated) {
    return stated.entries().stream().filter(entry -> !keys.contains(entry.name())).toList();
  }

  private Sheet sheet(List<Tree.Entry> entries) {
    return lines.sheet(entries, Use.SETTING, Optional.empty());
  }

  private List<Tree.Entry> section(Tree.Mapping stated, String key, String example) {
    return stated.get(key).map(t -> shape.entries(t, "'" + key + "'", example)).orElse(List.of());
  }

  private void refuseSettings(Tree.Mapping stated) {
    List<String> allowed = List.of("hosts", Shape.OPTIONAL, "state", "severity", "why");
    for (Tree.Entry entry : stated.entries()) {
      if (!allowed.contains(entry.name())) {
        shape.problem(
            entry.place(),
            "'" + entry.name() + "' says nothing about a resource that is to be absent; remove it");
      }
    }
  }
}
