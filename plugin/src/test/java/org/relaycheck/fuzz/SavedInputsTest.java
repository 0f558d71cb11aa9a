package org.relaycheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that once broke a goal, or came close, are read again by it. */
@Timeout(120)
class SavedInputsTest {

  private static final Path SAVED = Path.of("src", "test", "resources", "fuzz");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> a_goal_ends_whatever_a_file_holds() throws IOException {
    return Stream.of(FileReading.values()).flatMap(this::each);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_and_noise_are_read_too(FileReading reading) {
    for (byte[] input : List.of(new byte[0], new byte[] {0, 1, -1, -2, '\n', -61, '<', '{'})) {
      reading.read(input, folder);
    }
  }

  @Test
  void every_kind_of_file_has_saved_inputs() {
    assertThat(FileReading.values())
        .allSatisfy(reading -> assertThat(SAVED.resolve(reading.id())).isNotEmptyDirectory());
  }

  private Stream<DynamicTest> each(FileReading reading) {
    try (Stream<Path> saved = Files.list(SAVED.resolve(reading.id()))) {
      return saved
          .sorted()
          .map(
              file ->
                  dynamicTest(
                      reading.id() + "/" + file.getFileName(),
                      () -> reading.read(Files.readAllBytes(file), folder)))
          .toList()
          .stream();
    } catch (IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
  }
}
