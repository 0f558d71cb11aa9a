package org.relaycheck.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.explain.cause.Samples;
import org.relaycheck.explain.sign.LogSign;
import org.relaycheck.explain.sign.SignRows;
import org.relaycheck.kind.Catalogues;
import org.relaycheck.rule.Rules;

/** Whether the pages and schemas that are checked in are those that the tables make. */
class ReferenceTest {

  private static final Map<Path, Supplier<String>> MADE =
      Map.of(
          Path.of("../docs/rules.md"),
          new RulesPage(Rules.all())::markdown,
          Path.of("../docs/symptoms.md"),
          () -> new SymptomsPage(examples()).markdown(),
          Path.of("../docs/settings.md"),
          new SettingsPage(Catalogues.ALL)::markdown,
          Path.of("src/main/resources/META-INF/relay/schema/relay-policy.schema.json"),
          new PolicySchema(Catalogues.ALL, Rules.all(), SchemaCheck.PRESETS.names())::json,
          Path.of("src/main/resources/META-INF/relay/schema/relay-connections.schema.json"),
          new ConnectionsSchema()::json,
          Path.of("src/main/resources/META-INF/relay/schema/relay-waivers.schema.json"),
          new WaiversSchema(Catalogues.ALL, Rules.all())::json);

  /** The first text of the samples that shows a sign and nothing else, cut to what says it. */
  private static Map<String, String> examples() {
    Map<String, String> examples = new HashMap<>();
    for (String file : List.of("texts.txt", "kinds.txt", "twins.txt")) {
      for (Samples sample : Samples.of(file)) {
        for (LogSign sign : SignRows.ALL) {
          if (sample.wanted().equals(List.of(sign.id()))) {
            examples.putIfAbsent(sign.id(), sign.excerpt(sample.read().get(0).text()));
          }
        }
      }
    }
    return examples;
  }

  static Iterable<Path> files() {
    return MADE.keySet();
  }

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @MethodSource("files")
  void what_is_checked_in_is_what_the_tables_make(Path file) {
    ExpectedFiles.assertSame(file, MADE.get(file).get());
  }
}
