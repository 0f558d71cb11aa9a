package org.relaycheck.reference;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.resource.Catalogues;
import org.relaycheck.rule.Rules;

/** Whether the pages and schemas that are checked in are those that the tables make. */
class ReferenceTest {

  private static final Map<Path, Supplier<String>> MADE =
      Map.of(
          Path.of("../docs/rules.md"),
          new RulesPage(Rules.all())::markdown,
          Path.of("../docs/settings.md"),
          new SettingsPage(Catalogues.ALL)::markdown,
          Path.of("src/main/resources/META-INF/relay/schema/relay-policy.schema.json"),
          new PolicySchema(Catalogues.ALL, Rules.all())::json,
          Path.of("src/main/resources/META-INF/relay/schema/relay-connections.schema.json"),
          new ConnectionsSchema()::json,
          Path.of("src/main/resources/META-INF/relay/schema/relay-waivers.schema.json"),
          new WaiversSchema(Catalogues.ALL, Rules.all())::json);

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
