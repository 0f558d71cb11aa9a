package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.script.Prescription;
import org.relaycheck.script.Script;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.standin.exchange.Connector;
import org.relaycheck.standin.exchange.Organisation;
import org.relaycheck.standin.powershell.Hash;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Raw;

/** An Exchange server of the model, a policy about it, and the scripts that come of the two. */
final class Bench {

  static final String SERVER = "EX01";
  static final String RELAY = "Relay for \u2019SQL\u2019 $(x)";
  static final String SETUP = "Default Frontend EX01";
  static final List<Object> EVERYWHERE = List.of("0.0.0.0-255.255.255.255");

  private static final String KIND = ReceiveConnectorRows.CATALOGUE.kind();
  private static final Instant READ = Instant.parse("2026-03-01T06:00:00Z");

  final Organisation organisation;
  private final List<Desired> desired = new ArrayList<>();
  private final Map<String, String> facts = new HashMap<>();
  private String unread = "";

  private Bench(Organisation organisation, Map<String, String> facts) {
    this.organisation = organisation;
    this.facts.putAll(facts);
  }

  /**
   * A server of 2019 with a connector of setup's and one for relaying; another server beside it.
   */
  static Bench mailbox() {
    return mailbox(false);
  }

  static Bench mailbox(boolean losesEntries) {
    Organisation all = new Organisation(false, losesEntries, java.util.Set.of());
    fill(all, SERVER);
    fill(all, "EX02");
    return new Bench(
        all,
        Map.of(
            "ExchangeVersion", "Version 15.2 (Build 1544.4)",
            "ServerRole", "Mailbox",
            "DomainController", Organisation.CONTROLLER));
  }

  /** An Edge server, which has no domain controller and no roles of connectors. */
  static Bench edge() {
    Organisation all = new Organisation(true, false, java.util.Set.of("TransportRole"));
    fill(all, SERVER);
    return new Bench(
        all, Map.of("ExchangeVersion", "Version 15.2 (Build 1544.4)", "ServerRole", "Edge"));
  }

  private static void fill(Organisation all, String server) {
    Map<String, Object> setup = new HashMap<>();
    setup.put("TransportRole", "FrontendTransport");
    setup.put("Bindings", List.of("0.0.0.0:25"));
    setup.put("RemoteIPRanges", EVERYWHERE);
    setup.put("AuthMechanism", "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer");
    setup.put("PermissionGroups", "AnonymousUsers, ExchangeServers");
    all.add(server, SETUP.replace(SERVER, server), setup);
    Map<String, Object> relay = new HashMap<>();
    relay.put("TransportRole", "HubTransport");
    relay.put("BinaryMimeEnabled", "False");
    relay.put("Bindings", List.of("0.0.0.0:2526"));
    relay.put("RemoteIPRanges", List.of("192.0.2.16-192.0.2.31", "192.0.2.7"));
    relay.put("PermissionGroups", "AnonymousUsers");
    relay.put("Comment", "who may: \u201cSQL\u201d; ask `ops`\r\n$(Get-Date)");
    Connector made = all.add(server, RELAY, relay);
    made.entries()
        .add(
            new org.relaycheck.standin.exchange.Entry(
                true, "S-1-5-7", "ms-Exch-SMTP-Accept-Any-Recipient", false));
  }

  Bench fact(String name, String value) {
    facts.put(name, value);
    return this;
  }

  Bench without(String fact) {
    facts.remove(fact);
    return this;
  }

  /** The answer does not tell this setting. */
  Bench unread(String setting) {
    unread = setting;
    return this;
  }

  static <T> Statement<T> statement(Property<T> row, Expectation<T> wanted) {
    return new Statement<>(
        row,
        wanted,
        Severity.ERROR,
        Remediation.SCRIPT,
        Origin.at(new Place("relay-policy.yaml", 7, 5)),
        Optional.of("agreed with \u2019ops\u2019\r\nRemove-Item *"));
  }

  /** A statement that a setting is this. */
  static <T> Statement<T> is(Property<T> row, String... text) {
    Raw raw = text.length == 1 ? Raw.text(text[0]) : Raw.items(List.of(text));
    return statement(row, new IsExactly<>(row.read(raw).known()));
  }

