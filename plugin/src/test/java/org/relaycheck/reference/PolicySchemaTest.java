package org.relaycheck.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.kind.Catalogues;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.policy.preset.ClassPathPresets;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.rule.Rules;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

class PolicySchemaTest {

  private static final Schema POLICY =
      SchemaCheck.schema(
          new PolicySchema(Catalogues.ALL, Rules.all(), SchemaCheck.PRESETS.names()).json());
  private static final List<KnownRule> RULES = ResourceKinds.rules();
  private static final PolicyReader READER =
      new PolicyReader(
          Catalogues.ALL, RULES, new ClassPathPresets(PolicySchemaTest.class.getClassLoader()));

  private static final String WHOLE_POLICY =
      """
      version: 1
      include: [common.yaml, preset:bulk-relay, preset:disa-stig-exchange-2016-mailbox]
      groups: {hubs: [EX01, EX02]}
      templates:
        receiveConnectors:
          bulk: {MaxInboundConnectionPerSource: {atLeast: 100}, MaxInboundConnectionPercentagePerSource: {atLeast: 10}}
      receiveConnectors:
        SQL Relay:
          hosts: hubs
          like: [bulk-relay, bulk]
          TransportRole: FrontendTransport
          RemoteIPRanges: [10.0.4.0/24]
          ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}
          Banner: {matches: '220 .*', set: '220 SMTP Server Ready', severity: warning, why: 'rule EX16-MB-000650'}
          at: {EX02: {MaxInboundConnection: 2000}}
        Old relay: {hosts: EX01, state: absent}
      mailAccounts:
        Bulk mailer: {hosts: SQL01, auth: anonymous, mailserver_name: relay.corp.example, timeout: {atLeast: 120, set: 120}}
      baselines:
        - {like: disa-stig-exchange-2016-mailbox, hosts: hubs, where: {TransportRole: FrontendTransport}}
      rules: {per-source-limit: ignore}
      unlisted: {receiveConnectors: warning}
      """;

  @TempDir Path folder;

