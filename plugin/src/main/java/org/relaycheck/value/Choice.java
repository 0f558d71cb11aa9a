package org.relaycheck.value;

import java.util.Map;
import java.util.Optional;

/** One word of a {@link Vocabulary}, also as its number; the value is the word's own spelling. */
final class Choice extends Scalar<String> {

  private final Vocabulary words;

  Choice(Vocabulary words) {
    this.words = words;
  }

  @Override
  Seen<String> parse(String text) {
    Optional<String> word = Count.digits(text) ? named(Long.parseLong(text)) : words.find(text);
    return word.map(Seen::of).orElseGet(() -> not(text));
  }

  private Optional<String> named(long number) {
    return words.numbers().entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public String show(String value) {
    return value;
  }

  @Override
  public Literal write(String value) {
    return new Literal.Str(value);
  }

  @Override
  public Optional<String> refusal(Raw stated) {
    return parse(stated.shown())
        .known()
        .flatMap(word -> words.reason(word).map(why -> "'" + word + "' " + why));
  }

  @Override
  public boolean isWantable(String value) {
    return words.reason(value).isEmpty();
  }

  @Override
  public String hint() {
    return "one of " + String.join(", ", words.stated());
  }

  @Override
  public String word() {
    return "choice";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("enum", words.stated());
  }
}
