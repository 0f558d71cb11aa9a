package org.relaycheck.value;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A number, or {@code unlimited}. */
final class LimitType extends Scalar<Limit> {

  @Override
  Seen<Limit> parse(String text) {
    if (Limit.unlimited(text)) {
      return Seen.of(Limit.UNLIMITED);
    }
    return Count.digits(text) ? Seen.of(new Limit(Long.parseLong(text))) : not(text);
  }

  @Override
  public String show(Limit value) {
    return value.toString();
  }

  @Override
  public Literal write(Limit value) {
    return value.isUnlimited() ? new Literal.Str("unlimited") : new Literal.Num(value.most());
  }

  @Override
  public String hint() {
    return "a whole number such as 100, or unlimited";
  }

  @Override
  public String word() {
    return "limit";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("anyOf", List.of(Map.of("type", "integer"), Map.of("const", "unlimited")));
  }

  @Override
  public Optional<Comparator<Limit>> order() {
    return Optional.of(Comparator.naturalOrder());
  }
}
