package org.relaycheck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.catalogue.WholeListing;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Origin;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/**
 * A statement about an observed resource, and the findings that it may come to.
 *
 * @param observed the resource
 * @param statement what the policy says
 * @param baseline the template of the baseline that says it, if one does
 * @param beside all that is said in the same place
 */
record StatementFindings<T>(
    Observed observed,
    Statement<T> statement,
    Optional<String> baseline,
    List<Statement<?>> beside) {

  private static final String ASK_AGAIN =
      "read it again with an account that may see it, or remove the statement from the policy";

  Finding notApplicable(String why) {
    Reasons reasons = new Reasons(reason(), statement.why(), Optional.of(why), Optional.empty());
    return finding(Verdict.NOT_APPLICABLE, Severity.IGNORE, difference(Optional.empty()), reasons);
  }

  /** What was cut off was so by PowerShell, when somebody listed it. */
  private String askAgain() {
    boolean cutOff =
        observed
            .settings()
            .get(statement.property())
            .filter(reading -> reading.raw() instanceof Raw.CutOff)
            .isPresent();
    return cutOff ? "list it whole: " + WholeListing.of(observed.address().host()) : ASK_AGAIN;
  }

  Finding unclear(String cause) {
    Reasons reasons =
        new Reasons(reason(), statement.why(), Optional.of(cause), Optional.of(askAgain()));
    return finding(Verdict.UNCLEAR, Severity.ERROR, difference(Optional.empty()), reasons);
  }

  Finding drifted(Reading<T> reading) {
    Seen<T> seen = reading.seen();
    String found = statement.property().show(seen).orElse("empty");
    Fix<T> fix = fix(seen);
    FindingRepair repair = new FindingRepair.Change<>(observed, statement, reading, fix, beside);
    Difference difference =
        new Difference(statement.show(), Optional.of(found), Optional.of(repair));
    Reasons reasons = new Reasons(reason(), why(seen), Optional.empty(), Optional.empty());
    return finding(Verdict.DRIFTED, statement.severity(), difference, reasons);
  }

  /** The policy's reason, and who answers for the members that are lacking. */
  private Optional<String> why(Seen<T> seen) {
    List<String> told = new ArrayList<>(statement.why().stream().toList());
    statement.members().stream()
        .filter(member -> member.isOwned() && isLacking(member, seen))
        .forEach(member -> told.add(member.told()));
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
  }

  private boolean isLacking(OwnedMember member, Seen<T> seen) {
    Property<T> row = statement.property();
    Optional<T> one = row.read(Raw.text(member.text())).known();
    return seen.known().isEmpty()
        || one.flatMap(
                value ->
                    row.type()
                        .members()
                        .filter(members -> members.covers(seen.known().get(), value)))
            .isEmpty();
  }

  private Fix<T> fix(Seen<T> seen) {
    if (statement.remediation() == Remediation.BY_HAND) {
      return new Fix.ByHand<>("not scripted unless 'remediation: script' is stated");
    }
    Property<T> row = statement.property();
    if (row.binding() instanceof Binding.ByHand person) {
      return new Fix.ByHand<>(person.how());
    }
    Fix<T> fix = statement.wanted().fix(seen);
    if (fix instanceof Fix.Write<T> write && !row.allowed().allows().test(write.value())) {
      return new Fix.ByHand<>(
          row.type().show(write.value()) + " is not " + row.allowed().words().orElse("accepted"));
    }
    if (row.binding() instanceof Binding.Procedure procedure
        && !fix.show(row.type()).equals(procedure.result())) {
      return new Fix.ByHand<>(
          procedure.name()
              + " makes it "
              + procedure.result()
              + ", and a script cannot do"
              + " otherwise");
    }
    return fix instanceof Fix.Clear<T> && row.facts().has(SettingTrait.ONE_WAY)
        ? new Fix.ByHand<>("it cannot be made empty again")
        : fix;
  }

  private Difference difference(Optional<String> found) {
    return new Difference(statement.show(), found);
  }

  private Optional<String> reason() {
    return Optional.of(statement.property().facts().grounds().reason());
  }

  private Finding finding(
      Verdict verdict, Severity severity, Difference difference, Reasons reasons) {
    Subject subject =
        new Subject(
            observed.address(), Optional.of(statement.property()), Optional.empty(), baseline);
    Optional<Origin> origin = Optional.of(statement.origin());
    return new Finding(
        subject,
        verdict,
        severity,
        difference,
        reasons,
        new Finding.Trail(origin, observed.change()));
  }
}
