package org.relaycheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.kind.Catalogues;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.rule.Rules;
import org.relaycheck.waivers.WaiversReader;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

class WaiversSchemaTest {

  private static final Schema WAIVERS =
      SchemaCheck.schema(new WaiversSchema(Catalogues.ALL, Rules.all()).json());

  private static final List<KnownRule> KNOWN = ResourceKinds.rules();

  private static final WaiversReader READER =
      new WaiversReader(Catalogues.ALL, KNOWN, LocalDate.of(2026, 11, 24));

  private static final String WHOLE =
      """
      waivers:
        - {setting: MaxHopCount, kind: receiveConnectors, name: SQL Relay, hosts: [EX01, EX02], accepted: 20,
           reason: the old sender, owner: mail team, until: 2027-05-31, approvedBy: board, reference: CHG-1}
        - {setting: TarpitInterval, kind: receiveConnectors, name: SQL Relay, hosts: EX01, accepted: 0s,
           reason: it cannot wait, owner: mail team, until: 2027-05-31}
        - {rule: per-source-limit, kind: receiveConnectors, name: SQL Relay, hosts: EX01, accepted: {MaxInboundConnection: 5000},
           reason: it is slow, owner: mail team, until: 2027-05-31}
        - {kind: mailProfiles, name: Bulk, hosts: SQL01, accepted: absent, reason: it comes later,
           owner: dba, until: 2027-05-31}
        - {setting: accounts, kind: mailProfiles, name: Alerts, hosts: SQL01, accepted: [Relay 1, Relay 2],
           reason: it is moved, owner: dba, until: 2027-05-31}
      maintenance: {hosts: EX03, until: 2026-12-01, reason: new disks, owner: ops}
      """;

  @TempDir Path folder;

  @Test
  void waivers_with_everything_in_them_are_fine() {
    assertThat(SchemaCheck.errors(WAIVERS, WHOLE)).isEmpty();
    assertThat(problems(WHOLE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waivers: []\n", "waivers:\n", "maintenance: []\n"})
  void waivers_of_nothing_are_fine(String text) {
    assertThat(SchemaCheck.errors(WAIVERS, text)).isEmpty();
    assertThat(problems(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "waivers:|waiver:",
        "maintenance:|maintainance:",
        "setting: MaxHopCount|seting: MaxHopCount",
        "setting: MaxHopCount|setting: MaxHopCounts",
        "setting: MaxHopCount|setting: MaxHopCount, rule: a",
        "setting: MaxHopCount|setting: port",
        "setting: MaxHopCount, kind|kind",
        "kind: mailProfiles, name: Bulk|kind: mailProfile, name: Bulk",
        "kind: mailProfiles, name: Bulk|kind: mailProfiles",
        "accepted: absent|accepted: gone",
        "accepted: 20|accepted: twenty",
        "accepted: 20,|''",
        "accepted: 0s|accepted: 5 mins",
        "hosts: [EX01, EX02]|hosts: []",
        "owner: dba|owner: \"\"",
        "owner: dba,|''",
        "reason: it is slow|reason:",
        "until: 2027-05-31, approvedBy|until: next May, approvedBy",
        "until: 2026-12-01|till: 2026-12-01",
        "reference: CHG-1|ticket: CHG-1",
        "accepted: {MaxInboundConnection: 5000}|accepted: {}",
        "accepted: {MaxInboundConnection: 5000}|accepted: 5000",
        "owner: ops|owner: ops, name: SQL Relay"
      })
  void a_typo_in_waivers_is_told(String right, String wrong) {
    String waivers = WHOLE.replace(right, wrong);

    assertThat(waivers).isNotEqualTo(WHOLE);
    assertThat(SchemaCheck.errors(WAIVERS, waivers)).isNotEmpty();
    assertThat(problems(waivers)).as("the reader agrees").isNotEmpty();
  }

  /** What the reader of waivers says of the same text. */
  private List<FileProblem> problems(String yaml) {
    Path file = folder.resolve("relay-waivers.yaml");
    try {
      Files.writeString(file, yaml);
      READER.read(file, Optional.empty());
      return List.of();
    } catch (PolicyException wrong) {
      return wrong.problems();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
