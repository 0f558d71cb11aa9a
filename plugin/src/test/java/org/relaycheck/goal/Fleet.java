package org.relaycheck.goal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;

/**
 * Hosts with resources of every kind, from a seed; names and texts are those that files, shells and
 * people trip over.
 *
 * @param answers what each host answers
 */
public record Fleet(Map<String, Answer> answers) implements AnswerSource {

  private static final List<String> NAMES =
      List.of(
          "Default %s",
          "default %s",
          "%s\\x",
          "Default EX01",
          "EX01 EX02",
          "{host}",
          "x {HOST}",
          "SQL Relay",
          "SQL  Relay",
          " SQL Relay",
          "SQL Relay ",
          "a: b",
          "a #b",
          "- a",
          "? a",
          "|",
          ">",
          "@a",
          "`a`",
          "%a",
          "!a",
          "&a",
          "*a",
          "'null'",
          "null",
          "~",
          "yes",
          "<<",
          "=",
          "1",
          "0x1F",
          "1.5",
          "12:30:45",
          "[::]",
          "{a}",
          "a, b",
          "$(x)",
          "\"a\"",
          "O\u2019Brien",
          "\uD83D\uDE80",
          "\uD800",
          "a\tb",
          "a\nb",
          "a\r\nb",
          "\u0000",
          "\u001B[31m",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uFFFF",
          "Stra\u00DFe",
          "\u0130\u0131",
          "e\u0301",
          "hosts",
          "like",
          "all",
          "version",
          "x".repeat(64),
          "y".repeat(128),
          "\u4e2d".repeat(64),
          "...",
          "---");
  private static final List<String> TEXTS =
      List.of(
          "a: b",
          "a #b",
          "#",
          "- a",
          "-",
          "? a",
          ": a",
          "|",
          ">",
          "@",
          "`",
          "%",
          "!",
          "&a",
          "*a",
          "'null'",
          "null",
          "Null",
          "NULL",
          "~",
          "yes",
          "No",
          "on",
          "true",
          "FALSE",
          "'",
          "\"",
          "''",
          "1",
          "01",
          "0x1F",
          "1_000",
          "1.5",
          ".inf",
          "12:30:45",
          "2026-11-24",
          "<<",
          "=",
          "{}",
          "{a}",
          "[]",
          "[a]",
          "a, b",
          "{host}",
          "{HOST}",
          "{any: true}",
          " a",
          "a ",
          "\ta",
          "a\u00A0",
          "\u00A0",
          "a\tb",
          "a\nb",
          "a\n",
          "\na",
          "a\r\nb",
          "a\rb",
          "\u0000",
          "\u0007",
          "\u001B[31m",
          "\u007F",
          "\u0085",
          "a\u0085b",
          "a\u2028b",
          "\u2029",
          "\uFEFF",
          "\uFFFE",
          "\uFFFF",
          "\uD800",
          "a\uDC00b",
          "\uD83D\uDE80",
          "\u202Egnp",
          "$(x)",
          "`n",
          "c:\\x",
          "\\",
          "\\n",
          "ex01.corp.example",
          "EX01.corp.example",
          "EX02",
          "of EX01 and EX02.",
          "...",
          "---",
          "220 x",
          "x".repeat(200),
          "a ".repeat(120),
          "None",
          "unlimited",
          "0");

