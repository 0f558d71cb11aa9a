package org.relaycheck.explain.cause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.state.KindState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Settings;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

/** Servers that were read, being set up for a test. */
final class Plant {

  static final String EX2010 = "Version 14.3 (Build 123.4)";
  static final String EX2019 = "Version 15.2 (Build 1118.7)";

  private final SortedMap<String, Map<String, String>> facts = new TreeMap<>();
  private final Map<String, List<Observed>> found = new HashMap<>();
  private final Map<String, HostSurroundings> surroundings = new HashMap<>();

  /** An Exchange server with facts, in pairs. */
  Plant exchange(String host, String version, String... more) {
    Map<String, String> all = new HashMap<>(Map.of("ExchangeVersion", version));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    facts.put(host, all);
    return this;
  }

  /** A connector on port 25 that takes mail and was read whole, with settings in pairs. */
  Plant connector(String host, String name, String... settings) {
    List<String> all = new ArrayList<>(List.of("Enabled", "True", "Bindings", "0.0.0.0:25"));
    all.addAll(List.of("AuthMechanism", "Tls", "InheritedRights", "", "OtherRights", ""));
    all.addAll(List.of(settings));
    return add(ReceiveConnectorRows.CATALOGUE, host, name, all);
  }

  /** A mail account that sends to port 25, with settings in pairs. */
  Plant account(String host, String name, String... settings) {
    facts.putIfAbsent(host, Map.of());
    List<String> all = new ArrayList<>(List.of("port", "25"));
    all.addAll(List.of(settings));
    return add(MailAccountRows.CATALOGUE, host, name, all);
  }

  /** Database Mail as a whole, with settings in pairs. */
  Plant service(String host, String... settings) {
    facts.putIfAbsent(host, Map.of());
    return add(MailSettingRows.CATALOGUE, host, "Database Mail", List.of(settings));
  }

  Plant sendsFrom(String host, String address) {
    Optional<AddressSet> from = Types.ADDRESS_SET.read(Raw.text(address)).known();
    surroundings.put(
        host, new HostSurroundings(List.of(), Optional.empty(), from, Optional.empty()));
    return this;
  }

  Plant answers(String host, String name) {
    return answers(host, name, Optional.empty());
  }

  /** A name that leads to a host by a balancer that shows this address. */
  Plant balanced(String host, String name, String shown) {
    return answers(host, name, Types.ADDRESS_SET.read(Raw.text(shown)).known());
  }

  private Plant answers(String host, String name, Optional<AddressSet> shown) {
    surroundings.put(
        host, new HostSurroundings(List.of(name), shown, Optional.empty(), Optional.empty()));
    return this;
  }

  FlowRead world() {
    SortedMap<String, HostState> hosts = new TreeMap<>();
    facts.forEach(
        (host, known) -> {
          Map<String, KindState> kinds = new HashMap<>();
          for (Catalogue catalogue :
              List.of(
                  ReceiveConnectorRows.CATALOGUE,
                  MailAccountRows.CATALOGUE,
                  MailSettingRows.CATALOGUE)) {
            List<Observed> there = found.getOrDefault(host + catalogue.kind(), List.of());
            if (!there.isEmpty()) {
              kinds.put(catalogue.kind(), new KindState(true, Optional.empty(), there));
            }
          }
          hosts.put(host, new HostState.Read(known, Optional.empty(), kinds));
        });
    return FlowRead.of(
        hosts, new SiteKnowledge(Map.of(), surroundings, LocalDate.of(2026, 11, 24)));
  }

  /** How a cause stands, for a text. */
  CauseJudgement judged(String cause, String text) {
    return suspects(text).stream()
        .filter(suspect -> suspect.cause().id().equals(cause))
        .findFirst()
        .orElseThrow()
        .judgement();
  }

  /** The causes of a text, the likeliest first. */
  List<RankedCause> suspects(String text) {
    LogFindings told = new LogFindings();
    told.trouble(LogEntry.of("relay.symptom", text));
    return Causes.of(told, world());
  }

  private Plant add(Catalogue catalogue, String host, String name, List<String> settings) {
    Settings.Builder builder = new Settings.Layout(catalogue.rows()).builder();
    for (int i = 0; i < settings.size(); i += 2) {
      put(builder, catalogue.row(settings.get(i)).orElseThrow(), settings.get(i + 1));
    }
    Address address = new Address(catalogue.kind(), host, name);
    found
        .computeIfAbsent(host + catalogue.kind(), key -> new ArrayList<>())
        .add(new Observed(address, builder.build(), Map.of(), LastChange.unknown()));
    return this;
  }

  private static <T> void put(Settings.Builder builder, Property<T> row, String value) {
    builder.put(row, Reading.of(row, Raw.text(value)));
  }
}
