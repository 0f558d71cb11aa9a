package org.relaycheck.record;

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
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

class RecordedListTest {

  @TempDir private Path folder;
  private Recordings recordings;

  @BeforeEach
  void give_the_folder() {
    recordings = new Recordings(folder);
  }

  @Test
  void every_object_of_the_list_is_an_item_with_unsplit_texts() {
    Answer answer = recordings.answer(Recordings.text("two-connectors.txt"));

    AnswerItem relay = Recordings.item(answer, "SQL Relay");
    assertThat(answer.items())
        .extracting(AnswerItem::name)
        .containsExactly("SQL Relay", "Default EX01");
    assertThat(relay.server()).contains("EX01");
    assertThat(relay.change())
        .isEqualTo(new LastChange(Optional.empty(), Optional.of("11/20/2026 8:43:54 AM")));
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
    assertThat(answer.complete()).isEmpty();
    assertThat(answer.facts()).isEqualTo(Map.of("DomainController", "DC1.corp.example"));
  }

  @Test
  void windows_line_endings_utf_16_and_a_blank_line_after_each_line_change_nothing() {
    String text = Recordings.text("two-connectors.txt");
    Answer expected = recordings.answer(text);

    List<HostAnswer> all =
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

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("A", "B");
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

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly(name);
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

    assertThat(recordings.answer(text).items()).extracting(AnswerItem::name).containsExactly("A");
  }

  @Test
  void the_output_of_another_cmdlet_is_told_by_its_properties() {
    String text =
        "Name                : Spooler\nRequiredServices    : {RPCSS, http}\nCanPauseAndContinue"
            + " : False\n"
            + "CanShutdown         : False\nDisplayName         : Print Spooler\n";

    assertThat(recordings.failure(text).why())
        .contains("a receive connector has no CanPauseAndContinue, CanShutdown, DisplayName");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the term 'fl' is not recognised\n", "WARNING: nothing\n", "nothing, here\n"})
  void text_without_a_property_is_refused_with_the_command_that_makes_it(String text) {
    HostAnswer.Failed failed = recordings.failure(text);

    assertThat(failed.why()).contains("is neither XML nor a list, a table, CSV or JSON");
    assertThat(failed.fix()).contains("Export-Clixml").contains("Out-File");
  }

  @Test
  void a_line_below_a_value_could_be_its_rest_so_that_the_value_is_unread() {
    Answer answer =
        recordings.answer("Name : A\nBanner : 220 hello\nfrom the relay\nEnabled : True\n");

    assertThat(Recordings.item(answer, "A").values())
        .containsEntry("Enabled", Raw.text("True"))
        .extractingByKey("Banner")
        .isInstanceOf(Raw.Unread.class);
  }

  @Test
  void what_a_console_cut_at_its_width_is_put_together_again_where_its_type_tells_how() {
    String text =
        "Name           : A\nAuthMechanism  : Tls, Integrated, Exchange\nServer\n"
            + "RemoteIPRanges : {192.0.2.1, 192.0.2.12-19\n2.0.2.20, 2001:db8::/64}\nEnabled    "
            + "    : True\n";

    Answer answer = recordings.answer(text);

    assertThat(Recordings.item(answer, "A").values())
        .containsEntry("AuthMechanism", Raw.text("Tls, Integrated, ExchangeServer"))
        .containsEntry(
            "RemoteIPRanges", Raw.text("{192.0.2.1, 192.0.2.12-192.0.2.20, 2001:db8::/64}"))
        .containsEntry("Enabled", Raw.text("True"));
  }

  @Test
  void where_a_console_cut_lines_and_lost_the_rest_no_value_of_that_width_is_known() {
    String text =
        "Name               : A\nRemoteIPRanges     : {192.0.2.1, 192.0.2\n"
            + "TlsCertificateName : <I>CN=Corp CA, O=Co\nEnabled            : True\n";

    Map<String, Raw> values = Recordings.item(recordings.answer(text), "A").values();

    assertThat(values.get("RemoteIPRanges")).isInstanceOf(Raw.CutOff.class);
    assertThat(values.get("TlsCertificateName")).isInstanceOf(Raw.CutOff.class);
    assertThat(values).containsEntry("Enabled", Raw.text("True"));
  }

  @Test
  void a_listing_of_few_properties_is_taken_where_one_of_them_is_a_setting() {
    Answer answer =
        recordings.answer(
            "Identity : EX01\\A\nName : A\nServer : EX01\nTarpitInterval : 00:00:05\n");

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("A");
  }

  @Test
  void a_listing_of_names_alone_could_be_of_anything() {
    assertThat(recordings.failure("Identity : EX01\\A\nName : A\nServer : EX01\n").why())
        .contains("nothing here shows that this is a receive connector");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[PS] C:\\>Get-ReceiveConnector \"EX01\\SQL Relay\" | fl\n",
        "[PS] C:Windowssystem32>get-receiveconnector 'SQL Relay' -Server EX01 | fl\n",
        "PS> Get-ReceiveConnector -Identity \u201CEX01\\SQL Relay\u201D | Format-List Enabled\n",
        "Get-ReceiveConnector \"EX01\\SQL Relay\" |\n>> fl Enabled\n",
      })
  void a_list_without_names_is_of_the_connector_that_the_prompt_names(String prompt) {
    Answer answer = recordings.answer(prompt + "\nEnabled : True\nBanner :\n");

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("SQL Relay");
    assertThat(answer.items().get(0).server()).contains("EX01");
    assertThat(answer.gap())
        .contains("the command in the file asks for some connectors, and not for all");
  }