  Bench wants(String name, Presence presence, List<Statement<?>> statements) {
    desired.add(
        new Desired(
            new Selector.Named(new Address(KIND, SERVER, name), Addressed.BY_NAME),
            presence,
            statements,
            Severity.ERROR,
            Origin.at(new Place("relay-policy.yaml", 5, 3)),
            Optional.empty()));
    return this;
  }

  Bench wants(String name, Statement<?>... statements) {
    return wants(name, new Presence.Present(List.of()), List.of(statements));
  }

  Bench wantsNo(String name) {
    return wants(name, new Presence.Absent(), List.of());
  }

  private HostState.Read survey() {
    List<AnswerItem> items = new ArrayList<>();
    organisation.connectors().forEach(connector -> items.add(item(connector)));
    Answer answer = new Answer(facts, Optional.of(READ), true, Map.of(), items);
    HostConnection connection =
        new HostConnection(
            SERVER,
            SERVER,
            new HostWay.Recorded(Path.of("EX01.xml")),
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));
    return (HostState.Read)
        new Survey(asked -> new HostAnswer.Answered(answer), 1, SurveyProgress.silent())
            .of(List.of(connection), List.of(ReceiveConnectorRows.CATALOGUE), READ)
            .get(SERVER);
  }

  private AnswerItem item(Connector connector) {
    Map<String, Raw> values = new HashMap<>();
    organisation
        .shown(connector)
        .forEach(
            (name, value) ->
                values.put(
                    name,
                    value instanceof List<?> list
                        ? Raw.items(list.stream().map(String::valueOf).toList())
                        : Raw.text((String) value)));
    if (unread.equals("TransportRole")) {
      values.remove(unread);
    } else if (!unread.isEmpty()) {
      values.put(unread, new Raw.Unread("not permitted"));
    }
    return new AnswerItem(
        KIND, connector.name(), Optional.of(connector.server()), values, LastChange.unknown());
  }

  ComparisonResult drift() {
    SortedMap<String, HostState> hosts = new TreeMap<>(Map.of(SERVER, survey()));
    return Comparison.between(
        new Policy(desired, Map.of()), hosts, List.of(ReceiveConnectorRows.CATALOGUE));
  }

  Prescription prescription() {
    return Prescription.of(
        List.of(new ScriptHost(SERVER, SERVER, survey())),
        drift().findings(),
        List.of(new ReceiveConnectorRemediator()));
  }

  /** Takes out of the policy what is left to a person, so that the rest can come to no drift. */
  void agreeTo(Prescription prescription) {
    Map<String, List<Property<?>>> left = new HashMap<>();
    prescription
        .byHand()
        .forEach(
            one ->
                left.computeIfAbsent(
                        one.finding().subject().address().name(), n -> new ArrayList<>())
                    .add(one.finding().subject().setting().orElseThrow()));
    desired.replaceAll(
        one ->
            new Desired(
                one.selector(),
                one.presence(),
                one.statements().stream()
                    .filter(
                        s ->
                            !left.getOrDefault(
                                    ((Selector.Named) one.selector()).address().name(), List.of())
                                .contains(s.property()))
                    .toList(),
                one.severity(),
                one.origin(),
                one.why()));
  }

  Script script() {
    Prescription all = prescription();
    assertThat(all.scripts()).as(() -> "by hand: " + all.byHand()).hasSize(1);
    return all.scripts().get(0);
  }

  /** What a script is left to a person for, in the order of the findings. */
  List<String> byHand() {
    return prescription().byHand().stream().map(one -> one.why()).toList();
  }

  Shell.Result run(String script, String... switches) {
    Hash given = new Hash();
    for (String one : switches) {
      given.put(one, true);
    }
    return Shell.run(script, organisation, given);
  }

  Shell.Result runAll(String script) {
    return run(script, "AllowNarrowing", "AllowWidening", "AllowRemoval");
  }

  /** What is seen of a setting of the connector for relaying. */
  <T> Optional<T> relayValue(Property<T> row) {
    return survey().kinds().get(KIND).resources().stream()
        .filter(one -> one.address().name().equals(RELAY))
        .flatMap(one -> one.settings().get(row).stream())
        .flatMap(reading -> reading.seen().known().stream())
        .findFirst();
  }

  Connector relay() {
    return organisation.connector(SERVER, RELAY);
  }
}
