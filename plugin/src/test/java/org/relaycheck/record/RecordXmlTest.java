package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

class RecordXmlTest {

  private static final String RECORD =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <!-- kept in git -->
      <record version='1' host='EX01' read='2026-11-24T09:55:00Z' complete='true'>
        <fact name='ExchangeVersion'>15.2.1544.4</fact>
        <resource kind='receiveConnectors' name='SQL Relay' changedBy='CORP\\joe' changedAt='2026-11-20'>
          <value name='TarpitInterval'>00:00:05</value>
          <value name='Banner'></value>
          <value name='Comment'> two
       lines </value>
          <list name='Bindings'>
            <item>0.0.0.0:25</item>
            <item>[::]:25</item>
          </list>
          <list name='TlsDomainCapabilities'/>
          <empty name='Fqdn'/>
          <unread name='ExtendedRights'>not permitted</unread>
          <cutOff name='RemoteIPRanges'>{192.0.2.1...</cutOff>
        </resource>
        <resource kind='receiveConnectors' server='ex01' name='Old Relay'/>
        <unread kind='mailAccounts'>not permitted either</unread>
      </record>
      """;

  @TempDir private Path folder;
  private Recordings recordings;

  @BeforeEach
  void give_the_folder() {
    recordings = new Recordings(folder);
  }

  @Test
  void a_record_is_read_whole() {
    Answer answer = recordings.answer(RECORD);

    AnswerItem relay =
        new AnswerItem(
            Recordings.KIND,
            "SQL Relay",
            Optional.of("EX01"),
            Map.of(
                "TarpitInterval", Raw.text("00:00:05"),
                "Banner", new Raw.Empty(),
                "Comment", Raw.text(" two\n lines "),
                "Bindings", Recordings.items("0.0.0.0:25", "[::]:25"),
                "TlsDomainCapabilities", new Raw.Empty(),
                "Fqdn", new Raw.Empty(),
                "ExtendedRights", new Raw.Unread("not permitted"),
                "RemoteIPRanges", new Raw.CutOff("{192.0.2.1...")),
            new LastChange(Optional.of("CORP\\joe"), Optional.of("2026-11-20")));
    AnswerItem other =
        new AnswerItem(
            Recordings.KIND, "Old Relay", Optional.of("ex01"), Map.of(), LastChange.unknown());
    assertThat(answer)
        .isEqualTo(
            new Answer(
                Map.of("ExchangeVersion", "15.2.1544.4"),
                Optional.of(Instant.parse("2026-11-24T09:55:00Z")),
                Set.of(Answer.EVERY_KIND),
                Map.of("mailAccounts", "not permitted either"),
                List.of(relay, other),
                Set.of(),
                Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "mailAccounts receiveConnectors, 'mailAccounts,receiveConnectors'",
    "mailAccounts, mailAccounts",
    "true, *",
    "false, ''"
  })
  void a_record_names_the_kinds_that_it_lists_whole(String complete, String kinds) {
    Answer answer =
        recordings.answer(
            "<record version='1' host='A' complete='"
                + complete
                + "'><resource kind='receiveConnectors' name='R'/><empty kind='mailAccounts'/>"
                + "<unread kind='mailProfiles'>no right</unread></record>");

    assertThat(String.join(",", new TreeSet<>(answer.complete()))).isEqualTo(kinds);
  }

  @Test
  void a_mark_blank_lines_utf_16_and_windows_line_endings_change_nothing() {
    Answer expected = recordings.answer(RECORD);
    String bare = RECORD.substring(RECORD.indexOf("<record"));

    List<HostAnswer> all =
        List.of(
            recordings.ask("\uFEFF" + RECORD),
            recordings.ask("\uFEFF\r\n\r\n" + bare + "\r\n\r\n"),
            recordings.ask("\uFEFF\n" + bare, StandardCharsets.UTF_16LE),
            recordings.ask(bare, StandardCharsets.UTF_16BE),
            recordings.ask(RECORD.replace("UTF-8", "utf-16"), StandardCharsets.UTF_16LE),
            recordings.ask(RECORD.replace("\n", "\r\n")));

    assertThat(all).allSatisfy(asked -> assertThat(Recordings.answer(asked)).isEqualTo(expected));
  }

  @Test
  void a_record_without_time_and_resources_is_an_answer_that_is_not_complete() {
    assertThat(recordings.answer("<record version='1' host='EX01'/>"))
        .isEqualTo(new Answer(Map.of(), Optional.empty(), false, Map.of(), List.of()));
  }

  @Test
  void base64_is_of_utf_16_low_byte_first_in_names_too() {
    Answer answer =
        recordings.answer(
            "<record version='1' host='EX01'><resource kind='mailAccounts' encoding='base64'"
                + " name='QQAAAA=='>"
                + "<value name='v' encoding='base64'>\n QgA\n AAA== </value></resource></record>");

    assertThat(answer.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.name()).isEqualTo("A\0");
              assertThat(item.values()).containsEntry("v", Raw.text("B\0"));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<record host='A'/>|<record> lacks the attribute 'version'",
        "<record version='2' host='A'/>|version '2' of a record; read is version 1",
        "<record version='1'/>|lacks the attribute 'host'",
        "<record version='1' host='A' colour='x'/>|expected are complete, host, read, version",
        "<record version='1' host='A' read='noon'/>|is not a time such as 2026-11-24T09:55:00Z",
        "<record version='1' host='A'>stray</record>|text stands between the elements",
        "<record version='1' host='A'><thing/></record>|<thing> is not known",
        "<record version='1' host='A'><fact>x</fact></record>|<fact> lacks the attribute 'name'",
        "<record version='1' host='A'><fact name='f'/><fact name='f'/></record>|'f' is there twice",
        "<record version='1' host='A'><unread kind='mailAccounts'/><unread"
            + " kind='mailAccounts'/></record>|'mailAccounts' is there twice",
        "<record version='1' host='A'><resource kind='mailAccounts'/></record>|lacks the"
            + " attribute 'name'",
        "<record version='1' host='A'><resource name='n'/></record>|lacks the attribute 'kind'",
        "<record version='1' host='A'><resource kind='mailAccounts' name='n'><fact"
            + " name='f'/></resource></record>"
            + "|expected is value, list, empty, unread or cutOff",
        "<record version='1' host='A'><resource kind='mailAccounts' name='n'><value"
            + " name='v'/><empty"
            + " name='V'/></resource></record>|'V' is there twice",
        "<record version='1' host='A'><fact name='f'/><fact name='F'/></record>|'F' is there twice",
        "<record version='1' host='A'><empty kind='mailAccounts'/><empty"
            + " kind='mailAccounts'/></record>"
            + "|'mailAccounts' is there twice",
        "<record version='1' host='A'><empty kind='mailAccounts'/><resource kind='mailAccounts'"
            + " name='n'/>"
            + "</record>|there are no mailAccounts, and there are some",
        "<record version='1' host='A'><resource kind='mailAccounts' name='n' server='B'/></record>"
            + "|the resource 'n' is of B, and the record is of A",
        "<record version='1' host='A'><resource kind='mailAccounts' name='n'><empty"
            + " name='v'>x</empty>"
            + "</resource></record>|<empty> holds text",
        "<record version='1' host='A'><resource kind='mailAccounts' name='n'><list"
            + " name='v'><value/></list>"
            + "</resource></record>|expected is item",
        "<record version='1' host='A'><fact name='f' encoding='hex'>00</fact></record>"
            + "|the encoding 'hex' is not base64",
        "<record version='1' host='A'><fact name='f' encoding='base64'>AA==</fact></record>"
            + "|not base64 of UTF-16",
        "<record version='1' host='A'><fact name='f' encoding='base64'>!</fact></record>"
            + "|not base64 of UTF-16",
        "<record version='1' host='A'><fact name='f' xmlns='urn:x'/></record>|another namespace",
        "<record xmlns='urn:x' version='1' host='A'/>|'record' is not the beginning of a record",
        "<settings/>|'settings' is not the beginning of a record",
      })
  void what_a_record_does_not_hold_is_refused(String xml, String why) {
    assertThat(recordings.failure(xml).why()).contains(":1:").contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQL Relay", "sql RELAY"})
  void a_resource_that_is_there_twice_is_refused_with_both_places(String second) {
    String record =
        """
        <record version='1' host='EX01'>
          <resource kind='mailAccounts' name='SQL Relay'/>
          <resource kind='mailAccounts' server='ex01' name='%s'/>
        </record>
        """
            .formatted(second);

    assertThat(recordings.failure(record).why()).contains(":3:").contains("already at line 2");
  }

  @Test
  void the_same_name_of_another_kind_is_another_resource() {
    Answer answer =
        recordings.answer(
            "<record version='1' host='EX01'><resource kind='mailAccounts' name='A'/>"
                + "<resource kind='mailProfiles' name='A'/></record>");

    assertThat(answer.items())
        .extracting(AnswerItem::kind)
        .containsExactly("mailAccounts", "mailProfiles");
  }
}
