package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

class ClixmlRecordTest {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @TempDir private Path folder;
  private Recordings recordings;

  @BeforeEach
  void give_the_folder() {
    recordings = new Recordings(folder);
  }

  @Test
  void every_connector_of_an_export_is_an_item_with_the_texts_of_its_properties() {
    Answer answer = recordings.answer(Recordings.text("two-connectors.clixml"));

    AnswerItem relay = Recordings.item(answer, "SQL Relay");
    assertThat(answer.items())
        .extracting(AnswerItem::name)
        .containsExactly("SQL Relay", "Default EX01");
    assertThat(relay.kind()).isEqualTo(Recordings.KIND);
    assertThat(relay.server()).contains("EX01");
    assertThat(relay.change())
        .isEqualTo(new LastChange(Optional.empty(), Optional.of("2026-11-20T08:43:54Z")));
    assertThat(relay.values())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("AuthMechanism", Raw.text("Tls, Integrated")),
                Map.entry("Banner", new Raw.Empty()),
                Map.entry("ChunkingEnabled", Raw.text("true")),
                Map.entry("Bindings", Recordings.items("0.0.0.0:25", "[::]:25")),
                Map.entry("DefaultDomain", new Raw.Empty()),
                Map.entry("Comment", Raw.text("Mail of the ERP\ndon\u2019t touch <me>_x0041_")),
                Map.entry("ConnectionTimeout", Raw.text("00:10:00")),
                Map.entry("MaxInboundConnection", Raw.text("5000")),
                Map.entry("MaxInboundConnectionPerSource", Raw.text("Unlimited")),
                Map.entry("MaxInboundConnectionPercentagePerSource", Raw.text("2")),
                Map.entry("MaxMessageSize", Raw.text("36 MB (37,748,736 bytes)")),
                Map.entry("RemoteIPRanges", Recordings.items("192.0.2.0/24", "198.51.100.7")),
                Map.entry("TlsDomainCapabilities", new Raw.Empty()),
                Map.entry("TransportRole", Raw.text("FrontendTransport")),
                Map.entry("Identity", Raw.text("EX01\\SQL Relay")),
                Map.entry("Id", Raw.text("EX01\\SQL Relay")),
                Map.entry("OriginatingServer", Raw.text("DC1.corp.example")),
                Map.entry("PSComputerName", Raw.text("ex01.corp.example"))));
  }

  @Test
  void an_enum_without_its_word_is_its_number() {
    Answer answer = recordings.answer(Recordings.text("two-connectors.clixml"));

    assertThat(Recordings.item(answer, "Default EX01").values())
        .containsEntry("TransportRole", Raw.text("32"));
  }

  @Test
  void an_export_holds_no_time_is_not_complete_and_tells_the_domain_controller_only() {
    Answer answer = recordings.answer(Recordings.text("two-connectors.clixml"));

    assertThat(answer.at()).isEmpty();
    assertThat(answer.complete()).isEmpty();
    assertThat(answer.unreadKinds()).isEmpty();
    assertThat(answer.facts()).isEqualTo(Map.of("DomainController", "DC1.corp.example"));
  }

  @Test
  void two_domain_controllers_are_no_fact() {
    String export = Recordings.text("two-connectors.clixml");
    int second = export.lastIndexOf("DC1.corp");

    Answer answer =
        recordings.answer(export.substring(0, second) + "DC2.corp" + export.substring(second + 8));

    assertThat(answer.facts()).isEmpty();
  }

  @Test
  void serialisation_data_changes_nothing() {
    Answer plain = recordings.answer(Recordings.text("two-connectors.clixml"));

    Answer signed = recordings.answer(Recordings.text("two-connectors-signed.clixml"));

    assertThat(Recordings.text("two-connectors-signed.clixml")).contains("SerializationData");
    assertThat(signed).isEqualTo(plain);
  }

  @Test
  void deserialised_objects_and_their_plain_lists_are_read_too() {
    Answer answer = recordings.answer(Recordings.text("deserialized.clixml"));

    AnswerItem relay = Recordings.item(answer, "SQL Relay");
    assertThat(relay.server()).contains("EX01");
    assertThat(relay.values())
        .containsEntry("AuthMechanism", Raw.text("Tls, Integrated"))
        .containsEntry("Bindings", Recordings.items("0.0.0.0:25", "[::]:25"));
  }

  static Stream<Charset> encodings() {
    return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void every_encoding_with_and_without_a_mark_and_windows_line_endings_give_the_same(
      Charset encoding) {
    String export = Recordings.text("two-connectors.clixml");
    Answer expected = recordings.answer(export);

    List<Answer> answers =
        Stream.of(export, BYTE_ORDER_MARK + export, export.replace("\n", "\r\n"))
            .map(text -> Recordings.answer(recordings.ask(text, encoding)))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-SA-u-nu-arab"})
  void the_language_of_the_machine_changes_nothing(String tag) {
    Locale before = Locale.getDefault();
    Answer expected = recordings.answer(Recordings.text("two-connectors.clixml"));
    String broken = "<Objs\n";
    String complaint = recordings.failure(broken).why().replaceAll("record\\d+", "record");
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));

      Answer answer = recordings.answer(Recordings.text("two-connectors.clixml"));

      assertThat(answer).isEqualTo(expected);
      assertThat(recordings.failure(broken).why().replaceAll("record\\d+", "record"))
          .isEqualTo(complaint);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void an_object_of_another_cmdlet_is_named_with_its_place() {
    String export =
        Recordings.text("deserialized.clixml")
            .replace("ReceiveConnector", "SmtpSendConnectorConfig");

    assertThat(recordings.failure(export).why())
        .matches(
            "(?s).*:2:\\d+  an object of the type Deserialized\\.Microsoft\\.Exchange\\.Data"
                + "\\.Directory\\.SystemConfiguration\\.SmtpSendConnectorConfig is not a receive"
                + " connector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<S>EX01</S>", "<Nil/>"})
  void an_export_of_nothing_or_of_text_is_refused(String content) {
    String export =
        "<Objs Version='1.1.0.1' xmlns='http://schemas.microsoft.com/powershell/2004/04'>"
            + content
            + "</Objs>";

    assertThat(recordings.failure(export).fix()).contains("Export-Clixml");
  }

  @Test
  void a_connector_that_is_there_twice_is_refused_whatever_the_case() {
    String export = Recordings.text("two-connectors.clixml").replace("Default EX01", "sql relay");

    assertThat(recordings.failure(export).why())
        .contains("the receive connector 'sql relay' is already at line 2");
  }

  @Test
  void the_same_name_on_two_servers_is_two_connectors() {
    String export = Recordings.text("two-connectors.clixml");
    int second = export.indexOf("Default EX01");
    String other =
        export.substring(0, second - 5)
            + export
                .substring(second - 5)
                .replace("Default EX01", "SQL Relay")
                .replace("EX01", "EX02");

    Answer answer = recordings.answer(other);

    assertThat(answer.items())
        .extracting(item -> item.server().orElseThrow() + "\\" + item.name())
        .containsExactly("EX01\\SQL Relay", "EX02\\SQL Relay");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 400, 2000, 5000})
  void an_export_that_is_cut_off_is_refused_where_it_ends(int length) {
    String export = Recordings.text("two-connectors.clixml").substring(0, length);

    String why = recordings.failure(export).why();

    long lines = export.lines().count();
    assertThat(why).contains(":" + lines + ":").contains("breaks off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contoso.ReceiveConnector",
        "Microsoft.Exchange.Data.MyReceiveConnector",
        "Microsoft.Exchange.Contoso.ReceiveConnector"
      })
  void a_type_that_only_ends_like_a_receive_connector_is_refused(String type) {
    String export =
        Recordings.text("deserialized.clixml")
            .replace(
                "Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector", type);

    assertThat(recordings.failure(export).why()).contains(type + " is not a receive connector");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Props><S N='Name'>A</S><S N='Enabled'>true</S><S N='enabled'>false</S></Props>",
        "<Props><S N='Name'>A</S><S N='Enabled'>true</S></Props><MS><S N='ENABLED'>false</S></MS>",
      })
  void a_setting_in_two_spellings_is_refused(String properties) {
    String export =
        "<Objs Version='1.1.0.1' xmlns='http://schemas.microsoft.com/powershell/2004/04'><Obj"
            + " RefId='0'>"
            + "<TN"
            + " RefId='0'><T>Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector</T>"
            + "</TN>"
            + properties
            + "</Obj></Objs>";

    assertThat(recordings.failure(export).why()).containsIgnoringCase("'enabled' is there twice");
  }
}
