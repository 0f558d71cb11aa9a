package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

class RecordReplacementTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\uD800"})
  void a_setting_whose_name_xml_cannot_hold_is_an_error_and_not_a_broken_file(String name) {
    AnswerItem item =
        new AnswerItem(
            "k", "A", Optional.empty(), Map.of(name, Raw.text("x")), LastChange.unknown());
    Answer answer = new Answer(Map.of(), Optional.empty(), false, Map.of(), List.of(item));

    assertThatThrownBy(() -> new RecordWriter().text("EX01", answer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot hold as a name");
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
        map(random, () -> text(random)),
        items);
  }

  private static AnswerItem item(Random random) {
    LastChange change =
        new LastChange(maybe(random, () -> text(random)), maybe(random, () -> text(random)));
    return new AnswerItem(
        random.nextBoolean() ? "receiveConnectors" : "mailAccounts",
        text(random),
        Optional.of(random.nextBoolean() ? "EX01" : text(random)),
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
