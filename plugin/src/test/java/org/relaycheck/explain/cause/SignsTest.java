package org.relaycheck.explain.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingReason;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.sign.LogSign;
import org.relaycheck.explain.sign.SignRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;

/** What logs say is recognised, and what only looks like it is not. */
class SignsTest {

  static List<Samples> kinds() {
    return Samples.of("kinds.txt");
  }

  static List<Samples> twins() {
    return Samples.of("twins.txt");
  }

  @Test
  void there_are_samples_of_all_33_kinds() {
    assertThat(kinds())
        .extracting(Samples::name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 33).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_text_is_recognised(Samples sample) {
    assertThat(sample.recognised()).isEqualTo(sample.wanted());
  }

  static List<Samples> texts() {
    return Samples.of("texts.txt");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void what_systems_say_is_recognised(Samples sample) {
    assertThat(sample.recognised()).isEqualTo(sample.wanted());
  }

  @Test
  void every_sign_has_a_text_that_shows_it() {
    Set<String> shown =
        Stream.of(kinds(), twins(), texts())
            .flatMap(List::stream)
            .flatMap(sample -> sample.expected().stream())
            .collect(Collectors.toSet());

    assertThat(SignRows.ALL)
        .extracting(LogSign::id)
        .allSatisfy(id -> assertThat(shown).contains(id));
  }

  @Test
  void a_sign_leads_to_causes_that_are_there() {
    Set<String> ids = Causes.all().stream().map(Cause::id).collect(Collectors.toSet());

    assertThat(SignCauseRows.ALL.values())
        .allSatisfy(causes -> assertThat(ids).containsAll(causes));
    assertThat(SignRows.ALL).containsAll(SignCauseRows.ALL.keySet());
  }

  @Test
  void every_setting_whose_page_tells_of_a_refusal_is_part_of_a_cause() {
    assertThat(ReceiveConnectorRows.CATALOGUE.rows())
        .filteredOn(SignsTest::refuses)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(Causes.with(row)).as(row.name()).isNotEmpty());
  }

  private static boolean refuses(Property<?> row) {
    SettingReason grounds = row.facts().grounds();
    return Pattern.compile("refuse|reject|not accept|denie", Pattern.CASE_INSENSITIVE)
        .matcher(grounds.reason() + " " + grounds.symptom().orElse(""))
        .find();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_text_that_only_looks_alike_is_told_apart(Samples sample) {
    assertThat(sample.recognised()).isEqualTo(sample.wanted());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_text_in_one_line_says_the_same(Samples sample) {
    if (sample.expected().size() > 1) {
      return;
    }
    LogEntry joined = LogEntry.of("relay.symptom", String.join("\n", sample.lines()));

    assertThat(SignRows.of(joined.text()).map(LogSign::id)).contains(sample.expected().get(0));
  }

  @Test
  void ids_are_one_of_a_kind_and_every_sign_of_trouble_leads_to_a_cause() {
    Set<String> ids = new HashSet<>();
    Set<String> explained =
        Causes.all().stream()
            .flatMap(cause -> Causes.signsOf(cause).stream())
            .map(LogSign::id)
            .collect(Collectors.toSet());

    assertThat(SignRows.ALL).allSatisfy(sign -> assertThat(ids.add(sign.id())).isTrue());
    List<String> unexplained =
        SignRows.ALL.stream()
            .filter(LogSign::trouble)
            .map(LogSign::id)
            .filter(id -> !explained.contains(id))
            .sorted()
            .toList();
    assertThat(unexplained)
        .as("signs of which the words themselves say that nothing more is known")
        .containsExactly("text-cut-off");
  }

  @Test
  void a_cause_has_words_a_source_and_something_to_look_at() {
    Set<String> ids = new HashSet<>();

    assertThat(Causes.all())
        .allSatisfy(
            cause -> {
              assertThat(ids.add(cause.id())).isTrue();
              assertThat(cause.told().title()).doesNotEndWith(".");
              assertThat(cause.told().why()).endsWith(".");
              assertThat(cause.source()).isNotBlank();
              assertThat(Causes.signsOf(cause)).isNotEmpty();
              assertThat(cause.looks()).isNotEmpty();
            });
  }

  @Test
  void several_attempts_in_one_row_keep_their_accounts_times_and_places() {
    List<LogEntry> entries = Samples.named("twins.txt", "several accounts in one row").read();

    assertThat(entries)
        .extracting(entry -> entry.account().orElse(""))
        .containsExactly("3", "5", "3");
    assertThat(entries)
        .extracting(entry -> entry.at().orElse(""))
        .containsExactly("2026-03-01T06:12:00", "2026-03-01T06:12:40", "2026-03-01T06:13:40");
    assertThat(entries)
        .extracting(LogEntry::where)
        .containsExactly("mail.log:1", "mail.log:2", "mail.log:2");
  }

  @Test
  void a_warning_is_a_mail_that_was_delivered_later() {
    List<LogEntry> entries = Samples.named("twins.txt", "rows as a grid copies them").read();

    assertThat(entries).extracting(LogEntry::delivered).containsExactly(false, false, true);
  }
}
