package org.relaycheck.report;

import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Reasons;
import org.relaycheck.compare.Subject;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Waiver;

/** A finding that is being written. */
public final class Draft {

  private final Address address;
  private final Optional<Property<?>> setting;
  private Optional<String> rule = Optional.empty();
  private Optional<String> baseline = Optional.empty();
  private Difference difference = new Difference("", Optional.empty(), Optional.empty());
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
    difference = new Difference(desired, seen, Optional.empty());
    return this;
  }

  Draft fix(String text) {
    difference = new Difference(difference.desired(), difference.observed(), Optional.of(text));
    return this;
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
    Origin origin = Origin.at(new Place("policies/edge.yaml", 5, 23));
    LastChange change =
        new LastChange(Optional.of("corp\\admin"), Optional.of("1/1/2026 9:00:00 AM"));
    Finding.Trail trail = new Finding.Trail(Optional.of(origin), change, waiver);
    return new Finding(
        subject, verdict, severity, difference, new Reasons(reason, why, cause, fix), trail);
  }
}
