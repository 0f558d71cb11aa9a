package org.relaycheck.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Address;

/**
 * What a finding is about; two findings of a run never have the same subject.
 *
 * @param address the resource; its name is empty where a baseline or a kind as a whole is meant
 * @param setting the row; empty where the resource itself is meant
 * @param rule the id of a rule between settings
 * @param baseline the template of the baseline that stated it
 */
public record Subject(
    Address address,
    Optional<Property<?>> setting,
    Optional<String> rule,
    Optional<String> baseline)
    implements Comparable<Subject> {

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::address)
          .thenComparing(subject -> Address.folded(subject.settingName()))
          .thenComparing(subject -> subject.rule.orElse(""))
          .thenComparing(subject -> Address.folded(subject.baseline.orElse("")))
          .thenComparing(subject -> subject.baseline.orElse(""));

  /** The setting's name, or nothing. */
  public String settingName() {
    return setting.map(Property::name).orElse("");
  }

  /** The same for the same subject, however names are spelled. */
  public List<Object> key() {
    return List.of(
        address.key(),
        Address.folded(settingName()),
        rule.orElse(""),
        Address.folded(baseline.orElse("")));
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
