package org.relaycheck.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of words of a {@link Vocabulary}, also as the sum of their numbers. Words that the system
 * adds by itself are dropped when read, and refused when a policy states them. {@code None}, which
 * has the number 0, is the empty set.
 */
final class WordsType extends Plural<Set<String>> {

  private final Vocabulary words;

  WordsType(Vocabulary words) {
    super("[,\\s]+");
    this.words = words;
  }

  @Override
  protected Seen<Set<String>> parse(List<String> pieces) {
    Set<String> found = new LinkedHashSet<>();
    for (String piece : pieces) {
      Optional<Set<String>> some = Count.digits(piece) ? bits(Long.parseLong(piece)) : word(piece);
      if (some.isEmpty()) {
        return Seen.notUnderstood("'" + piece + "' is not " + hint());
      }
      found.addAll(some.get());
    }
    found.removeIf(word -> words.reason(word).isPresent() || number(word) == 0);
    return Seen.of(Set.copyOf(found));
  }

  private Set<String> named(String piece) {
    Optional<Set<String>> some = Count.digits(piece) ? bits(Long.parseLong(piece)) : word(piece);
    return some.orElse(Set.of());
  }

  private Optional<Set<String>> word(String piece) {
    return words.find(piece).map(words::expand);
  }

  private Optional<Set<String>> bits(long sum) {
    Set<String> found = new LinkedHashSet<>();
    long rest = sum;
    for (Map.Entry<String, Long> entry : words.numbers().entrySet()) {
      if (entry.getValue() != 0 && (sum & entry.getValue()) == entry.getValue()) {
        found.add(entry.getKey());
        rest &= ~entry.getValue();
      }
    }
    return rest == 0 ? Optional.of(found) : Optional.empty();
  }

  private long number(String word) {
    return words.numbers().getOrDefault(word, 0L);
  }

  @Override
  public Optional<String> refusal(Raw stated) {
    List<String> given = new ArrayList<>();
    if (stated instanceof Raw.Items items) {
      given.addAll(items.values());
    } else {
      given.addAll(List.of(stated.shown().split("[,\\s]+")));
    }
    Set<String> all =
        given.stream().flatMap(word -> named(word.strip()).stream()).collect(Collectors.toSet());
    Optional<String> nothing = all.stream().filter(word -> number(word) == 0).findFirst();
    if (nothing.isPresent() && all.size() > 1) {
      return nothing.map(word -> "'" + word + "' means nothing at all and stands alone");
    }
    return given.stream()
        .map(String::strip)
        .flatMap(word -> named(word).stream())
        .flatMap(word -> words.reason(word).map(why -> "'" + word + "' " + why).stream())
        .findFirst();
  }

  @Override
  public String show(Set<String> value) {
    return value.isEmpty() ? "None" : String.join(", ", words.inOrder(value));
  }

  @Override
  public Literal write(Set<String> value) {
    return new Literal.Str(show(value));
  }

  @Override
  public String hint() {
    return "a list of " + String.join(", ", words.stated());
  }

  @Override
  public String word() {
    return "words";
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> word = Map.of("enum", words.stated());
    String any = "(" + String.join("|", words.stated()) + ")";
    Map<String, Object> several =
        Map.of("type", "string", "pattern", "^" + any + "([, ]+" + any + ")*$");
    return Map.of("anyOf", List.of(word, Map.of("type", "array", "items", word), several));
  }

  @Override
  public Optional<Members<Set<String>>> members() {
    return Optional.of(new SetMembers<>());
  }
}
