package org.relaycheck.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Item;
import org.relaycheck.state.Change;
import org.relaycheck.value.Raw;

class ListTextTest {

  @TempDir private Path folder;
  private Recordings recordings;

  @BeforeEach
  void give_the_folder() {
    recordings = new Recordings(folder);
  }

  @Test
  void every_object_of_the_list_is_an_item_with_unsplit_texts() {
    Answer answer = recordings.answer(Recordings.text("two-connectors.txt"));

    Item relay = Recordings.item(answer, "SQL Relay");
    assertThat(answer.items()).extracting(Item::name).containsExactly("SQL Relay", "Default EX01");
    assertThat(relay.server()).contains("EX01");
    assertThat(relay.change())
        .isEqualTo(new Change(Optional.empty(), Optional.of("11/20/2026 8:43:54 AM")));
    assertThat(relay.values())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("RunspaceId", Raw.text("ae7ffd61-0000-4000-8000-97a117890000")),
                Map.entry("AuthMechanism", Raw.text("Tls, Integrated")),
                Map.entry("Banner", new Raw.Empty()),
                Map.entry("Bindings", Raw.text("{0.0.0.0:25, [::]:25}")),
                Map.entry("Comment", Raw.text("the ERP : do not touch")),
                Map.entry("ConnectionTimeout", Raw.text("00:10:00")),
                Map.entry("MaxInboundConnection", Raw.text("5000")),
                Map.entry("MaxInboundConnectionPerSource", Raw.text("unlimited")),
                Map.entry("MaxMessageSize", Raw.text("36 MB (37,748,736 bytes)")),
                Map.entry("PermissionGroups", Raw.text("AnonymousUsers, Custom")),
                Map.entry(
                    "RemoteIPRanges",
                    new Raw.CutOff("{192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4...}")),
                Map.entry("TlsDomainCapabilities", new Raw.Empty()),
                Map.entry("Identity", Raw.text("EX01\\SQL Relay")),
                Map.entry("OriginatingServer", Raw.text("DC1.corp.example"))));
  }

  @Test
  void a_list_holds_no_time_and_is_not_complete() {
    Answer answer = recordings.answer(Recordings.text("two-connectors.txt"));

    assertThat(answer.at()).isEmpty();
    assertThat(answer.complete()).isFalse();
    assertThat(answer.facts()).isEqualTo(Map.of("DomainController", "DC1.corp.example"));
  }

  @Test
  void windows_line_endings_utf_16_and_a_blank_line_after_each_line_change_nothing() {
    String text = Recordings.text("two-connectors.txt");
    Answer expected = recordings.answer(text);

    List<Asked> all =
        List.of(
            recordings.ask(text.replace("\n", "\r\n")),
            recordings.ask("\uFEFF" + text, StandardCharsets.UTF_16LE),
            recordings.ask("\uFEFF" + text, StandardCharsets.UTF_16BE),
            recordings.ask(text.replace("\n", "\n\n")));

    assertThat(all).allSatisfy(asked -> assertThat(Recordings.answer(asked)).isEqualTo(expected));
  }

  @Test
  void a_repeated_name_begins_a_new_object_without_any_blank_line() {
    Answer answer = recordings.answer("Name : A\nEnabled : True\nName : B\nEnabled : False\n");

    assertThat(answer.items()).extracting(Item::name).containsExactly("A", "B");
    assertThat(Recordings.item(answer, "B").values()).containsEntry("Enabled", Raw.text("False"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n",
        "\n[PS] C:\\>get-receiveconnector | fl Enabled\n\n",
        "[PS] C:\\>$c | fl\n"
      })
  void lists_that_were_put_one_behind_the_other_do_not_run_into_one(String between) {
    String text = "Name   : A\nBanner :\n" + between + "Enabled  : True\nBindings : {}\n";

    assertThat(recordings.failure(text).why()).contains("without Name and Identity");
  }

  @Test
  void the_name_and_the_server_are_taken_from_the_identity_if_they_are_not_listed() {
    Answer answer = recordings.answer("Identity : EX01\\SQL \\ Relay\nEnabled : True\n");

    assertThat(answer.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.name()).isEqualTo("SQL \\ Relay");
              assertThat(item.server()).contains("EX01");
            });
  }

  @Test
  void a_connector_that_names_no_server_is_left_to_whoever_asked() {
    Answer answer = recordings.answer("Name : A\nEnabled : True\n");

    assertThat(answer.items()).singleElement().matches(item -> item.server().isEmpty());
  }

  @Test
  void a_name_that_contradicts_the_identity_is_refused() {
    assertThat(recordings.failure("Name : A\nEnabled : True\nIdentity : EX01\\B\nBanner :\n").why())
        .endsWith(":1:1  the connector named 'A' has the identity of 'B'");
  }

  @ParameterizedTest
  @CsvSource({"SQL Relay,2", "sql relay,2"})
  void a_connector_that_is_there_twice_is_refused(String second, int known) {
    String text = "\nName : SQL Relay\nEnabled : True\nName : " + second + "\nEnabled : True\n";

    assertThat(recordings.failure(text).why()).endsWith("is already at line " + known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's \"quoted\" \u2018so\u2019 `and` so",
        "$(Get-Date) $x {y} [z] *?",
        "\uD83D\uDE80 Relay",
        "Name : Value",
        "M\u00FCller",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void a_name_is_taken_as_it_stands(String name) {
    Answer answer = recordings.answer("Name : " + name + "\nEnabled : True\n");

    assertThat(answer.items()).extracting(Item::name).containsExactly(name);
  }

  @Test
  void the_output_of_another_cmdlet_is_told_by_its_prompt() {
    String text =
        "[PS] C:\\>Get-ReceiveConnector X | Get-ADPermission | fl\n\nName : A\nEnabled : True\n";

    assertThat(recordings.failure(text).why())
        .endsWith(":3:1  this is the output of Get-ADPermission");
  }

  @Test
  void the_output_of_another_cmdlet_is_told_by_its_distinguished_name() {
    String text =
        "Name : A\nEnabled : True\nBanner :\nBindings : {}\n"
            + "DistinguishedName : CN=A,CN=Connections,CN=Exchange Routing Group,DC=corp\n";

    assertThat(recordings.failure(text).why()).contains("it is no receive connector");
  }

  @Test
  void a_distinguished_name_tells_a_receive_connector_even_if_it_is_wrapped() {
    String text =
        "Name              : A\n"
            + "ObjectState       : Unchanged\n"
            + "DistinguishedName : CN=A,CN=SMTP Receive\n"
            + "                    Connectors,CN=Protocols,CN=EX01,DC=corp\n"
            + "IsValid           : True\n";

    assertThat(recordings.answer(text).items()).extracting(Item::name).containsExactly("A");
  }

  @Test
  void the_output_of_another_cmdlet_is_told_by_its_properties() {
    String text =
        "Name                : Spooler\nRequiredServices    : {RPCSS, http}\nCanPauseAndContinue : False\n"
            + "CanShutdown         : False\nDisplayName         : Print Spooler\n";

    assertThat(recordings.failure(text).why())
        .contains("a receive connector has no Name, RequiredServices, CanPauseAndContinue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the term 'fl' is not recognised\n", "{\"Name\": \"A\"}\n", "Name,Banner\nA,\n"})
  void text_without_a_property_is_refused_with_the_command_that_makes_it(String text) {
    Asked.Failed failed = recordings.failure(text);

    assertThat(failed.why()).contains("neither XML nor the output of Format-List");
    assertThat(failed.fix()).contains("Export-Clixml").contains("Out-File");
  }

  @Test
  void a_line_below_a_value_that_could_be_its_rest_is_refused() {
    assertThat(recordings.failure("Name : A\nBanner : 220 hello\nfrom the relay\n").why())
        .contains(":3:1  this is neither 'Name : value'");
  }

  @Test
  void a_warning_of_the_shell_between_the_lines_is_no_matter() {
    Answer answer =
        recordings.answer("Name : A\nWARNING: the object has been corrupted.\nEnabled : True\n");

    assertThat(answer.items()).hasSize(1);
  }
}
