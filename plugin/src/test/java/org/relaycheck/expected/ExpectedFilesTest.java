package org.relaycheck.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedFilesTest {

  @TempDir Path folder;

  @Test
  void a_difference_is_shown_with_its_surroundings_and_what_to_do() throws IOException {
    Files.writeString(folder.resolve("console.txt"), "one\ntwo\nthree\nfour\nfive\n");

    String difference =
        ExpectedFiles.difference(
            folder, Set.of("console.txt"), Map.of("console.txt", "one\ntwo\n3\nfour\nfive\n"));

    assertThat(difference)
        .isEqualTo(
            """
            what was made is not what this file holds: %s
            --- expected/console.txt
            +++ made/console.txt
            @@ -1,5 +1,5 @@
             one
             two
            -three
            +3
             four
             five
            If this is meant, write the files anew and read the difference:
              mvn -o -q -pl policies,plugin test -Dquick -Dgroups=expected \"-Drelay.regenerate=true\""""
                .formatted(folder.resolve("console.txt")));
  }

  @Test
  void the_file_that_explains_most_is_shown_and_the_others_are_named() {
    Map<String, String> made =
        Map.of(
            "TEST-relay.xml", "x\n",
            "outcome.properties", "o\n",
            "report.json", "j\n",
            "report.md", "m\n",
            "console.txt", "c\n");

    String difference = ExpectedFiles.difference(folder, Set.of(), made);

    assertThat(difference)
        .contains("--- no file yet\n+++ made/console.txt\n", "+c\n")
        .contains("also different: report.md, report.json, outcome.properties, TEST-relay.xml\n");
  }

  @Test
  void a_long_difference_is_cut() {
    String made = IntStream.range(0, 200).mapToObj(i -> i + "\n").collect(Collectors.joining());

    String difference = ExpectedFiles.difference(folder, Set.of(), Map.of("report.md", made));

    assertThat(difference).contains("+76\n... and ").doesNotContain("+77\n");
  }

  @Test
  void what_nobody_sees_differs_too() throws IOException {
    Files.writeString(folder.resolve("remedy.sql"), "GO\n");

    assertThat(difference("remedy.sql", "GO\r\n")).contains("-GO\n+GO\\r\n");
    assertThat(difference("remedy.sql", "GO")).contains("-\n");
    assertThat(difference("remedy.sql", "GO\n")).isEmpty();
  }

  @Test
  void a_file_that_nothing_makes_any_more_differs_and_goes() throws IOException {
    Files.writeString(folder.resolve("old.md"), "old\n");
    Map<String, String> made = Map.of("remedy/EX01.ps1", "new\n");
    Set<String> there = Set.of("old.md");

    assertThat(ExpectedFiles.difference(folder, there, made)).contains("+++ nothing made\n");
    ExpectedFiles.write(folder, there, made);

    assertThat(folder.resolve("old.md")).doesNotExist();
    assertThat(folder.resolve("remedy/EX01.ps1")).hasContent("new\n");
    assertThat(ExpectedFiles.difference(folder, Set.of("remedy/EX01.ps1"), made)).isEmpty();
  }

  private String difference(String name, String made) {
    return ExpectedFiles.difference(folder, Set.of(name), Map.of(name, made));
  }
}
