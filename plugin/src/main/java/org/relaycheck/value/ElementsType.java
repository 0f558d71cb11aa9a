package org.relaycheck.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A set of elements, each read by itself; order and repetition mean nothing.
 *
 * @param <E> an element; its text is what a script writes
 */
final class ElementsType<E extends Comparable<E>> extends Plural<Set<E>> {

  private final Function<String, Optional<E>> element;
  private final String hint;

  ElementsType(String separator, Function<String, Optional<E>> element, String hint) {
    super(separator);
    this.element = element;
    this.hint = hint;
  }

  @Override
  protected Seen<Set<E>> parse(List<String> pieces) {
    Set<E> found = new LinkedHashSet<>();
    for (String piece : pieces) {
      Optional<E> one = element.apply(piece);
      if (one.isEmpty()) {
        return Seen.notUnderstood("'" + piece + "' is not " + hint);
      }
      found.add(one.get());
    }
    return Seen.of(Set.copyOf(found));
  }

  private List<String> sorted(Set<E> value) {
    return new ArrayList<>(value.stream().sorted().map(Object::toString).toList());
  }

  @Override
  public String show(Set<E> value) {
    return String.join(", ", sorted(value));
  }

  @Override
  public Literal write(Set<E> value) {
    return Literal.Items.of(sorted(value));
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public String word() {
    return "list";
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> text = Map.of("type", "string");
    return Map.of("anyOf", List.of(text, Map.of("type", "array", "items", text)));
  }

  @Override
  public Optional<Members<Set<E>>> members() {
    return Optional.of(new SetMembers<>());
  }
}