  @Test
  void a_policy_with_everything_in_it_is_fine() {
    assertThat(errors(WHOLE_POLICY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups:|group:",
        "hosts: hubs\\n|host: hubs\\n",
        "receiveConnectors:\\n  SQL|receiveConnector:\\n  SQL",
        "TransportRole: F|TransportRoll: F",
        "atLeast: 100|atleast: 100",
        "atLeast: 100|min: 100",
        "atLeast: 100|atLeast: 100, is: 100",
        "atLeast: 100|set: 100",
        "atLeast: 10}|atLeast: 101}",
        "atLeast: 10}|matches: '1.*'}",
        "auth: anonymous|auth: anon",
        "auth: anonymous|credential: true",
        "auth: anonymous|password: secret",
        "timeout: {atLeast: 120, set: 120}|timeout: 5m",
        "state: absent|state: gone",
        "severity: warning|severity: info",
        "hosts: EX01, |''",
        "MaxInboundConnection: 2000|MaxInboundConnection: many",
        "MaxInboundConnection: 2000|hosts: EX01",
        "warning}|loud}",
        "where: {T|where: {setup: yes please, T",
        "rules: {per-source-limit: ignore|rules: {per-source-limit: off",
        "version: 1|version: 2",
        "version: 1\\n|\\n"
      })
  void a_typo_is_told(String right, String wrong) {
    String policy = WHOLE_POLICY.replace(right.translateEscapes(), wrong.translateEscapes());

    assertThat(policy).isNotEqualTo(WHOLE_POLICY);
    assertThat(errors(policy)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TarpitInterval: 5s",
        "TarpitInterval: 0",
        "TarpitInterval: {between: ['00:00:01', 10m]}",
        "TarpitInterval: null",
        "MaxMessageSize: 36MB",
        "MaxMessageSize: 37748736",
        "MaxMessageSize: {atMost: 36 MB}",
        "MessageRateLimit: unlimited",
        "MessageRateLimit: {oneOf: [unlimited, 600, null]}",
        "PermissionGroups: AnonymousUsers",
        "PermissionGroups: [AnonymousUsers, ExchangeServers]",
        "PermissionGroups: {excludes: AnonymousUsers}",
        "RemoteIPRanges: {contains: [10.0.0.1], excludes: [10.0.0.2], remediation: by-hand}",
        "Bindings: ['0.0.0.0:25', '[::]:25']",
        "Enabled: {any: true}",
        "Comment: {not: ~}",
        "create: {Usage: Custom}",
        "create: {Usage: {is: Custom, why: 'a relay'}}",
        "state: absent"
      })
  void a_setting_is_stated_in_any_of_its_spellings(String line) {
    assertThat(errors(connector(line))).isEmpty();
    assertThat(problems(connector(line))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TarpitInterval: 5",
        "TarpitInterval: 5 mins",
        "MaxMessageSize: 36 megabytes",
        "MaxMessageSize: 65535",
        "MaxHopCount: 0",
        "MaxHopCount: 501",
        "PermissionGroups: [Anonymous]",
        "PermissionGroups: Custom",
        "PermissionGroups: 'AnonymousUsers, Custom'",
        "Enabled: perhaps",
        "Enabled: {atLeast: true}",
        "Enabled: {any: false}",
        "Usage: Custom",
        "create: {Enabled: true}",
        "create: {Usage: {oneOf: [Custom]}}",
        "setup: true",
        "Name: Relay",
        "MaxHopCount: {between: [1]}",
        "MaxHopCount: {oneOf: []}",
        "MaxHopCount: {}",
        "state: absent\n    MaxHopCount: 60"
      })
  void a_setting_that_cannot_be_stated_so_is_told(String line) {
    assertThat(errors(connector(line))).isNotEmpty();
    assertThat(problems(connector(line))).as("the reader agrees").isNotEmpty();
  }

  @Test
  void a_definition_stands_once_however_many_settings_have_it() {
    JsonObject definitions = definitions();

    List<JsonElement> values =
        definitions.entrySet().stream()
            .filter(one -> !one.getKey().contains("."))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(values).doesNotHaveDuplicates();
    assertThat(definitions.keySet()).contains("span", "span-expectation", "flag");
  }

  @Test
  void an_editor_is_told_what_every_operator_means_and_which_presets_there_are() {
    JsonObject definitions = definitions();

    JsonObject span =
        definitions
            .getAsJsonObject("span-expectation")
            .getAsJsonArray("anyOf")
            .get(2)
            .getAsJsonObject()
            .getAsJsonObject("properties");
    assertThat(span.getAsJsonObject("atLeast").get("description").getAsString())
        .startsWith("The value has to be this one or more");
    assertThat(definitions.getAsJsonObject("file").toString()).contains("preset:bulk-relay");
  }

  private static JsonObject definitions() {
    String text = new PolicySchema(Catalogues.ALL, Rules.all(), SchemaCheck.PRESETS.names()).json();
    return new Gson().fromJson(text, JsonObject.class).getAsJsonObject("$defs");
  }

  private static String connector(String line) {
    return "version: 1\nreceiveConnectors:\n  Relay:\n    hosts: all\n    " + line + "\n";
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_value_that_a_row_accepts_can_be_stated(Property<?> row) {
    stated(row);
  }

  static Stream<Property<?>> rows() {
    return ReceiveConnectorRows.CATALOGUE.rows().stream()
        .filter(row -> !row.onlyForWhere() && !(row.binding() instanceof Binding.CreateOnly));
  }

  private <T> void stated(Property<T> row) {
    Set<String> stated = new HashSet<>(); // a flag has two values, however often one is made
    for (long seed = 0; seed < 100; seed++) {
      String shown = row.type().show(Generators.value(row.type(), new SplittableRandom(seed)));
      Seen<T> seen = row.read(Raw.text(row.name().equals("Banner") ? "220 " + shown : shown));
      if (seen.known().filter(row.allowed().allows()).isPresent()) {
        T value = seen.known().orElseThrow();
        String policy = connector(row.name() + ": " + json(row.type().write(value)));
        if (!stated.add(policy)) {
          continue;
        }
        assertThat(errors(policy)).as("seed %d: %s", seed, policy).isEmpty();
        assertThat(problems(policy)).as("seed %d: %s", seed, policy).isEmpty();
      }
    }
    assertThat(stated).as("values in range").isNotEmpty();
  }

  /** JSON is YAML. */
  private static String json(Literal literal) {
    Gson gson = new Gson();
    if (literal instanceof Literal.Num number) {
      return Long.toString(number.number());
    }
    if (literal instanceof Literal.Bool flag) {
      return Boolean.toString(flag.on());
    }
    if (literal instanceof Literal.Items items) {
      return items.items().stream().map(PolicySchemaTest::json).collect(joining(",", "[", "]"));
    }
    return gson.toJson(((Literal.Str) literal).text());
  }

  @Test
  void setup_is_for_where_of_a_baseline() {
    String policy = "version: 1\nbaselines: [{like: strict, hosts: all, where: {setup: true}}]";

    assertThat(errors(policy)).isEmpty();
    assertThat(errors(policy.replace("setup: true", "Usage: Custom"))).isNotEmpty();
  }

  private static List<Error> errors(String yaml) {
    return SchemaCheck.errors(POLICY, yaml);
  }

  /** What the reader of policies says of the same text. */
  private List<FileProblem> problems(String yaml) {
    Path file = folder.resolve("relay-policy.yaml");
    try {
      Files.writeString(file, yaml);
      READER.read(List.of(file), Optional.empty());
      return List.of();
    } catch (PolicyException wrong) {
      return wrong.problems();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
