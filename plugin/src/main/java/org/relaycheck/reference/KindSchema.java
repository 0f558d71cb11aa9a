package org.relaycheck.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;

/**
 * The schemas of what a policy says about resources of one kind.
 *
 * @param catalogue the kind's table
 * @param shapes the definitions of values
 */
record KindSchema(Catalogue catalogue, ValueShapes shapes) {

  private static final Map<String, Object> ABSENT = Map.of("state", Map.of("const", "absent"));

  /** The definitions of all its settings. */
  Map<String, Object> definitions() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Property<?> row : catalogue.rows()) {
      all.put(name(row), JsonSchema.described(new RowText<>(row).hover(), shapes.expectation(row)));
    }
    return all;
  }

  private String name(Property<?> row) {
    return catalogue.kind() + "." + row.name();
  }

  /** The resources by name. */
  Map<String, Object> resources() {
    SchemaKeys keys =
        new SchemaKeys()
            .defined("hosts")
            .defined("optional")
            .defined("like")
            .defined("state")
            .defined("severity")
            .defined("why")
            .word("at", at())
            .word("create", create())
            .with(settings());
    Map<String, Object> resource = JsonSchema.mapping(keys.map(), "hosts");
    resource.put(
        "if", JsonSchema.sorted(Map.of("properties", ABSENT, "required", List.of("state"))));
    resource.put(
        "then",
        Map.of("propertyNames", JsonSchema.words("hosts", "optional", "state", "severity", "why")));
    return JsonSchema.described(
        "Each " + catalogue.noun() + " by its exact name.", JsonSchema.mapOf(resource));
  }

  /** The templates by name. */
  Map<String, Object> templates() {
    SchemaKeys keys = new SchemaKeys().defined("like").with(settings());
    return JsonSchema.described(
        "Settings for every " + catalogue.noun() + " that is 'like' the template.",
        JsonSchema.mapOf(JsonSchema.mapping(keys.map())));
  }

  /** The settings that tell which resources a baseline is for. */
  Map<String, Object> where() {
    return expectations(row -> !isCreateOnly(row));
  }

  private Map<String, Object> at() {
    return JsonSchema.mapOf(
        JsonSchema.mapping(new SchemaKeys().defined("optional").with(settings()).map()));
  }

  private Map<String, Object> create() {
    SchemaKeys keys = new SchemaKeys();
    catalogue.rows().stream().filter(KindSchema::isCreateOnly).forEach(row -> value(row, keys));
    return JsonSchema.mapping(keys.map());
  }

  private <T> void value(Property<T> row, SchemaKeys keys) {
    Map<String, Object> value = shapes.value(row);
    Map<String, Object> is =
        JsonSchema.mapping(new SchemaKeys().word("is", value).defined("why").map(), "is");
    keys.with(row.name(), new RowText<>(row).hover(), JsonSchema.anyOf(value, is));
  }

  private Map<String, Object> settings() {
    return expectations(row -> !isCreateOnly(row) && !row.onlyForWhere());
  }

  private Map<String, Object> expectations(Predicate<Property<?>> which) {
    Map<String, Object> keys = new LinkedHashMap<>();
    catalogue.rows().stream()
        .filter(which)
        .forEach(row -> keys.put(row.name(), JsonSchema.ref(name(row))));
    return keys;
  }

  private static boolean isCreateOnly(Property<?> row) {
    return row.binding() instanceof Binding.CreateOnly;
  }
}
