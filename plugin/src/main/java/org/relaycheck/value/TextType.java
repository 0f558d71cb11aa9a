package org.relaycheck.value;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Free text, with or without regard to case. */
final class TextType extends Scalar<Text> {

  private final boolean caseMatters;

  TextType(boolean caseMatters) {
    this.caseMatters = caseMatters;
  }

  @Override
  Seen<Text> parse(String text) {
    return text.isEmpty() ? Seen.nothing() : Seen.of(of(text));
  }

  private Text of(String text) {
    return caseMatters ? Text.exact(text) : Text.folded(text);
  }

  @Override
  public String show(Text value) {
    return value.spelling();
  }

  @Override
  public Literal write(Text value) {
    return new Literal.Str(value.spelling());
  }

  @Override
  public String hint() {
    return "text";
  }

  @Override
  public String word() {
    return "text";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string");
  }

  @Override
  public Optional<Function<String, Predicate<Text>>> patterns() {
    return Optional.of(this::pattern);
  }

  private Predicate<Text> pattern(String regex) {
    int flags = caseMatters ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    Predicate<String> whole = Pattern.compile(regex, flags).asMatchPredicate();
    return text -> whole.test(text.spelling());
  }
}
