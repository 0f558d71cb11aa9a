package org.relaycheck.reference;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleFacts;

/** The JSON Schema of a policy, with which an editor completes and checks one. */
public final class PolicySchema {

  private final List<Catalogue> catalogues;
  private final List<Rule> rules;

  public PolicySchema(List<Catalogue> catalogues, List<Rule> rules) {
    this.catalogues = List.copyOf(catalogues);
    this.rules = List.copyOf(rules);
  }

  /** The text of the schema. */
  public String json() {
    Map<String, Object> root = Schema.mapping(keys(), "version");
    root.put("$defs", definitions());
    return Schema.document("urn:relaycheck:policy:1", "Relay policy", root);
  }

  private Map<String, Object> keys() {
    return new Keys()
        .with("version", "The version of the language.", Map.of("const", 1))
        .with(
            "include",
            "Files, or presets as preset:NAME, over which this file is laid.",
            Schema.ref("names"))
        .with("groups", "Hosts under one name.", Schema.mapOf(Schema.ref("names")))
        .with(
            "templates",
            "Settings to be 'like', by kind and name.",
            Schema.mapping(byKind(one -> new KindSchema(one).templates())))
        .with(byKind(one -> new KindSchema(one).resources()))
        .with("baselines", "What must hold for whatever is there.", Schema.listOf(baseline()))
        .with(
            "rules",
            "How much a rule between settings matters, by its id.",
            Schema.mapping(byRule()))
        .with(
            "unlisted",
            "How much it matters that a host has a resource that no policy names.",
            Schema.mapping(byKind(one -> Schema.ref("severity"))))
        .map();
  }

  private Map<String, Object> byKind(Function<Catalogue, Map<String, Object>> each) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    catalogues.forEach(one -> kinds.put(one.kind(), each.apply(one)));
    return kinds;
  }

  private Map<String, Object> byRule() {
    Keys keys = new Keys();
    rules.stream()
        .map(Rule::facts)
        .sorted(Comparator.comparing(RuleFacts::id))
        .forEach(rule -> keys.with(rule.id(), rule.title() + ".", weight(rule)));
    return keys.map();
  }

  private static Map<String, Object> weight(RuleFacts rule) {
    return rule.ignorable() ? Schema.ref("severity") : Schema.words("warning", "error");
  }

  /** The kind of a baseline is its template's, which a schema cannot know: any kind's will do. */
  private Map<String, Object> baseline() {
    Object[] selections =
        catalogues.stream().map(one -> Schema.mapping(new KindSchema(one).where())).toArray();
    Keys keys =
        new Keys()
            .defined("like")
            .defined("hosts")
            .defined("optional")
            .with(
                "where",
                "What a resource must show for the baseline to be for it.",
                Schema.anyOf(selections))
            .defined("severity")
            .defined("remedy");
    return Schema.mapping(keys.map(), "like", "hosts");
  }

  private Map<String, Object> definitions() {
    Keys keys = new Keys().with(words());
    catalogues.forEach(one -> keys.with(new KindSchema(one).definitions()));
    return keys.map();
  }

  private static Map<String, Object> words() {
    Map<String, Object> names = Schema.ref("names");
    return new Keys()
        .with("names", Schema.anyOf(Schema.text(), Schema.listOf(Schema.text())))
        .with("hosts", "A host, a group, 'all' hosts of the kind, or a list of these.", names)
        .with(
            "optional",
            "Whether there may be no host that is meant; else that is an error.",
            Map.of("type", "boolean"))
        .with("like", "Templates of this kind.", names)
        .with("state", "Whether it is to be there.", Schema.words("present", "absent"))
        .with(
            "severity",
            "How much it matters; error unless stated.",
            Schema.words("ignore", "warning", "error"))
        .text("why", "The reason, which a report repeats.")
        .with("remedy", "Who mends a difference.", Schema.words("script", "by-hand"))
        .text("pattern", "A Java regular expression of the whole text.")
        .with("any", "Takes back what was inherited.", Map.of("const", true))
        .with("oneOperator", Schema.oneOfKeys(RowSchema.OPERATORS))
        .map();
  }
}
