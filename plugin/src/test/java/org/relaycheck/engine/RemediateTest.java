package org.relaycheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.drift.FailOn;
import org.relaycheck.live.Progress;
import org.relaycheck.recorded.RecordSource;
import org.relaycheck.tsql.Syntax;

/**
 * From a policy and records to scripts, byte for byte. {@code mvn test -Drelay.regenerate} writes
 * the expected files anew; look at the difference before committing it.
 */
class RemediateTest {

  private static final Path FOLDERS = Path.of("src/test/resources/org/relaycheck/engine/remediate");

  @ParameterizedTest
  @ValueSource(strings = {"accounts", "connectors", "profiles", "settings"})
  void policy_and_records_give_the_scripts_of_the_golden_folder(String name) throws IOException {
    Path folder = FOLDERS.resolve(name);

    Remediate.Result result = result(folder, 1);

    for (var file : result.files().entrySet()) {
      if (file.getKey().endsWith(".sql")) {
        Syntax.require(file.getValue());
      }
      same(folder.resolve(file.getKey()), file.getValue().replace(folder + "/", ""));
    }
    same(
        folder.resolve("by-hand.txt"),
        result.byHand().stream().map(line -> line + "\n").collect(Collectors.joining()));
    assertThat(result.files().keySet()).isEqualTo(scripts(folder));
    assertThat(result(folder, 4).files()).isEqualTo(result.files());
  }

  static List<Situation> situations() {
    return Situation.all();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void in_every_situation_the_run_is_that_of_a_check_and_the_scripts_are_sound(
      Situation situation) {
    Remediate.Result result = result(situation.folder(), 1);

    assertThat(result.run().outcome()).isEqualTo(situation.run(1).outcome());
    assertThat(result.run().drift().counts()).isEqualTo(situation.run(1).drift().counts());
    result
        .files()
        .forEach(
            (name, text) -> {
              if (name.endsWith(".sql")) {
                Syntax.require(text);
              }
            });
  }

  private static Remediate.Result result(Path folder, int parallel) {
    Ports ports =
        new Ports(new RecordSource(ResourceTypes.receiveConnectors()), Progress.silent(), "test");
    return new Remediate(ports)
        .run(
            new Request(
                new Request.Paths(
                    List.of(folder.resolve("relay-policy.yaml")),
                    folder.resolve("relay-connections.yaml")),
                List.of(),
                FailOn.ERROR,
                parallel,
                Situation.NOW),
            Path.of(""));
  }

  private static Set<String> scripts(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String part : List.of("remedy", "rollback", "waive")) {
      if (Files.isDirectory(folder.resolve(part))) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
          files.forEach(file -> names.add(part + "/" + file.getFileName()));
        }
      }
    }
    return names;
  }

  private static void same(Path file, String actual) throws IOException {
    // the folder's own path differs between systems, and was taken out
    byte[] bytes = actual.getBytes(StandardCharsets.UTF_8);
    if (System.getProperty("relay.regenerate") != null) {
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
    assertThat(bytes).isEqualTo(Files.readAllBytes(file));
  }
}