  /** Hosts of both products, up to four each. */
  public static Fleet of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Catalogue catalogue : ResourceKinds.catalogues()) {
      String prefix = catalogue.product() == Product.EXCHANGE ? "EX0" : "SQL0";
      int hosts = random.nextInt(1, 5);
      for (int i = 1; i <= hosts; i++) {
        answers.merge(prefix + i, answer(catalogue, prefix + i, random), Fleet::both);
      }
    }
    return new Fleet(answers);
  }

  /** What a host answers about two kinds. */
  private static Answer both(Answer one, Answer other) {
    List<AnswerItem> items = new ArrayList<>(one.items());
    items.addAll(other.items());
    return new Answer(one.facts(), one.at(), !one.complete().isEmpty(), one.unreadKinds(), items);
  }

  private static Answer answer(Catalogue catalogue, String host, SplittableRandom random) {
    Map<String, AnswerItem> items = new LinkedHashMap<>();
    Map<String, Raw> usual = values(catalogue, new SplittableRandom(random.nextInt(3)));
    int number = random.nextInt(1, 8);
    for (int i = 0; i < number; i++) {
      String name = Generators.pick(NAMES, random).replace("%s", host);
      Map<String, Raw> values = new LinkedHashMap<>(usual);
      values.replaceAll((row, raw) -> random.nextInt(4) == 0 ? raw(catalogue, row, random) : raw);
      values.keySet().removeIf(row -> random.nextInt(20) == 0);
      items.put(
          Address.folded(name),
          new AnswerItem(catalogue.kind(), name, Optional.of(host), values, LastChange.unknown()));
    }
    return new Answer(
        facts(catalogue, random),
        Optional.empty(),
        random.nextBoolean(),
        Map.of(),
        List.copyOf(items.values()));
  }

  private static Map<String, String> facts(Catalogue catalogue, SplittableRandom random) {
    if (catalogue.product() != Product.EXCHANGE || random.nextInt(3) == 0) {
      return Map.of();
    }
    String version = random.nextBoolean() ? "Version 14.3 (Build 123.4)" : "Version 15.2 (Build 1)";
    return Map.of(
        "ExchangeVersion",
        version,
        "ServerRole",
        Generators.pick(List.of("Mailbox", "Edge", "HubTransport"), random));
  }

  private static Map<String, Raw> values(Catalogue catalogue, SplittableRandom random) {
    Map<String, Raw> values = new LinkedHashMap<>();
    for (Property<?> row : catalogue.rows()) {
      if (!(row.binding() instanceof Binding.Computed)) {
        values.put(row.name(), raw(catalogue, row.name(), random));
      }
    }
    return values;
  }

  private static Raw raw(Catalogue catalogue, String name, SplittableRandom random) {
    Property<?> row = catalogue.row(name).orElseThrow();
    return switch (random.nextInt(12)) {
      case 0 -> new Raw.Empty();
      case 1 -> new Raw.Unread("not permitted\nfor \u2028 this \uD800 account\u0000");
      case 2 -> new Raw.CutOff("a\nb...");
      case 3, 4, 5 -> Raw.text(Generators.pick(TEXTS, random));
      case 6 -> Raw.items(List.of(Generators.pick(TEXTS, random)));
      case 7 -> Raw.items(List.of(Generators.pick(TEXTS, random), Generators.pick(TEXTS, random)));
      default -> Raw.text(shown(row, random));
    };
  }

  /** Mostly a value that the system accepts, so that much is stated. */
  private static <T> String shown(Property<T> row, SplittableRandom random) {
    T value = Generators.value(row.type(), random);
    for (int i = 0; i < 50 && !row.allowed().allows().test(value); i++) {
      value = Generators.value(row.type(), random);
    }
    return row.type().show(value);
  }

  /** The same hosts after somebody was there: values, and resources that are gone or new. */
  public Fleet drifted(SplittableRandom random) {
    List<AnswerItem> all =
        answers.values().stream().flatMap(answer -> answer.items().stream()).toList();
    Map<String, Answer> other = new LinkedHashMap<>();
    answers.forEach(
        (host, answer) -> {
          List<AnswerItem> items = new ArrayList<>();
          for (AnswerItem item : answer.items()) {
            if (random.nextInt(8) > 0) {
              items.add(drifted(item, all, random));
            }
          }
          if (random.nextInt(3) == 0 && !items.isEmpty()) {
            AnswerItem one = Generators.pick(items, random);
            items.add(
                new AnswerItem(
                    one.kind(), "new: it", one.server(), one.values(), LastChange.unknown()));
          }
          other.put(
              host,
              new Answer(
                  answer.facts(), answer.at(), !answer.complete().isEmpty(), Map.of(), items));
        });
    return new Fleet(other);
  }

  private static AnswerItem drifted(
      AnswerItem item, List<AnswerItem> all, SplittableRandom random) {
    List<AnswerItem> like = all.stream().filter(one -> one.kind().equals(item.kind())).toList();
    Map<String, Raw> values =
        new TreeMap<>(item.values()); // an order that does not depend on the run
    values.replaceAll(
        (row, raw) ->
            random.nextInt(6) == 0
                ? Generators.pick(like, random).values().getOrDefault(row, raw)
                : raw);
    return new AnswerItem(item.kind(), item.name(), item.server(), values, item.change());
  }

  /** The same hosts and resources in another order. */
  public Fleet backwards() {
    Map<String, Answer> other = new LinkedHashMap<>();
    List<String> hosts = new ArrayList<>(answers.keySet());
    Collections.reverse(hosts);
    for (String host : hosts) {
      Answer answer = answers.get(host);
      List<AnswerItem> items = new ArrayList<>(answer.items());
      Collections.reverse(items);
      other.put(
          host,
          new Answer(
              answer.facts(),
              answer.at(),
              !answer.complete().isEmpty(),
              answer.unreadKinds(),
              items));
    }
    return new Fleet(other);
  }

  /** Connections to all hosts, in their order. */
  public String connections() {
    StringBuilder yaml = new StringBuilder("hosts:\n");
    answers
        .keySet()
        .forEach(host -> yaml.append("  " + host + ": {recorded: none, maxAge: never}\n"));
    return yaml.toString();
  }

  @Override
  public HostAnswer ask(HostConnection connection) {
    return new HostAnswer.Answered(answers.get(connection.host()));
  }
}
