package org.relaycheck.value;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A whole number. */
final class Count extends Scalar<Long> {

  private static final int MOST_DIGITS = 18;

  @Override
  Seen<Long> parse(String text) {
    return digits(text) ? Seen.of(Long.parseLong(text)) : not(text);
  }

  /** Whether the text is a number in ASCII digits that fits a long. */
  static boolean digits(String text) {
    String bare = text.startsWith("-") ? text.substring(1) : text;
    return !bare.isEmpty()
        && bare.length() <= MOST_DIGITS
        && bare.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String show(Long value) {
    return Long.toString(value);
  }

  @Override
  public Literal write(Long value) {
    return new Literal.Num(value);
  }

  @Override
  public String hint() {
    return "a whole number such as 100";
  }

  @Override
  public String word() {
    return "number";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "integer");
  }

  @Override
  public Optional<Comparator<Long>> order() {
    return Optional.of(Comparator.naturalOrder());
  }
}
