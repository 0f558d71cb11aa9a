package org.relaycheck.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a setting with the numbers that the system stores for them, in the order of their
 * declaration.
 */
public final class Vocabulary {

  private final Map<String, Long> numbers;
  private final Map<String, Set<String>> synonyms;
  private final Map<String, String> computed;

  private Vocabulary(
      Map<String, Long> numbers, Map<String, Set<String>> synonyms, Map<String, String> computed) {
    this.numbers = new LinkedHashMap<>(numbers);
    this.synonyms = Map.copyOf(synonyms);
    this.computed = Map.copyOf(computed);
  }

  /** A vocabulary without words. */
  public static Vocabulary empty() {
    return new Vocabulary(Map.of(), Map.of(), Map.of());
  }

  /** One more word. */
  public Vocabulary word(String word, long number) {
    Map<String, Long> more = new LinkedHashMap<>(numbers);
    more.put(word, number);
    return new Vocabulary(more, synonyms, computed);
  }

  /** A word that stands for several others. */
  public Vocabulary means(String word, String... others) {
    Map<String, Set<String>> more = new LinkedHashMap<>(synonyms);
    more.put(word, Set.of(others));
    return new Vocabulary(numbers, more, computed);
  }

  /** A word that the system adds by itself and nobody can set, with the reason. */
  public Vocabulary computed(String word, long number, String reason) {
    Map<String, String> more = new LinkedHashMap<>(computed);
    more.put(word, reason);
    return new Vocabulary(word(word, number).numbers, synonyms, more);
  }

  /** The words that a policy may use, synonyms last. */
  List<String> stated() {
    List<String> words = new ArrayList<>(numbers.keySet());
    words.removeAll(computed.keySet());
    synonyms.keySet().stream().sorted().forEach(words::add);
    return words;
  }

  /** The word in its own spelling, whatever the case of the text. */
  Optional<String> find(String text) {
    String key = text.toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>(numbers.keySet());
    all.addAll(synonyms.keySet());
    return all.stream().filter(word -> word.toLowerCase(Locale.ROOT).equals(key)).findFirst();
  }

  /** The words behind a word: itself, or what it is a synonym of. */
  Set<String> expand(String word) {
    return synonyms.getOrDefault(word, Set.of(word));
  }

  /** Why nobody can set this word; empty if one can. */
  Optional<String> reason(String word) {
    return Optional.ofNullable(computed.get(word));
  }

  /** The number that the system stores for a word, in the word's own spelling. */
  public Optional<Long> number(String word) {
    return Optional.ofNullable(numbers.get(word));
  }

  /** Words with their numbers, in order. */
  Map<String, Long> numbers() {
    return Collections.unmodifiableMap(numbers);
  }

  /** The given words in the order of declaration. */
  List<String> inOrder(Set<String> words) {
    return numbers.keySet().stream().filter(words::contains).toList();
  }
}
