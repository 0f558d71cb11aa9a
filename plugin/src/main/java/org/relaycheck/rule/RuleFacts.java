package org.relaycheck.rule;

import java.util.List;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Severity;

/**
 * What is told of a rule.
 *
 * @param id what a policy, a waiver and a report call it; never changes
 * @param title what must hold, as a sentence without a full stop
 * @param grounds why, what to do, and how we know
 * @param severity how much it matters unless the policy says otherwise
 * @param ignorable whether a policy may ignore it; what harms others can only be waived
 * @param inputs the settings that it looks at, the most telling first, and {@link BreachFacts}
 */
public record RuleFacts(
    String id,
    String title,
    Grounds grounds,
    Severity severity,
    boolean ignorable,
    List<Property<?>> inputs) {

  public RuleFacts {
    inputs = List.copyOf(inputs);
  }

  /**
   * Why a rule is one.
   *
   * @param reason what goes wrong where it does not hold
   * @param fix what a person does about it
   * @param source where the facts are from; what is not documented is said to be so
   */
  public record Grounds(String reason, String fix, String source) {}

  /** How much it matters unless stated, in words. */
  public String weight() {
    return severity.word() + (ignorable ? "" : ", cannot be ignored");
  }

  /** A warning that a policy may ignore. */
  public static RuleFacts warning(String id, String title, Grounds grounds, Property<?>... inputs) {
    return new RuleFacts(id, title, grounds, Severity.WARNING, true, List.of(inputs));
  }

  /** An error that a policy cannot ignore. */
  public static RuleFacts harm(String id, String title, Grounds grounds, Property<?>... inputs) {
    return new RuleFacts(id, title, grounds, Severity.ERROR, false, List.of(inputs));
  }
}
