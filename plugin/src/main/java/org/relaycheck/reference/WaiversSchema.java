package org.relaycheck.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.rule.Rule;
import org.relaycheck.state.AcceptedDrift;

/** The JSON Schema of waivers: what of the drift a site accepts, and until when. */
public final class WaiversSchema {

  private final List<Catalogue> catalogues;
  private final List<Rule> rules;

  public WaiversSchema(List<Catalogue> catalogues, List<Rule> rules) {
    this.catalogues = List.copyOf(catalogues);
    this.rules = List.copyOf(rules);
  }

  /** The text of the schema. */
  public String json() {
    SchemaKeys keys =
        new SchemaKeys()
            .with("waivers", "What is accepted, a line each.", oneOrSeveral("waiver"))
            .with(
                "maintenance", "Hosts that are not asked for a time.", oneOrSeveral("maintenance"));
    Map<String, Object> root = JsonSchema.mapping(keys.map());
    root.put("$defs", definitions());
    return JsonSchema.document("urn:relaycheck:waivers:1", "Relay waivers", root);
  }

  private static Map<String, Object> oneOrSeveral(String definition) {
    Map<String, Object> one = JsonSchema.ref(definition);
    return JsonSchema.anyOf(one, JsonSchema.listOf(one), JsonSchema.NOTHING);
  }

  private Map<String, Object> definitions() {
    Map<String, Object> text = JsonSchema.sorted(Map.of("type", "string", "minLength", 1));
    Map<String, Object> several = JsonSchema.listOf(JsonSchema.ref("text"));
    several.put("minItems", 1);
    Map<String, Object> day =
        JsonSchema.sorted(Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    return new SchemaKeys()
        .with("waiver", waiver())
        .with("maintenance", JsonSchema.mapping(grant().map(), "hosts", "until", "reason", "owner"))
        .with("text", text)
        .with("hosts", JsonSchema.anyOf(JsonSchema.ref("text"), several))
        .with("day", day)
        .map();
  }

  /** Who accepts it, where and until when. */
  private static SchemaKeys grant() {
    return new SchemaKeys()
        .with("hosts", "Each host by its name; neither groups nor 'all'.", JsonSchema.ref("hosts"))
        .with("reason", "Why it is accepted.", JsonSchema.ref("text"))
        .with("owner", "Who is to end it.", JsonSchema.ref("text"))
        .with("until", "The last day, in UTC.", JsonSchema.ref("day"));
  }

  private Map<String, Object> waiver() {
    String[] kinds = catalogues.stream().map(Catalogue::kind).toArray(String[]::new);
    String[] ids = rules.stream().map(rule -> rule.facts().id()).toArray(String[]::new);
    SchemaKeys keys =
        new SchemaKeys()
            .text("setting", "The setting; without it and 'rule' the resource itself is meant.")
            .with("rule", "The id of a rule between settings.", JsonSchema.words(ids))
            .with("kind", "The kind of the resource.", JsonSchema.words(kinds))
            .with(
                "name",
                "The resource's name; left out where a server is accepted that no connection names.",
                JsonSchema.ref("text"))
            .with("accepted", "What is there now, and only that.", Map.of())
            .with(grant().map())
            .with("approvedBy", "Who agreed.", JsonSchema.ref("text"))
            .with("reference", "A ticket, say.", JsonSchema.ref("text"));
    Map<String, Object> waiver =
        JsonSchema.mapping(keys.map(), "kind", "hosts", "accepted", "reason", "owner", "until");
    waiver.put("not", Map.of("required", List.of("setting", "rule")));
    waiver.put("allOf", conditions());
    return waiver;
  }

  private List<Object> conditions() {
    List<Object> conditions = new ArrayList<>();
    Map<String, Object> existence = JsonSchema.words("present", "absent");
    Map<String, Object> about = Map.of("anyOf", JsonSchema.each("setting", "rule"));
    conditions.add(JsonSchema.when(Map.of("not", about), accepted(existence)));
    Map<String, Object> nameless =
        JsonSchema.sorted(
            Map.of("not", about, "properties", Map.of("accepted", Map.of("const", "present"))));
    conditions.add(JsonSchema.when(Map.of("not", nameless), Map.of("required", List.of("name"))));
    conditions.add(JsonSchema.when(JsonSchema.each("rule").get(0), accepted(breach())));
    catalogues.forEach(
        one ->
            conditions.add(JsonSchema.when(JsonSchema.is("kind", List.of(one.kind())), of(one))));
    return conditions;
  }

  /** The values that break a rule. */
  private static Map<String, Object> breach() {
    Map<String, Object> values = JsonSchema.sorted(Map.of("type", "object", "minProperties", 1));
    return JsonSchema.anyOf(JsonSchema.words(AcceptedDrift.Broken.BY_NO_VALUE), values);
  }

  /** The settings of a kind, each with the values that it may have: also those out of range. */
  private static Map<String, Object> of(Catalogue catalogue) {
    List<Property<?>> rows =
        catalogue.rows().stream()
            .<Property<?>>map(row -> row)
            .filter(row -> !row.onlyForWhere())
            .filter(row -> !(row.binding() instanceof Binding.CreateOnly))
            .toList();
    String[] names = rows.stream().map(Property::name).toArray(String[]::new);
    Map<Map<String, Object>, List<String>> sharing = new LinkedHashMap<>();
    for (Property<?> row : rows) {
      Map<String, Object> value = JsonSchema.sorted(row.type().schema());
      sharing.computeIfAbsent(value, one -> new ArrayList<>()).add(row.name());
    }
    List<Object> values = new ArrayList<>();
    sharing.forEach(
        (value, settings) ->
            values.add(
                JsonSchema.when(
                    JsonSchema.is("setting", settings),
                    accepted(JsonSchema.anyOf(value, JsonSchema.NOTHING)))));
    return JsonSchema.sorted(
        Map.of("properties", Map.of("setting", JsonSchema.words(names)), "allOf", values));
  }

  private static Map<String, Object> accepted(Map<String, Object> value) {
    return Map.of("properties", Map.of("accepted", value));
  }
}
