package org.relaycheck.reference;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.DefaultValue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingFacts;
import org.relaycheck.catalogue.SettingReason;
import org.relaycheck.catalogue.SettingTrait;

/**
 * What a row knows, in sentences.
 *
 * @param row the setting
 * @param <T> its values
 */
public record RowText<T>(Property<T> row) {

  /** What an editor shows while a policy is written. */
  String hover() {
    SettingReason grounds = row.facts().grounds();
    StringJoiner text = new StringJoiner(" ");
    text.add(grounds.meaning()).add(grounds.reason());
    row.allowed().words().ifPresent(words -> text.add("Takes " + words + "."));
    if (!row.facts().defaults().isEmpty()) {
      text.add("By default " + String.join("; ", defaults()) + ".");
    }
    notes().forEach(text::add);
    return text.toString();
  }

  /** The documented defaults, each with where it holds unless that is everywhere. */
  public List<String> defaults() {
    return row.facts().defaults().stream().map(this::told).toList();
  }

  private String told(DefaultValue<T> one) {
    String value = row.type().show(one.value());
    return one.where().equals("everywhere") ? value : value + " (" + one.where() + ")";
  }

  /** What it takes: an example, and the limits. */
  public String values() {
    String hint = row.type().hint();
    return row.allowed()
        .words()
        .map(words -> hint.equals("text") ? words : hint + "; " + words)
        .orElse(hint);
  }

  /** Versions, roles, other writers, and what cannot be undone, a sentence each. */
  public List<String> notes() {
    SettingFacts<T> facts = row.facts();
    String roles = facts.validity().notOn().stream().sorted().collect(Collectors.joining(", "));
    return List.of(
            facts.validity().since().map(release -> "Since " + release.name() + "."),
            facts.validity().gone().map(release -> "Gone with " + release.name() + "."),
            Optional.of(roles).filter(some -> !some.isEmpty()).map(some -> "Not on " + some + "."),
            facts.owner().map(owner -> "Also written by " + owner.title() + "."),
            note(SettingTrait.ZERO_IS_NO_LIMIT, "0 counts as no limit."),
            note(SettingTrait.ONE_WAY, "A rollback cannot empty it."),
            note(SettingTrait.WHERE_ONLY, "Only for 'where' of a baseline."))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> note(SettingTrait trait, String sentence) {
    return row.facts().has(trait) ? Optional.of(sentence) : Optional.empty();
  }
}
