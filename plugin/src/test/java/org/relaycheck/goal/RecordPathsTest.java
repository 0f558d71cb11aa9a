package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.yaml.PolicyException;

/** Which files are meant by what a user names as records. */
class RecordPathsTest {

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("EX02.txt", "EX01.txt", "a/EX03.xml", "a/.hidden", "a/x.yaml")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createFile(folder.resolve(name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EX09.txt,                EX09.txt",
    "a,                       a/EX03.xml",
    "*.txt,                   EX01.txt EX02.txt",
    "a/*,                     a/EX03.xml",
    "**.xml,                  a/EX03.xml",
    "EX0[12].txt EX02.txt a,  EX01.txt EX02.txt a/EX03.xml"
  })
  void a_name_a_folder_or_a_pattern_leads_to_files(String named, String expected)
      throws PolicyException {
    List<Path> files = new RecordPaths(folder::resolve).of(List.of(named.split(" ")));

    assertThat(files)
        .extracting(file -> folder.relativize(file).toString().replace('\\', '/'))
        .containsExactly(expected.split(" "));
  }

  @Test
  void what_leads_to_no_file_is_an_error() {
    RecordPaths paths = new RecordPaths(folder::resolve);

    assertThatThrownBy(() -> paths.of(List.of("*.csv", "EX01.txt", "none/*.txt")))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("relay.records: *.csv leads to no file; expected are files such as")
        .hasMessageContaining("relay.records: none/*.txt leads to no file");
  }
}
