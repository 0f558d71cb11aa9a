package org.relaycheck.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** True or false; a bit is one too, and so is what a spreadsheet makes of one in its language. */
final class Flag extends Scalar<Boolean> {

  private static final Set<String> TRUE =
      Set.of("wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "prawda");
  private static final Set<String> FALSE =
      Set.of("falsch", "faux", "falso", "onwaar", "fa\u0142sz");

  @Override
  Seen<Boolean> parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return Seen.of(TRUE.contains(word));
    }
    return switch (word) {
      case "true", "1" -> Seen.of(true);
      case "false", "0" -> Seen.of(false);
      default -> not(text);
    };
  }

  @Override
  public Optional<String> refusal(Raw stated) {
    String word = stated.shown().strip().toLowerCase(Locale.ROOT);
    return TRUE.contains(word) || FALSE.contains(word)
        ? Optional.of("'" + stated.shown().strip() + "' is not " + hint())
        : Optional.empty();
  }

  @Override
  public String show(Boolean value) {
    return value.toString();
  }

  @Override
  public Literal write(Boolean value) {
    return new Literal.Bool(value);
  }

  @Override
  public String hint() {
    return "true or false";
  }

  @Override
  public String word() {
    return "flag";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
