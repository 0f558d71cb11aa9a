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
    Map<String, Object> root = JsonSchema.mapping(keys(), "version");
    root.put("$defs", definitions());
    return JsonSchema.document("urn:relaycheck:policy:1", "Relay policy", root);
  }

  private Map<String, Object> keys() {
    return new SchemaKeys()
        .with("version", "The version of the language.", Map.of("const", 1))
        .with(
            "include",
            "Files, or presets as preset:NAME, that this file builds on; what it states itself"
                + " is stronger.",
            JsonSchema.ref("names"))
        .with("groups", "Hosts under one name.", JsonSchema.mapOf(JsonSchema.ref("names")))
        .with(
            "templates",
            "Named groups of settings, by kind, which 'like' takes over.",
            JsonSchema.mapping(byKind(one -> new KindSchema(one).templates())))
        .with(byKind(one -> new KindSchema(one).resources()))
        .with(
            "baselines",
            "What must hold for every resource that is there.",
            JsonSchema.listOf(baseline()))
        .with(
            "rules",
            "The severity of a rule between settings, by its id.",
            JsonSchema.mapping(byRule()))
        .with(
            "unlisted",
            "The severity of a resource on a host that no policy names.",
            JsonSchema.mapping(byKind(one -> JsonSchema.ref("severity"))))
        .map();
  }

  private Map<String, Object> byKind(Function<Catalogue, Map<String, Object>> each) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    catalogues.forEach(one -> kinds.put(one.kind(), each.apply(one)));
    return kinds;
  }

  private Map<String, Object> byRule() {
    SchemaKeys keys = new SchemaKeys();
    rules.stream()
        .map(Rule::facts)
        .sorted(Comparator.comparing(RuleFacts::id))
        .forEach(rule -> keys.with(rule.id(), rule.title() + ".", weight(rule)));
    return keys.map();
  }

  private static Map<String, Object> weight(RuleFacts rule) {
    return rule.ignorable() ? JsonSchema.ref("severity") : JsonSchema.words("warning", "error");
  }

  /** The kind of a baseline is its template's, which a schema cannot know: any kind's will do. */
  private Map<String, Object> baseline() {
    Object[] selections =
        catalogues.stream().map(one -> JsonSchema.mapping(new KindSchema(one).where())).toArray();
    SchemaKeys keys =
        new SchemaKeys()
            .defined("like")
            .defined("hosts")
            .defined("optional")
            .with(
                "where",
                "Settings that a resource must have for the baseline to apply to it.",
                JsonSchema.anyOf(selections))
            .defined("severity")
            .defined("remediation");
    return JsonSchema.mapping(keys.map(), "like", "hosts");
  }

  private Map<String, Object> definitions() {
    SchemaKeys keys = new SchemaKeys().with(words());
    catalogues.forEach(one -> keys.with(new KindSchema(one).definitions()));
    return keys.map();
  }

  private static Map<String, Object> words() {
    Map<String, Object> names = JsonSchema.ref("names");
    return new SchemaKeys()
        .with("names", JsonSchema.anyOf(JsonSchema.text(), JsonSchema.listOf(JsonSchema.text())))
        .with("hosts", "A host, a group, 'all' hosts of the kind, or a list of these.", names)
        .with(
            "optional",
            "Whether there may be no such host; else that is an error.",
            Map.of("type", "boolean"))
        .with("like", "Templates of this kind.", names)
        .with(
            "state",
            "Whether it has to exist: present or absent.",
            JsonSchema.words("present", "absent"))
        .with(
            "severity",
            "The severity; error unless stated.",
            JsonSchema.words("ignore", "warning", "error"))
        .text("why", "The reason, which a report repeats.")
        .with(
            "remediation",
            "Whether a script fixes a difference, or a person does.",
            JsonSchema.words("script", "by-hand"))
        .text("pattern", "A Java regular expression of the whole text.")
        .with("any", "Cancels what was inherited: any value is accepted.", Map.of("const", true))
        .with("oneOperator", JsonSchema.oneOfKeys(RowSchema.OPERATORS))
        .map();
  }
}
