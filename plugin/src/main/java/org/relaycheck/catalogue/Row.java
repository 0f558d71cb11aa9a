package org.relaycheck.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.relaycheck.value.Raw;
import org.relaycheck.value.ValueType;

/**
 * A row that is being written, one fact after the other.
 *
 * @param <T> the setting's values
 */
public final class Row<T> {

  private final String name;
  private final ValueType<T> type;
  private final Binding binding;
  private final List<DefaultValue<T>> defaults = new ArrayList<>();
  private final Set<SettingTrait> traits = EnumSet.noneOf(SettingTrait.class);
  private final Set<String> notOn = new LinkedHashSet<>();
  private Range<T> allowed = Range.any();
  private Optional<NamedRelease> since = Optional.empty();
  private Optional<NamedRelease> gone = Optional.empty();
  private Optional<SettingOwner> owner = Optional.empty();
  private Optional<String> symptom = Optional.empty();

  private Row(String name, ValueType<T> type, Binding binding) {
    this.name = name;
    this.type = type;
    this.binding = binding;
  }

  public static <T> Row<T> of(String name, ValueType<T> type, Binding binding) {
    return new Row<>(name, type, binding);
  }

  /** The lowest and the highest value that the system accepts, in the system's spelling. */
  public Row<T> range(String least, String most) {
    allowed =
        Range.between(
            value(least), value(most), type.order().orElseThrow(), "from " + least + " to " + most);
    return this;
  }

  /** As {@link #range(String, String)}, and one value above the highest, such as "unlimited". */
  public Row<T> range(String least, String most, String also) {
    range(least, most);
    Range<T> numbers = allowed;
    T top = value(also);
    allowed =
        new Range<>(
            value -> value.equals(top) || numbers.allows().test(value),
            numbers.words().map(words -> words + ", or " + also),
            numbers.least(),
            Optional.of(top));
    return this;
  }

  /** A test of the values that the system accepts, and its limits in words. */
  public Row<T> allows(Predicate<T> test, String words) {
    allowed = Range.where(test, words);
    return this;
  }

  /** A value that the setting has when nobody set it. */
  public Row<T> byDefault(String where, String value) {
    defaults.add(new DefaultValue<>(where, value(value)));
    return this;
  }

  public Row<T> since(NamedRelease release) {
    since = Optional.of(release);
    return this;
  }

  public Row<T> gone(NamedRelease release) {
    gone = Optional.of(release);
    return this;
  }

  /** A role that lacks the setting, upper case. */
  public Row<T> notOn(String role) {
    notOn.add(role);
    return this;
  }

  public Row<T> trait(SettingTrait trait) {
    traits.add(trait);
    return this;
  }

  public Row<T> owner(SettingOwner writer) {
    owner = Optional.of(writer);
    return this;
  }

  /** What a person sees when the setting is wrong. */
  public Row<T> symptom(String text) {
    symptom = Optional.of(text);
    return this;
  }

  /** Ends the row: what the setting does, why a relay cares, and where the facts are from. */
  public Property<T> because(String meaning, String reason, String source) {
    SettingReason grounds = new SettingReason(meaning, reason, symptom, source);
    VersionValidity validity = new VersionValidity(since, gone, notOn);
    return new Property<>(
        name,
        type,
        allowed,
        new SettingFacts<>(defaults, validity, grounds, traits, owner),
        binding);
  }

  private T value(String text) {
    return type.read(Raw.text(text)).known().orElseThrow(() -> new IllegalArgumentException(text));
  }
}
