package org.relaycheck.script;

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
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Settings;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Raw;

/** A finding about the port of something, made step by step. */
record Found(Address address, Verdict verdict, Severity severity, Optional<String> baseline) {

  static Found on(String host, String kind, String name) {
    return new Found(
        new Address(kind, host, name), Verdict.DRIFTED, Severity.ERROR, Optional.empty());
  }

  Found verdict(Verdict other) {
    return new Found(address, other, severity, baseline);
  }

  Found severity(Severity other) {
    return new Found(address, verdict, other, baseline);
  }

  Found by(String template) {
    return new Found(address, verdict, severity, Optional.of(template));
  }

  /** A port of 25 is not what is expected, and this is what an expectation would do about it. */
  Finding wanting(Expectation<Long> wanted) {
    Reading<Long> reading = Reading.of(MailAccountRows.PORT, Raw.text("25"));
    return wanting(wanted, wanted.fix(reading.seen()));
  }

  Finding wanting(Expectation<Long> wanted, Fix<Long> fix) {
    Property<Long> row = MailAccountRows.PORT;
    Statement<Long> statement =
        new Statement<>(
            row, wanted, severity, Remediation.SCRIPT, origin(), Optional.of("the team said so"));
    Observed observed =
        new Observed(
            address,
            new Settings.Layout(List.of()).builder().build(),
            Map.of(),
            LastChange.unknown());
    FindingRepair repair =
        new FindingRepair.Change<>(
            observed, statement, Reading.of(row, Raw.text("25")), fix, List.of());
    return new Finding(
        new Subject(address, Optional.of(row), Optional.empty(), baseline),
        verdict,
        severity,
        new Difference(statement.show(), Optional.of("25"), Optional.of(repair)),
        new Reasons(
            Optional.of(row.facts().grounds().reason()),
            statement.why(),
            Optional.empty(),
            Optional.empty()),
        new Finding.Trail(Optional.of(origin()), LastChange.unknown()));
  }

  private static Origin origin() {
    return Origin.at(new Place("policies/mail.yaml", 7, 5));
  }

  static ScriptHost host(String key, Map<String, String> facts) {
    return new ScriptHost(key, key, new HostState.Read(facts, Optional.empty(), Map.of()));
  }
}
