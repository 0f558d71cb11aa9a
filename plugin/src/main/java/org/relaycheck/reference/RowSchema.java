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
 * @param row the setting
 * @param <T> its values
 */
record RowSchema<T>(Property<T> row) {

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
          List.of("file"),
          List.of("any"));

  /**
   * What is the same for all settings with such values.
   *
   * @param values the schema of a value
   * @param ordered whether one can be more than another
   * @param patterns whether a regular expression can be matched
   * @param members whether it has elements
   */
  record Shape(Map<String, Object> values, boolean ordered, boolean patterns, boolean members) {

    /** What can be stated: of sets also who answers for members, or a file of them. */
    Map<String, Object> stated(Map<String, Object> value) {
      return members ? JsonSchema.anyOf(value, JsonSchema.ref(MemberSchema.NAME)) : value;
    }

    /** The operators, each with what it means, for values of a definition. */
    Map<String, Object> operators(Map<String, Object> value) {
      Map<String, Object> orNothing = JsonSchema.anyOf(value, JsonSchema.NOTHING);
      Map<String, Object> wanted = stated(value);
      SchemaKeys keys = new SchemaKeys().word("is", JsonSchema.anyOf(wanted, JsonSchema.NOTHING));
      if (ordered) {
        keys.word("atLeast", value).word("atMost", value).word("between", pair(value));
      }
      keys.word("oneOf", several(orNothing)).word("not", orNothing);
      if (patterns) {
        keys.word("matches", JsonSchema.text());
      }
      if (members) {
        keys.word("contains", wanted).word("excludes", value).word("file", JsonSchema.text());
      }
      keys.defined("any").word("set", orNothing).defined("severity").defined("why");
      return keys.defined("remediation").map();
    }
  }

  /** What its values are, and how they can be compared. */
  Shape shape() {
    return new Shape(
        JsonSchema.sorted(bounded(row.type().schema())),
        row.order().isPresent(),
        row.type().patterns().isPresent(),
        row.type().members().isPresent());
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
