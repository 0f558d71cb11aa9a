package org.relaycheck.goal.allow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.script.PlanRow;
import org.relaycheck.yaml.PolicyException;

/** From an order to the policy with one address more or less, and what that means. */
class AddressChangeTest {

  private static final String RECORD =
      """
      <record version='1' host='EX01' read='2026-12-01T06:00:00Z' complete='receiveConnectors'>
      <fact name='ExchangeVersion'>Version 15.2 (Build 1544.9)</fact>
      <fact name='ServerRole'>Mailbox</fact>
      <resource kind='receiveConnectors' name='SQL Relay'>
      <list name='Bindings'><item>0.0.0.0:25</item></list>
      <value name='Enabled'>True</value>
      <list name='RemoteIPRanges'><item>10.20.4.32-10.20.4.47</item></list>
      <value name='TransportRole'>FrontendTransport</value>
      </resource>
      <resource kind='receiveConnectors' name='Default Frontend EX01'>
      <list name='Bindings'><item>0.0.0.0:25</item></list>
      <value name='Enabled'>True</value>
      <list name='RemoteIPRanges'><item>0.0.0.0-255.255.255.255</item></list>
      <value name='TransportRole'>FrontendTransport</value>
      </resource>
      </record>
      """;
  private static final AddressOrder.Terms TERMS =
      new AddressOrder.Terms(
          Optional.of("billing, Ltd"),
          Optional.of("CHG-4711"),
          Optional.of("2027-03-31"),
          Optional.empty());

  @TempDir private Path folder;

  @BeforeEach
  void a_server_and_its_connection() throws IOException {
    Files.writeString(folder.resolve("EX01.xml"), RECORD);
    Files.writeString(
        folder.resolve("relay-connections.yaml"), "hosts:\n  EX01: {recorded: EX01.xml}\n");
  }

  private GoalRequest request() {
    return new GoalRequest(
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")), folder.resolve("relay-connections.yaml")),
        List.of(),
        FailOn.ERROR,
        1,
        Instant.parse("2026-12-01T07:00:00Z"));
  }

  private static AddressChange change() {
    return new AddressChange(
        new GoalPorts(
            new RecordSource(ResourceKinds.receiveConnectors()), SurveyProgress.silent(), "test"));
  }

  private void policy(String connector) throws IOException {
    Files.writeString(
        folder.resolve("relay-policy.yaml"),
        "version: 1\nreceiveConnectors:\n" + connector.indent(2));
  }

  private AddressChange.Result allow(String address, AddressOrder.Terms terms)
      throws PolicyException {
    return change().allow(request(), AddressOrder.of(address, "sql relay", terms));
  }

  private String text(AddressChange.Result result, String file) {
    return result.files().get(folder.resolve(file).toAbsolutePath().normalize());
  }

