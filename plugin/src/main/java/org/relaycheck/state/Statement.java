package org.relaycheck.state;

import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.value.Seen;

/**
 * One line of a policy.
 *
 * @param property the setting
 * @param wanted what it must be
 * @param severity how much a difference matters
 * @param remediation who fixes it
 * @param origin where the line stands
 * @param why the policy's own reason
 * @param members of a set what is wanted of it, as the policy states it
 * @param <T> the setting's values
 */
public record Statement<T>(
    Property<T> property,
    Expectation<T> wanted,
    Severity severity,
    Remediation remediation,
    Origin origin,
    Optional<String> why,
    List<OwnedMember> members) {

  public Statement {
    members = List.copyOf(members);
  }

  /** One of whose members nothing is said. */
  public Statement(
      Property<T> property,
      Expectation<T> wanted,
      Severity severity,
      Remediation remediation,
      Origin origin,
      Optional<String> why) {
    this(property, wanted, severity, remediation, origin, why, List.of());
  }

  /** Of statements the one about a setting; there is at most one. */
  @SuppressWarnings("unchecked") // a statement about a property is of its own type
  public static <T> Optional<Statement<T>> about(Property<T> property, List<Statement<?>> all) {
    for (Statement<?> one : all) {
      if (one.property().equals(property)) {
        return Optional.of((Statement<T>) one);
      }
    }
    return Optional.empty();
  }

  /** Whether a value is what is wanted; one that nobody can want is not, whatever is excluded. */
  public boolean accepts(Seen<T> seen) {
    return wanted.accepts(seen) && seen.known().filter(this::isUnwanted).isEmpty();
  }

  private boolean isUnwanted(T value) {
    return !property.type().isWantable(value);
  }

  /** What is wanted, in words. */
  public String show() {
    return wanted.show(property.type());
  }
}
