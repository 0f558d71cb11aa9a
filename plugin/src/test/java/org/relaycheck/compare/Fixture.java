package org.relaycheck.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.NamedRelease;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.catalogue.Version;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Settings;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;

/** A small kind of resource, and short ways to say what is asked and what was found. */
final class Fixture {

  static final String KIND = "gates";

  static final Property<Limit> PER_SOURCE =
      Row.of("PerSource", Types.LIMIT, new Binding.SetParameter())
          .range("1", "10000")
          .because("connections of one client", "bulk mail needs many", "made up");

  static final Property<Duration> DELAY =
      Row.of("Delay", Types.SPAN, new Binding.SetParameter())
          .since(new NamedRelease("2010", Version.of(14)))
          .notOn("EDGE")
          .because("how long an answer waits", "it slows a sender", "made up");

  static final Property<Text> BANNER =
      Row.of("Banner", Types.EXACT_TEXT, new Binding.SetParameter())
          .trait(SettingTrait.ONE_WAY)
          .because("the first line", "it tells what is there", "made up");

  static final Catalogue GATES =
      new Catalogue(KIND, "gate", Product.EXCHANGE, List.of(PER_SOURCE, DELAY, BANNER), Map.of());

  private static final Settings.Layout LAYOUT = new Settings.Layout(GATES.rows());

  private final List<Desired> desired = new ArrayList<>();
  private final Map<String, Severity> unlisted = new HashMap<>();
  private final SortedMap<String, HostState> hosts = new TreeMap<>();

  static <T> Statement<T> statement(Property<T> row, Expectation<T> wanted) {
    return new Statement<>(
        row,
        wanted,
        Severity.ERROR,
        Remediation.SCRIPT,
        Origin.at(new Place("policy.yaml", 3, 5)),
        Optional.empty());
  }

  static <T> Statement<T> is(Property<T> row, String text) {
    return statement(row, new IsExactly<>(row.read(Raw.text(text)).known()));
  }

  static Selector named(String host, String name) {
    return new Selector.Named(new Address(KIND, host, name), Addressed.BY_NAME);
  }

  static Selector named(String host, String name, boolean everywhere) {
    return new Selector.Named(
        new Address(KIND, host, name), everywhere ? Addressed.AS_ONE_OF_ALL : Addressed.BY_NAME);
  }

  static Selector where(String host, Statement<?>... conditions) {
    return new Selector.Where(KIND, host, Addressed.BY_NAME, "base", List.of(conditions));
  }

  Fixture wants(Selector selector, Statement<?>... statements) {
    return wants(selector, new Presence.Present(List.of()), statements);
  }

  Fixture wants(Selector selector, Presence presence, Statement<?>... statements) {
    desired.add(
        new Desired(
            selector,
            presence,
            List.of(statements),
            Severity.ERROR,
            Origin.at(new Place("policy.yaml", 2, 3)),
            Optional.empty()));
    return this;
  }

  Fixture unlisted(Severity severity) {
    unlisted.put(KIND, severity);
    return this;
  }

  /** A host that answered completely. */
  Fixture host(String host, Map<String, String> facts, Observed... found) {
    return host(host, facts, new KindState(true, Optional.empty(), List.of(found)));
  }

  Fixture host(String host, Map<String, String> facts, KindState kind) {
    return host(host, new HostState.Read(facts, Optional.empty(), Map.of(KIND, kind)));
  }

  Fixture host(String host, HostState state) {
    hosts.put(host, state);
    return this;
  }

  static Observed found(String host, String name, Map<Property<?>, String> values) {
    Settings.Builder settings = LAYOUT.builder();
    values.forEach((row, text) -> put(settings, row, text));
    return new Observed(
        new Address(KIND, host, name), settings.build(), Map.of(), LastChange.unknown());
  }

  private static <T> void put(Settings.Builder settings, Property<T> row, String text) {
    settings.put(row, Reading.of(row, Raw.text(text)));
  }

  SortedMap<String, HostState> states() {
    return hosts;
  }

  ComparisonResult drift() {
    return Comparison.between(new Policy(desired, unlisted), hosts, List.of(GATES));
  }
}
