package org.relaycheck.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Literal;

/**
 * The schema of what a policy says about one setting.
 *
 * @param kind the key of the setting's kind
 * @param row the setting
 * @param <T> its values
 */
record RowSchema<T>(String kind, Property<T> row) {

  /** The operators of which a mapping has one, or a pair that goes together. */
  static final List<List<String>> OPERATORS =
      List.of(
          List.of("is"),
          List.of("atLeast", "atMost"),
          List.of("between"),
          List.of("oneOf"),
          List.of("not"),
          List.of("matches"),
          List.of("contains", "excludes"),
          List.of("any"));

  /** The name of its definition. */
  String name() {
    return kind + "." + row.name();
  }

  /** The name of the definition of its values. */
  String valueName() {
    return name() + ".value";
  }

  /** The definitions of its values and of what can be expected of them. */
  Map<String, Object> definitions() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(valueName(), value());
    Map<String, Object> operators = JsonSchema.mapping(operators());
    operators.put("allOf", List.of(JsonSchema.ref("oneOperator")));
    all.put(
        name(),
        JsonSchema.described(
            new RowText<>(row).hover(),
            JsonSchema.anyOf(JsonSchema.ref(valueName()), JsonSchema.NOTHING, operators)));
    return all;
  }

  private Map<String, Object> value() {
    return JsonSchema.sorted(bounded(row.type().schema()));
  }

  /** Numbers get the range's ends; other spellings cannot be compared by a schema. */
  private Map<String, Object> bounded(Map<String, Object> schema) {
    Map<String, Object> all = new LinkedHashMap<>(schema);
    if ("integer".equals(schema.get("type"))) {
      end(row.allowed().least()).ifPresent(least -> all.put("minimum", least));
      end(row.allowed().most()).ifPresent(most -> all.put("maximum", most));
    }
    if (schema.get("anyOf") instanceof List<?> alternatives) {
      all.put("anyOf", alternatives.stream().map(this::alternative).toList());
    }
    return all;
  }

  private Object alternative(Object schema) {
    if (schema instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key.toString(), value));
      return bounded(copy);
    }
    return schema;
  }

  private Optional<Long> end(Optional<T> value) {
    return value
        .map(row.type()::write)
        .flatMap(
            literal ->
                literal instanceof Literal.Num number
                    ? Optional.of(number.number())
                    : Optional.empty());
  }

  private Map<String, Object> operators() {
    Map<String, Object> value = JsonSchema.ref(valueName());
    Map<String, Object> orNothing = JsonSchema.anyOf(value, JsonSchema.NOTHING);
    SchemaKeys keys = new SchemaKeys().with("is", orNothing);
    if (row.order().isPresent()) {
      keys.with("atLeast", value).with("atMost", value).with("between", pair(value));
    }
    keys.with("oneOf", several(orNothing)).with("not", orNothing);
    row.type().patterns().ifPresent(pattern -> keys.with("matches", JsonSchema.ref("pattern")));
    row.type().members().ifPresent(set -> keys.with("contains", value).with("excludes", value));
    keys.defined("any").with("set", orNothing).defined("severity").defined("why");
    return keys.defined("remediation").map();
  }

  private static Map<String, Object> pair(Map<String, Object> value) {
    Map<String, Object> list = JsonSchema.listOf(value);
    list.put("minItems", 2);
    list.put("maxItems", 2);
    return list;
  }

  private static Map<String, Object> several(Map<String, Object> value) {
    Map<String, Object> list = JsonSchema.listOf(value);
    list.put("minItems", 1);
    return list;
  }
}
