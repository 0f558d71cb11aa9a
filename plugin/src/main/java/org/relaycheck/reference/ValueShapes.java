package org.relaycheck.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;

/**
 * The values that settings have, as definitions of a schema: one for each type and range, however
 * many settings have it. It is called as the type is, with the first setting's name behind it where
 * the type has several ranges or words.
 */
final class ValueShapes {

  private static final String EXPECTATION = "-expectation";

  private final Map<RowSchema.Shape, String> names = new LinkedHashMap<>();

  ValueShapes(List<Catalogue> catalogues) {
    Map<String, Set<RowSchema.Shape>> byWord =
        rows(catalogues).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.type().word(),
                    HashMap::new,
                    Collectors.mapping(ValueShapes::shape, Collectors.toSet())));
    for (Property<?> row : rows(catalogues)) {
      String word = row.type().word();
      boolean one = byWord.getOrDefault(word, Set.of()).size() == 1;
      names.putIfAbsent(shape(row), one ? word : word + "-" + row.name());
    }
  }

  private static List<Property<?>> rows(List<Catalogue> catalogues) {
    return catalogues.stream().<Property<?>>flatMap(one -> one.rows().stream()).toList();
  }

  private static RowSchema.Shape shape(Property<?> row) {
    return new RowSchema<>(row).shape();
  }

  /** A value of the row. */
  Map<String, Object> value(Property<?> row) {
    return JsonSchema.ref(name(row));
  }

  /** What can be expected of the row: a value, nothing, or operators. */
  Map<String, Object> expectation(Property<?> row) {
    return JsonSchema.ref(name(row) + EXPECTATION);
  }

  private String name(Property<?> row) {
    return names.getOrDefault(shape(row), "");
  }

  /** The definitions of values. */
  Map<String, Object> values() {
    Map<String, Object> all = new LinkedHashMap<>();
    names.forEach((shape, name) -> all.put(name, shape.values()));
    return all;
  }

  /** The definitions of what can be expected. */
  Map<String, Object> expectations() {
    Map<String, Object> all = new LinkedHashMap<>();
    names.forEach(
        (shape, name) -> {
          Map<String, Object> operators = JsonSchema.mapping(shape.operators(JsonSchema.ref(name)));
          operators.put("allOf", List.of(JsonSchema.ref("oneOperator")));
          all.put(
              name + EXPECTATION,
              JsonSchema.anyOf(shape.stated(JsonSchema.ref(name)), JsonSchema.NOTHING, operators));
        });
    return all;
  }
}
