package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.state.Policy;

/** What holds for every policy. */
class PolicyLawsTest {

  private static final List<String> SETTINGS =
      List.of(
          "MaxHops: {between: [5, 9], set: 7}",
          "MaxConnections: {atLeast: 100}",
          "MaxSize: 36MB",
          "Tarpit: {any: true}",
          "Enabled: true",
          "Role: {oneOf: [Hub, Mailbox]}",
          "Methods: {contains: [Tls], excludes: [Basic]}",
          "Banner: {matches: '220 .*', severity: warning}",
          "Fqdn: '{host}.corp.example'",
          "Ranges: [10.0.0.0/24, '::1']");

  @TempDir Path folder;

  /** A policy as blocks of text whose order means nothing. */
  private record Shuffled(List<String> sections, Random random) {

    private static Shuffled of(long seed, Random order) {
      Random content = new Random(seed);
      List<String> resources = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        List<String> keys = some(content);
        keys.add(
            "hosts: " + List.of("all", "EX01", "[EX01, ex02]", "hubs").get(content.nextInt(4)));
        keys.add("like: " + List.of("t", "u", "[t, u]", "[u, t]").get(content.nextInt(4)));
        keys.add("why: some reason");
        resources.add("Relay " + i + ": " + map(keys, order));
      }
      List<String> templates =
          new ArrayList<>(
              List.of("t: " + map(some(content), order), "u: " + map(some(content), order)));
      return new Shuffled(
          new ArrayList<>(
              List.of(
                  "version: 1",
                  "groups: {hubs: [EX01, EX03]}",
                  "templates: {receiveConnectors: " + map(templates, order) + "}",
                  "receiveConnectors: " + map(resources, order),
                  "baselines: [{like: t, hosts: all}]")),
          order);
    }

    private static List<String> some(Random content) {
      return new ArrayList<>(SETTINGS.stream().filter(s -> content.nextBoolean()).toList());
    }

    private static String map(List<String> keys, Random order) {
      Collections.shuffle(keys, order);
      return "{" + String.join(", ", keys) + "}";
    }

    String text() {
      Collections.shuffle(sections, random);
      return String.join("\n", sections) + "\n";
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void the_order_of_keys_means_nothing(long seed) {
    Desk desk = Desk.in(folder);
    desk.lay("a.yaml", Shuffled.of(seed, new Random(seed)).text());
    desk.lay("b.yaml", Shuffled.of(seed, new Random(seed + 1000)).text());

    Policy a = desk.readFiles("a.yaml");
    Policy b = desk.readFiles("b.yaml");

    assertThat(Desk.told(a)).as("seed " + seed).isEqualTo(Desk.told(b)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void what_is_read_twice_or_beside_itself_is_the_same(long seed) {
    Desk desk = Desk.in(folder);
    String text = Shuffled.of(seed, new Random(seed)).text();
    String bare = text.replaceAll("(?m)^baselines.*$", "");
    desk.lay("a.yaml", bare).lay("b.yaml", bare);

    Policy once = desk.readFiles("a.yaml");
    Policy again = desk.readFiles("a.yaml");
    Policy both = desk.readFiles("a.yaml", "b.yaml");

    assertThat(Desk.told(again)).as("seed " + seed).isEqualTo(Desk.told(once));
    assertThat(Desk.told(both)).as("seed " + seed).isEqualTo(Desk.told(once));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-SA-u-nu-arab", "th-TH-u-nu-thai"})
  void the_language_of_the_machine_means_nothing(String tag) {
    Locale before = Locale.getDefault();
    String good = "receiveConnectors: {Title: {hosts: ex01, Role: MAILBOX, MaxHops: 12}}\n";
    String bad = "receiveConnectors: {TITLE: {hosts: EX01, fqdnI: 5, MaxHops: 501}}\n";
    List<String> told = Desk.told(Desk.in(folder).read(good));
    String problems = Desk.in(folder).problems(bad);

    try {
      Locale.setDefault(Locale.forLanguageTag(tag));

      assertThat(Desk.told(Desk.in(folder).read(good))).isEqualTo(told);
      assertThat(Desk.in(folder).problems(bad)).isEqualTo(problems);
      assertThat(Desk.in(folder).problems("a: \"\u0007\"\n")).contains("U+0007");
    } finally {
      Locale.setDefault(before);
    }
  }
}
