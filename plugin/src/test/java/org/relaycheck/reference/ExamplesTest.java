package org.relaycheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.kind.Catalogues;
import org.relaycheck.rule.Rules;

/** Whether an editor that has the schemas is content with what we deliver. */
class ExamplesTest {

  private static final Schema POLICY =
      SchemaCheck.schema(
          new PolicySchema(Catalogues.ALL, Rules.all(), SchemaCheck.PRESETS.names()).json());
  private static final Schema CONNECTIONS = SchemaCheck.schema(new ConnectionsSchema().json());
  private static final Schema WAIVERS =
      SchemaCheck.schema(new WaiversSchema(Catalogues.ALL, Rules.all()).json());
  private static final String PRESETS = "META-INF/relay/presets/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../docs/snippets/relay-policy.yaml",
        "../docs/snippets/preset-like.yaml",
        "../docs/snippets/preset-baselines.yaml",
        "../example-project/relay-policy.yaml"
      })
  void a_policy_of_the_documentation_is_fine(Path file) throws IOException {
    assertThat(errors(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_that_is_delivered_is_fine(String name) throws IOException {
    assertThat(errors(resource(PRESETS + name))).isEmpty();
  }

  static Stream<String> presets() throws IOException {
    return resource(PRESETS + "index.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.endsWith(".yaml") ? line : line + ".yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../docs/snippets/relay-connections.yaml",
        "../example-project/relay-connections.yaml",
        "../example-project/after/relay-connections.yaml"
      })
  void connections_of_the_documentation_are_fine(Path file) throws IOException {
    assertThat(SchemaCheck.errors(CONNECTIONS, Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waived", "waivers-that-do-not-cover"})
  void waivers_that_the_reader_takes_are_fine(String folder) throws IOException {
    Path file = Path.of("src/test/resources/golden", folder, "relay-waivers.yaml");

    assertThat(SchemaCheck.errors(WAIVERS, Files.readString(file))).isEmpty();
  }

  private static List<Error> errors(String yaml) {
    return SchemaCheck.errors(POLICY, yaml);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ExamplesTest.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
