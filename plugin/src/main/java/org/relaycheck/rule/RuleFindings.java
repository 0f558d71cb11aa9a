package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Reasons;
import org.relaycheck.compare.Subject;
import org.relaycheck.compare.Verdict;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;
import org.relaycheck.state.BreachValue;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Severity;

/**
 * What a rule came to, as findings.
 *
 * @param facts of the rule
 * @param stated what the policy says of the rule, if it names it
 * @param now what came of it in the world as it is
 */
record RuleFindings(RuleFacts facts, Optional<Severity> stated, RuleResult now) {

  private static final String ONCE_FIXED =
      "this will be broken if you run the scripts: your policy asks for it";
  private static final String FIXES_HELP = "running the scripts of relay:remediate fixes this too";

  /** A breach in one world, and how it stands to the other. */
  private record Case(RuleResult.Broken broken, Optional<String> cause, boolean onlyFixed) {}

  /** What is broken, whatever fixes would do. */
  List<Finding> broken() {
    return now.broken().values().stream()
        .map(broken -> finding(new Case(broken, Optional.empty(), false)))
        .toList();
  }

  /** What is broken now or will be, and what the policy wants to be told and cannot be judged. */
  List<Finding> beside(RuleResult fixed) {
    List<Finding> findings = new ArrayList<>();
    now.broken().forEach((address, broken) -> findings.add(finding(today(broken, address, fixed))));
    fixed
        .broken()
        .forEach(
            (address, broken) -> {
              if (!now.broken().containsKey(address)) {
                findings.add(finding(new Case(broken, Optional.of(ONCE_FIXED), true)));
              }
            });
    if (mustBeTold()) {
      Set<Address> told =
          findings.stream().map(f -> f.subject().address()).collect(Collectors.toSet());
      now.open().values().stream()
          .filter(open -> !told.contains(open.resource().address()))
          .forEach(open -> findings.add(unclear(open)));
    }
    return findings;
  }

  private static Case today(RuleResult.Broken broken, Address address, RuleResult fixed) {
    RuleResult.Broken later = fixed.broken().get(address);
    if (later == null) {
      boolean fixes = !fixed.open().containsKey(address);
      return new Case(broken, fixes ? Optional.of(FIXES_HELP) : Optional.empty(), false);
    }
    boolean same = later.breach().found().equals(broken.breach().found());
    return same
        ? new Case(broken, Optional.empty(), false)
        : new Case(
            new RuleResult.Broken(broken.resource(), List.of(toward(later, broken.breach()))),
            Optional.of("with the values of your policy, " + later.breach().found()),
            false);
  }

  /** A breach of today; what to set is what will be lacking once the policy's fixes are written. */
  private static RuleBreach toward(RuleResult.Broken later, RuleBreach today) {
    return today.wanting(later.breach().wanted());
  }

  /**
   * What could not be judged and is not told as a finding. A resource of which neither the answer
   * nor the policy mentions any input is left out: a record that holds three settings would bring
   * every rule there is.
   */
  List<RuleResult.Open> unchecked() {
    return mustBeTold() || severity() == Severity.IGNORE
        ? List.of()
        : now.open().values().stream()
            .filter(one -> one.resource().speaksOf(facts.inputs()))
            .toList();
  }

  private boolean mustBeTold() {
    return stated.filter(severity -> severity != Severity.IGNORE).isPresent();
  }

  private Severity severity() {
    return stated.orElse(facts.severity());
  }

  private Finding finding(Case one) {
    RuleBreach breach = one.broken().breach();
    List<BreachValue<?>> values =
        new BreachValues(one.broken().resource(), breach, facts.inputs()).all();
    FindingRepair repair = new FindingRepair.Reconcile(values, one.onlyFixed());
    return new Finding(
        subject(one.broken().resource().address()),
        Verdict.BROKEN,
        severity(),
        new Difference(breach.wanted(), Optional.of(breach.found()), Optional.of(repair)),
        reasons(one.cause(), facts.grounds().fix()),
        new Finding.Trail(origin(one), LastChange.unknown()));
  }

  private Finding unclear(RuleResult.Open open) {
    Set<UnknownFact> lacks = open.lacks();
    String why = lacks.stream().map(UnknownFact::why).collect(Collectors.joining("; "));
    String fix = lacks.stream().map(UnknownFact::fix).distinct().collect(Collectors.joining("; "));
    return new Finding(
        subject(open.resource().address()),
        Verdict.UNCLEAR,
        Severity.ERROR,
        new Difference(facts.title(), Optional.empty()),
        reasons(Optional.of(why), fix),
        new Finding.Trail(open.resource().origin(), LastChange.unknown()));
  }

  private Subject subject(Address address) {
    return new Subject(address, Optional.empty(), Optional.of(facts.id()), Optional.empty());
  }

  private Reasons reasons(Optional<String> cause, String fix) {
    return new Reasons(
        Optional.of(facts.grounds().reason()), Optional.empty(), cause, Optional.of(fix));
  }

  /**
   * Where the policy makes it so: at a statement that is to be fixed, if only the fixes break it;
   * else at a statement about an input, or where the resource is named.
   */
  private Optional<Origin> origin(Case one) {
    List<ServerResource> all = new ArrayList<>(List.of(one.broken().resource()));
    all.addAll(one.broken().breach().involved());
    Stream<Origin> inputs = all.stream().flatMap(resource -> origins(resource, one.onlyFixed()));
    return inputs
        .findFirst()
        .or(() -> all.stream().flatMap(resource -> origins(resource, false)).findFirst())
        .or(() -> one.broken().resource().origin());
  }

  private Stream<Origin> origins(ServerResource resource, boolean onlyChanged) {
    return facts.inputs().stream()
        .filter(row -> !onlyChanged || resource.changed(row))
        .flatMap(row -> resource.stated(row).stream())
        .map(statement -> statement.origin());
  }
}