  private void write(AddressChange.Result result) throws IOException {
    for (var file : result.files().entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  @Test
  void an_address_is_allowed_with_its_owner_and_comments_stay() throws Exception {
    policy(
        """
        # the only relay
        SQL Relay:
          hosts: EX01
          RemoteIPRanges:
            - 10.20.4.32/28 # the scanners
            # more to come
        """);

    AddressChange.Result result = allow("10.20.4.11", TERMS);

    assertThat(text(result, "relay-policy.yaml"))
        .isEqualTo(
            """
            version: 1
            receiveConnectors:
              # the only relay
              SQL Relay:
                hosts: EX01
                RemoteIPRanges:
                  - 10.20.4.32/28 # the scanners
                  - {10.20.4.11: {owner: 'billing, Ltd', ticket: CHG-4711, until: 2027-03-31}}
                  # more to come
            """);
    assertThat(result.meaning())
        .containsExactly(
            "Allows 10.20.4.11 (billing, Ltd, CHG-4711, until 2027-03-31) on 'SQL Relay', EX01",
            "EX01 port 25: answered by 'Default Frontend EX01' now; once the script has run,"
                + " answered by 'SQL Relay'");
    assertThat(result.plan().totals()).isEqualTo("1 to change");
    PlanRow row = result.plan().rows().get(0);
    assertThat(row.line().needs()).isEqualTo("-AllowWidening");
    assertThat(row.line().why()).isEqualTo("10.20.4.11 (billing, Ltd, CHG-4711, until 2027-03-31)");
    assertThat(result.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[10.20.4.32/28] | [10.20.4.32/28, 10.20.4.11]",
        "10.20.4.32/28 | [10.20.4.32/28, 10.20.4.11]",
        "{contains: [10.20.4.32/28], severity: warning} |"
            + " {contains: [10.20.4.32/28, 10.20.4.11], severity: warning}",
        "[{10.20.4.32/28: {owner: a}}] # b | [{10.20.4.32/28: {owner: a}}, 10.20.4.11] # b"
      })
  void a_set_in_any_spelling_takes_one_more_and_gives_it_back(String stated, String expected)
      throws Exception {
    policy("SQL Relay:\n  hosts: EX01\n  RemoteIPRanges: " + stated + "\n");

    AddressChange.Result result = allow("10.20.4.11", AddressOrder.Terms.none());
    assertThat(text(result, "relay-policy.yaml")).contains("RemoteIPRanges: " + expected + "\n");
    write(result);

    AddressOrder order = AddressOrder.of("10.20.4.11", "SQL Relay", AddressOrder.Terms.none());
    AddressChange.Result back = change().revoke(request(), order);
    assertThat(text(back, "relay-policy.yaml"))
        .contains("RemoteIPRanges: ")
        .contains("10.20.4.32/28")
        .doesNotContain("10.20.4.11");
    assertThat(back.meaning().get(1))
        .contains("answered by 'Default Frontend EX01', and so it is once the script has run");
  }

  @Test
  void where_a_file_lists_the_set_that_is_changed() throws Exception {
    policy("SQL Relay:\n  hosts: EX01\n  RemoteIPRanges: {file: senders.csv}\n");
    Files.writeString(
        folder.resolve("senders.csv"),
        "address;ticket;owner\r\n# second floor\r\n10.20.4.32/28;C-1;a\r\n10.20.4.5");

    AddressChange.Result result = allow("10.20.4.11", TERMS);
    assertThat(text(result, "senders.csv"))
        .isEqualTo(
            "address;ticket;owner\r\n# second floor\r\n10.20.4.32/28;C-1;a\r\n10.20.4.5\r\n"
                + "10.20.4.11;CHG-4711;billing, Ltd\r\n");
    assertThat(result.files()).hasSize(1);
    write(result);

    AddressOrder order = AddressOrder.of("10.20.4.5", "SQL Relay", AddressOrder.Terms.none());
    assertThat(text(change().revoke(request(), order), "senders.csv"))
        .isEqualTo(
            "address;ticket;owner\r\n# second floor\r\n10.20.4.32/28;C-1;a\r\n"
                + "10.20.4.11;CHG-4711;billing, Ltd\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.20.4.33 | relay-policy.yaml:5:23  '10.20.4.33' overlaps 10.20.4.32/28 (a)",
        "10.20.0.0/15 | would let 131072 addresses relay; name the senders",
        "::/0 | addresses relay; name the senders",
        "10.20.4 | relay.address: '10.20.4' is not an address such as"
      })
  void what_overlaps_or_opens_the_world_is_refused(String address, String expected)
      throws Exception {
    policy("SQL Relay:\n  hosts: EX01\n  RemoteIPRanges: [{10.20.4.32/28: {owner: a}}]\n");

    assertThatThrownBy(() -> allow(address, TERMS))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void what_a_policy_asks_for_must_be_said() throws Exception {
    policy("SQL Relay:\n  hosts: EX01\n  RemoteIPRanges: [{10.20.4.32/28: {owner: a}}]\n");
    Path file = folder.resolve("relay-policy.yaml");
    Files.writeString(file, Files.readString(file) + "require: [owner]\n");

    assertThatThrownBy(() -> allow("10.20.4.11", AddressOrder.Terms.none()))
        .hasMessageContaining("'10.20.4.11' has no owner, which 'require' asks for");
    assertThat(allow("10.20.4.11", TERMS).files()).hasSize(1);
  }

  @Test
  void what_cannot_be_edited_alone_is_refused_with_its_place() throws Exception {
    policy("SQL Relay: {hosts: EX01, like: wide}\n");
    Path file = folder.resolve("relay-policy.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "templates: {receiveConnectors: {wide: {RemoteIPRanges: 10.20.4.32/28}}}\n");

    assertThatThrownBy(() -> allow("10.20.4.11", TERMS))
        .hasMessageContaining("relay-policy.yaml:4:40  RemoteIPRanges stands in the template");
    assertThatThrownBy(
            () -> change().allow(request(), AddressOrder.of("10.0.0.1", "SQL Rely", TERMS)))
        .hasMessageContaining("names no receive connector 'SQL Rely'; did you mean 'SQL Relay'?");
    assertThatThrownBy(
            () ->
                AddressOrder.of(
                    "10.0.0.1",
                    "SQL Relay",
                    new AddressOrder.Terms(
                        Optional.empty(), Optional.empty(), Optional.of("soon"), Optional.empty())))
        .hasMessageContaining("relay.until: 'soon' is not a day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.20.4.33 | '10.20.4.33' is not stated by itself, but meets 10.20.4.32/28",
        "10.9.9.9 | '10.9.9.9' is not in RemoteIPRanges, which is 10.20.4.11, 10.20.4.32/28",
      })
  void only_what_is_stated_by_itself_is_revoked(String address, String expected) throws Exception {
    policy("SQL Relay:\n  hosts: EX01\n  RemoteIPRanges: [10.20.4.11, 10.20.4.32/28]\n");
    AddressOrder order = AddressOrder.of(address, "SQL Relay", AddressOrder.Terms.none());

    assertThatThrownBy(() -> change().revoke(request(), order)).hasMessageContaining(expected);
  }

  @Test
  void the_last_address_is_not_revoked() throws Exception {
    policy("SQL Relay:\n  hosts: EX01\n  RemoteIPRanges: [10.20.4.32/28]\n");
    AddressOrder order = AddressOrder.of("10.20.4.32/28", "SQL Relay", AddressOrder.Terms.none());

    assertThatThrownBy(() -> change().revoke(request(), order))
        .hasMessageContaining("nothing would be left of RemoteIPRanges");
  }
}
