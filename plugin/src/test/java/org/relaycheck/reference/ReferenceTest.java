package org.relaycheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.resource.Catalogues;
import org.relaycheck.rule.Rules;

/** Whether the pages and schemas that are checked in are those that the tables make. */
class ReferenceTest {

  private static final String HOW =
      "mvn -pl policies,plugin test -Dtest=ReferenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Drelay.regenerate=true";

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
  @MethodSource("files")
  void what_is_checked_in_is_what_the_tables_make(Path file) throws IOException {
    String made = MADE.get(file).get();
    if (Boolean.getBoolean("relay.regenerate")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, made);
    }

    assertThat(Files.exists(file)).as("%s is missing; make it with: %s", file, HOW).isTrue();
    // not isEqualTo: it would print 7000 lines
    assertThat(Files.readString(file).equals(made))
        .as("%s is not current; make it with: %s", file, HOW)
        .isTrue();
  }
}
