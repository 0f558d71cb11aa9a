package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;

/** What one rule comes to in one landscape. */
public final class RuleResult {

  /** One question to a rule, about one resource. */
  @FunctionalInterface
  public interface Judgement {

    /** The breach, if there is one. */
    Optional<RuleBreach> judge() throws NotKnownException;
  }

  /**
   * A resource of which the rule does not hold.
   *
   * @param resource where it is told
   * @param breaches in what respects, at least one
   */
  public record Broken(ServerResource resource, List<RuleBreach> breaches) {

    /** All of them as one. */
    public RuleBreach breach() {
      return RuleBreach.all(breaches);
    }
  }

  /**
   * A resource that could not be judged, or not in all respects.
   *
   * @param resource where it is told
   * @param lacks what would have to be known
   * @param told those of them that are told although nobody asked for the rule: a person can supply
   *     them
   */
  public record Open(ServerResource resource, Set<UnknownFact> lacks, Set<UnknownFact> told) {}

  private final Map<Address, Broken> broken = new LinkedHashMap<>();
  private final Map<Address, Open> open = new LinkedHashMap<>();

  /**
   * Takes what comes of judging a setting of a resource. Where neither the answer nor the policy
   * mentions the setting, what is lacking is told only to who asked for the rule.
   */
  public void of(ServerResource resource, Property<?> about, Judgement judgement) {
    take(resource, judgement, () -> resource.speaksOf(List.of(about)));
  }

  /** The same, and what is lacking is told only to who asked for the rule. */
  public void ifAsked(ServerResource resource, Judgement judgement) {
    take(resource, judgement, () -> false);
  }

  /** Takes what comes of judging a resource; several judgements of one are told as one. */
  public void of(ServerResource resource, Judgement judgement) {
    take(resource, judgement, () -> true);
  }

  private void take(ServerResource resource, Judgement judgement, BooleanSupplier telling) {
    try {
      judgement
          .judge()
          .ifPresent(
              breach ->
                  broken
                      .computeIfAbsent(
                          resource.address(), address -> new Broken(resource, new ArrayList<>()))
                      .breaches()
                      .add(breach));
    } catch (NotKnownException unknown) {
      Open lacking =
          open.computeIfAbsent(
              resource.address(),
              address -> new Open(resource, new LinkedHashSet<>(), new LinkedHashSet<>()));
      lacking.lacks().add(unknown.lack());
      if (telling.getAsBoolean() && !unknown.lack().fix().isEmpty()) {
        lacking.told().add(unknown.lack());
      }
    }
  }

  /** What is broken, by the resource. */
  public Map<Address, Broken> broken() {
    return Collections.unmodifiableMap(broken);
  }

  /** What could not be decided, by the resource. */
  public Map<Address, Open> open() {
    return Collections.unmodifiableMap(open);
  }
}
