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
  private final List<String> presets;
  private final ValueShapes shapes;

  /**
   * The schema of policies about these kinds.
   *
   * @param presets the names of those that come with the plugin
   */
  public PolicySchema(List<Catalogue> catalogues, List<Rule> rules, List<String> presets) {
    this.catalogues = List.copyOf(catalogues);
    this.rules = List.copyOf(rules);
    this.presets = List.copyOf(presets);
    this.shapes = new ValueShapes(catalogues);
  }

  /** The text of the schema. */
  public String json() {
    Map<String, Object> root = JsonSchema.mapping(keys(), "version");
    root.put("$defs", definitions());
    return JsonSchema.document("urn:relaycheck:policy:1", "Relay policy", root);
  }

  private Map<String, Object> keys() {
    return new SchemaKeys()
        .word("version", Map.of("const", 1))
        .word("include", JsonSchema.anyOf(JsonSchema.ref("file"), files()))
        .word("groups", JsonSchema.mapOf(JsonSchema.ref("names")))
        .word("templates", JsonSchema.mapping(byKind(one -> kind(one).templates())))
        .with(byKind(one -> kind(one).resources()))
        .word("baselines", JsonSchema.listOf(baseline()))
        .word("rules", JsonSchema.mapping(byRule()))
        .word("unlisted", JsonSchema.mapping(byKind(one -> JsonSchema.ref("severity"))))
        .word(
            "require",
            JsonSchema.anyOf(MemberSchema.term(), JsonSchema.listOf(MemberSchema.term())))
        .map();
  }

  private KindSchema kind(Catalogue catalogue) {
    return new KindSchema(catalogue, shapes);
  }

  private static Map<String, Object> files() {
    return JsonSchema.listOf(JsonSchema.ref("file"));
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
        catalogues.stream().map(one -> JsonSchema.mapping(kind(one).where())).toArray();
    SchemaKeys keys =
        new SchemaKeys()
            .defined("like")
            .defined("hosts")
            .defined("optional")
            .word("where", JsonSchema.anyOf(selections))
            .defined("severity")
            .defined("remediation");
    return JsonSchema.mapping(keys.map(), "like", "hosts");
  }

  private Map<String, Object> definitions() {
    SchemaKeys keys =
        new SchemaKeys().with(words()).with(shapes.values()).with(shapes.expectations());
    catalogues.forEach(one -> keys.with(kind(one).definitions()));
    return keys.map();
  }

  private Map<String, Object> words() {
    Map<String, Object> names = JsonSchema.ref("names");
    String[] known = presets.stream().map(name -> "preset:" + name).toArray(String[]::new);
    return new SchemaKeys()
        .with("names", JsonSchema.anyOf(JsonSchema.text(), JsonSchema.listOf(JsonSchema.text())))
        .with("file", JsonSchema.anyOf(JsonSchema.words(known), JsonSchema.text()))
        .word("hosts", names)
        .word("optional", Map.of("type", "boolean"))
        .word("like", names)
        .word("state", JsonSchema.words("present", "absent"))
        .word("severity", JsonSchema.words("ignore", "warning", "error"))
        .word("why", JsonSchema.text())
        .word("remediation", JsonSchema.words("script", "by-hand"))
        .word("any", Map.of("const", true))
        .with(MemberSchema.definitions())
        .with("oneOperator", JsonSchema.oneOfKeys(RowSchema.OPERATORS))
        .map();
  }
}
