package org.relaycheck.reference;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Default;
import org.relaycheck.catalogue.Facts;
import org.relaycheck.catalogue.Grounds;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Trait;

/**
 * What a row knows, in sentences.
 *
 * @param row the setting
 * @param <T> its values
 */
public record RowText<T>(Property<T> row) {

  /** What an editor shows while a policy is written. */
  String hover() {
    Grounds grounds = row.facts().grounds();
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

  private String told(Default<T> one) {
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
    Facts<T> facts = row.facts();
    String roles = facts.validity().notOn().stream().sorted().collect(Collectors.joining(", "));
    return List.of(
            facts.validity().since().map(release -> "Since " + release.name() + "."),
            facts.validity().gone().map(release -> "Gone with " + release.name() + "."),
            Optional.of(roles).filter(some -> !some.isEmpty()).map(some -> "Not on " + some + "."),
            facts.owner().map(owner -> "Also written by " + owner.title() + "."),
            note(Trait.ZERO_IS_NO_LIMIT, "0 counts as no limit."),
            note(Trait.ONE_WAY, "A rollback cannot empty it."),
            note(Trait.WHERE_ONLY, "Only for 'where' of a baseline."))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> note(Trait trait, String sentence) {
    return row.facts().has(trait) ? Optional.of(sentence) : Optional.empty();
  }
}
