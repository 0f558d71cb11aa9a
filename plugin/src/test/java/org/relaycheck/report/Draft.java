package org.relaycheck.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Reasons;
import org.relaycheck.compare.Subject;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Settings;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Raw;

/** A finding that is being written. */
public final class Draft {

  private static final Origin ORIGIN = Origin.at(new Place("policies/edge.yaml", 5, 23));

  private final Address address;
  private final Optional<Property<?>> setting;
  private Optional<String> rule = Optional.empty();
  private Optional<String> baseline = Optional.empty();
  private Difference difference = new Difference("", Optional.empty());
  private Optional<String> why = Optional.empty();
  private Optional<String> cause = Optional.empty();
  private Optional<Waiver.Grant> waiver = Optional.empty();

  public Draft(String host, String name) {
    this.address = new Address(Runs.CONNECTORS, host, name);
    this.setting = Optional.empty();
  }

  public Draft(Address address, Property<?> setting) {
    this.address = address;
    this.setting = Optional.of(setting);
  }

  public Draft rule(String id) {
    rule = Optional.of(id);
    return this;
  }

  public Draft baseline(String template) {
    baseline = Optional.of(template);
    return this;
  }

  Draft sides(String desired, String observed) {
    Optional<String> seen = Optional.of(observed).filter(text -> !text.isEmpty());
    difference = new Difference(desired, seen);
    return this;
  }

  /** A value that a script would write. */
  Draft fix(String text) {
    return repair(written(setting.orElseThrow(), text));
  }

  Draft byHand(String why) {
    return repair(change(setting.orElseThrow(), new Fix.ByHand<>(why)));
  }

  Draft created() {
    return repair(new FindingRepair.Create(desired(new Presence.Present(List.of())), address));
  }

  Draft removed() {
    return repair(new FindingRepair.Remove(desired(new Presence.Absent()), observed()));
  }

  Draft unread(HostState.Unread host) {
    cause(host.why());
    return repair(new FindingRepair.ReadHost(host));
  }

  private Draft repair(FindingRepair repair) {
    difference = new Difference(difference.desired(), difference.observed(), Optional.of(repair));
    return this;
  }

  private <T> FindingRepair written(Property<T> row, String text) {
    return change(row, new Fix.Write<>(row.read(Raw.text(text)).known().orElseThrow()));
  }

  @SuppressWarnings(
      "unchecked") // only the words of a fix by hand are looked at, and it has no value
  private <T> FindingRepair change(Property<T> row, Fix<?> fix) {
    Statement<T> statement =
        new Statement<>(
            row,
            new IsExactly<>(Optional.empty()),
            Severity.ERROR,
            Remediation.SCRIPT,
            ORIGIN,
            Optional.empty());
    Reading<T> reading = Reading.of(row, new Raw.Empty());
    return new FindingRepair.Change<>(observed(), statement, reading, (Fix<T>) fix, List.of());
  }

  private Desired desired(Presence presence) {
    return new Desired(
        new Selector.Named(address, Addressed.BY_NAME),
        presence,
        List.of(),
        Severity.ERROR,
        ORIGIN,
        Optional.empty());
  }

  private Observed observed() {
    return new Observed(
        address, new Settings.Layout(List.of()).builder().build(), Map.of(), LastChange.unknown());
  }

  Draft why(String text) {
    why = Optional.of(text);
    return this;
  }

  Draft waived(Waiver.Grant grant) {
    waiver = Optional.of(grant);
    return this;
  }

  Draft cause(String text) {
    cause = Optional.of(text);
    return this;
  }

  Finding ignored() {
    return as(Verdict.DRIFTED, Severity.IGNORE);
  }

  Finding warning() {
    return as(Verdict.DRIFTED, Severity.WARNING);
  }

  Finding warning(Verdict verdict) {
    return as(verdict, Severity.WARNING);
  }

  public Finding error() {
    return as(Verdict.DRIFTED, Severity.ERROR);
  }

  public Finding error(Verdict verdict) {
    return as(verdict, Severity.ERROR);
  }

  private Finding as(Verdict verdict, Severity severity) {
    Subject subject =
        new Subject(address, rule.isPresent() ? Optional.empty() : setting, rule, baseline);
    Optional<String> reason = setting.map(row -> row.facts().grounds().reason());
    Optional<String> fix = cause.map(text -> "do: " + text);
    LastChange change =
        new LastChange(Optional.of("corp\\admin"), Optional.of("1/1/2026 9:00:00 AM"));
    Finding.Trail trail = new Finding.Trail(Optional.of(ORIGIN), change, waiver);
    return new Finding(
        subject, verdict, severity, difference, new Reasons(reason, why, cause, fix), trail);
  }
}