  @Test
  void a_command_for_a_whole_server_leaves_no_gap() {
    Answer answer =
        recordings.answer(
            "[PS] C:\\>Get-ReceiveConnector -Server EX01 | fl\n\nName : A\nEnabled : True\n");

    assertThat(answer.gap()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"| where {$_.Enabled}", "| ? Enabled", "| select -First 3"})
  void a_command_with_a_filter_leaves_a_gap(String filter) {
    Answer answer =
        recordings.answer(
            "[PS] C:\\>Get-ReceiveConnector -Server EX01 "
                + filter
                + " | fl\n\nName : A\nEnabled : True\n");

    assertThat(answer.gap()).isPresent();
  }

  @Test
  void two_lists_without_names_below_one_prompt_are_refused() {
    String text =
        "[PS] C:\\>Get-ReceiveConnector 'A' | fl\nEnabled : True\nBanner :\n\n\nEnabled :"
            + " False\nBanner :\n";

    assertThat(recordings.failure(text).why()).contains("without Name and Identity");
  }

  @Test
  void one_list_without_a_name_is_of_the_only_connector_that_is_meant() {
    Path file = recordings.write("Enabled : True\nBanner :\n".getBytes(StandardCharsets.UTF_8));

    Answer answer =
        Recordings.answer(
            recordings.ask(new HostWay.Recorded(file, Optional.empty(), Optional.of("SQL Relay"))));

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("SQL Relay");
  }

  @Test
  void a_setting_in_two_spellings_is_refused() {
    String text = "Name : A\nTarpitInterval : 00:00:05\ntarpitinterval : 00:00:00\n";

    assertThat(recordings.failure(text).why()).endsWith(":3:1  'tarpitinterval' is there twice");
  }

  /** Also where it is spaced as no other line is, and where it could be a warning. */
  @ParameterizedTest
  @ValueSource(strings = {"TARPITINTERVAL: 00:00:00", "tarpitinterval : 0", "\ntarpitinterval: 0"})
  void a_setting_in_two_spellings_is_refused_however_it_is_spaced(String line) {
    String tight = "Name: A\nTarpitInterval: 00:00:05\nEnabled: True\n";
    String padded = tight.replace(": ", " : ");

    for (String text : List.of(tight, padded)) {
      assertThat(recordings.failure(text + line + "\n").why())
          .containsIgnoringCase("'tarpitinterval' is there twice");
    }
  }

  @Test
  void the_rest_of_a_value_stays_its_rest_whatever_it_looks_like() {
    String text =
        "Name           : A\nComment        : ask ops\n                 + x\nEnabled        : True\n";

    assertThat(Recordings.item(recordings.answer(text), "A").values().get("Comment"))
        .isNotEqualTo(Raw.text("ask ops"));
  }

  @Test
  void a_connector_that_stands_below_another_server_is_refused() {
    String below = "CN=A,CN=SMTP Receive Connectors,CN=Protocols,CN=EX02,CN=Servers,CN=Corp";
    String text = "Name : A\nEnabled : True\nServer : EX01\nDistinguishedName : " + below + "\n";

    assertThat(recordings.failure(text).why())
        .contains("a connector of the server 'EX01' stands in the directory below 'EX02'");
  }

  @Test
  void a_connector_whose_server_is_not_that_of_its_identity_is_refused() {
    String text = "Name : A\nEnabled : True\nServer : EX02\nIdentity : EX01\\A\n";

    assertThat(recordings.failure(text).why())
        .contains("a connector of the server 'EX02' has the identity of one of 'EX01'");
  }

  @Test
  void a_lone_carriage_return_ends_no_line() {
    Answer answer = recordings.answer("Name : A\nEnabled : True\nBanner : 220\rEnabled : False\n");

    assertThat(Recordings.item(answer, "A").values())
        .containsEntry("Enabled", Raw.text("True"))
        .containsEntry("Banner", Raw.text("220\rEnabled : False"));
  }

  @Test
  void the_head_of_a_transcript_is_no_object() {
    String text =
        "**********************\nWindows PowerShell transcript start\nStart time: 20261120101010\n"
            + "Machine: EX01 (Microsoft Windows NT 10.0)\n**********************\n"
            + "PS C:\\> Get-ReceiveConnector | fl\n\nName    : A\nEnabled : True\n\n"
            + "**********************\nWindows PowerShell transcript end\nEnd time:"
            + " 20261120101011\n"
            + "**********************\n";

    assertThat(recordings.answer(text).items()).extracting(AnswerItem::name).containsExactly("A");
  }
}
