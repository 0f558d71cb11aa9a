package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

class RecordWriterTest {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\0",
          "\u0001",
          "\u000B",
          "\u001F",
          "\u007F",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uFFFE",
          "\uFFFF",
          "\uD800",
          "\uDC00",
          "\uDC00\uD800",
          "\uD83D\uDE80",
          "'",
          "\"",
          "\u2018",
          "\u2019",
          "<",
          ">",
          "&",
          "&amp;",
          "]]>",
          "<!--",
          "{}",
          "{a, b...}",
          "$()",
          "$(x)",
          "[*]",
          "`",
          "\\",
          "%s",
          "_x0041_",
          "Tls, Integrated",
          "caf\u00E9",
          "\u0130\u0131",
          "a".repeat(64),
          "<item>x</item>",
          "base64");

  private static final LastChange NONE = LastChange.unknown();

  @TempDir private Path folder;

  @Test
  void what_was_written_is_read_back() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Answer answer = answer(random);
      Path file = folder.resolve("record.xml");

      Files.writeString(file, new RecordWriter().text("EX01", answer));

      assertThat(Recordings.answer(new Recordings(folder).ask(file)))
          .as("seed " + seed + ", round " + round)
          .isEqualTo(answer);
    }
  }

  @Test
  void the_bytes_are_sorted_and_readable() throws IOException {
    AnswerItem relay =
        new AnswerItem(
            "receiveConnectors",
            "SQL Relay",
            Optional.of("EX01"),
            Map.of(
                "TarpitInterval", Raw.text("00:00:05"),
                "Bindings", Recordings.items("[::]:25", "0.0.0.0:25"),
                "Banner", new Raw.Empty(),
                "Comment", Raw.text("a <b> &\n\"c\""),
                "Fqdn", Raw.text("\0"),
                "ExtendedRights", new Raw.Unread("why")),
            new LastChange(Optional.of("CORP\\joe"), Optional.empty()));
    AnswerItem nasty =
        new AnswerItem(
            "receiveConnectors", "A\0", Optional.of("EX02"), Map.of(), LastChange.unknown());
    Answer answer =
        new Answer(
            Map.of("Version", "15.2", "Edition", "x"),
            Optional.of(Instant.parse("2026-11-24T09:55:00Z")),
            true,
            Map.of("mailAccounts", "not asked"),
            List.of(nasty, relay));

    Files.writeString(folder.resolve("record.xml"), new RecordWriter().text("EX01", answer));

    assertThat(folder.resolve("record.xml"))
        .content()
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <record version="1" host="EX01" read="2026-11-24T09:55:00Z" complete="receiveConnectors">
              <fact name="Edition">x</fact>
              <fact name="Version">15.2</fact>
              <resource kind="receiveConnectors" name="SQL Relay" changedBy="CORP\\joe">
                <empty name="Banner"/>
                <list name="Bindings">
                  <item>[::]:25</item>
                  <item>0.0.0.0:25</item>
                </list>
                <value name="Comment">a &lt;b&gt; &amp;&#10;&quot;c&quot;</value>
                <unread name="ExtendedRights">why</unread>
                <value name="Fqdn" encoding="base64">AAA=</value>
                <value name="TarpitInterval">00:00:05</value>
              </resource>
              <resource kind="receiveConnectors" encoding="base64" name="QQAAAA==" server="RQBYADAAMgA=">
              </resource>
              <unread kind="mailAccounts">not asked</unread>
            </record>
            """);
  }

  @Test
  void what_names_no_server_is_the_hosts() throws IOException {
    AnswerItem item =
        new AnswerItem("mailAccounts", "A", Optional.empty(), Map.of(), LastChange.unknown());
    Path file = folder.resolve("record.xml");

    Files.writeString(
        file,
        new RecordWriter()
            .text("EX01", new Answer(Map.of(), Optional.empty(), false, Map.of(), List.of(item))));

    assertThat(Recordings.answer(new Recordings(folder).ask(file)).items())
        .extracting(AnswerItem::server)
        .containsExactly(Optional.of("EX01"));
  }

  @Test
  void a_kind_without_resources_is_not_a_kind_that_nobody_asked_for() throws IOException {
    Answer none =
        new Answer(
            Map.of(),
            Optional.empty(),
            true,
            Map.of("mailProfiles", "no right"),
            List.of(
                new AnswerItem("mailSettings", "Database Mail", Optional.empty(), Map.of(), NONE)),
            Set.of("mailAccounts", "mailProfiles", "mailSettings"));
    Path file = folder.resolve("record.xml");

    Files.writeString(file, new RecordWriter().text("SQL01", none));

    Answer again = Recordings.answer(new Recordings(folder).ask(file));
    assertThat(Files.readString(file)).contains("  <empty kind=\"mailAccounts\"/>\n");
    assertThat(again.answered()).containsExactly("mailAccounts");
    assertThat(again.unreadKinds()).containsOnlyKeys("mailProfiles");
  }

  private static Answer answer(Random random) {
    List<AnswerItem> items = new ArrayList<>();
    Map<Address, Boolean> seen = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      AnswerItem item = item(random);
      Address key = new Address(item.kind(), item.server().orElseThrow(), item.name()).key();
      if (seen.put(key, true) == null) {
        items.add(item);
      }
    }
    items.sort(
        Comparator.comparing(
            item -> new Address(item.kind(), item.server().orElseThrow(), item.name())));
    Optional<Instant> at =
        maybe(random, () -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
    return new Answer(
        map(random, () -> text(random)),
        at,
        random.nextBoolean(),
        maybe(random, () -> Map.of("mailProfiles", text(random))).orElse(Map.of()),
        items);
  }

  private static AnswerItem item(Random random) {
    LastChange change =
        new LastChange(maybe(random, () -> text(random)), maybe(random, () -> text(random)));
    return new AnswerItem(
        random.nextBoolean() ? "receiveConnectors" : "mailAccounts",
        text(random),
        Optional.of(random.nextBoolean() ? "EX01" : "ex01"),
        map(random, () -> raw(random)),
        change);
  }

  private static Raw raw(Random random) {
    String text = text(random);
    return switch (random.nextInt(5)) {
      case 0 -> new Raw.Empty();
      case 1 -> new Raw.Items(Collections.nCopies(1 + random.nextInt(3), text));
      case 2 -> new Raw.CutOff(text);
      case 3 -> new Raw.Unread(text);
      default -> text.isEmpty() ? new Raw.Empty() : new Raw.Text(text);
    };
  }

  private static <T> Map<String, T> map(Random random, Supplier<T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(
          "Name" + random.nextInt(20) + (random.nextBoolean() ? " <\"'&\n\u00E9" : ""),
          value.get());
    }
    return map;
  }

  private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }
}
