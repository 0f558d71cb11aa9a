package org.relaycheck.value;

import java.util.Locale;
import java.util.Map;

/** True or false; a bit is one too. */
final class Flag extends Scalar<Boolean> {

  @Override
  Seen<Boolean> parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Seen.of(true);
      case "false", "0" -> Seen.of(false);
      default -> not(text);
    };
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
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
