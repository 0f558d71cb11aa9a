package org.relaycheck.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.reference.PolicyWords;
import org.relaycheck.reference.PolicyWordsTable;

/** The page of the policy language: its snippets are read, its mistakes give what it shows. */
class PolicyPageTest {

  private static final Path PAGE = Path.of("../docs/policy.md");
  private static final Path SNIPPETS = Path.of("../docs/snippets");
  private static final Instant DAY = Instant.parse("2026-12-01T12:00:00Z");
  private static final String WORDS = "<!-- words -->\n";
  private static final String END = "<!-- end of words -->\n";
  private static final String CONNECTIONS =
      """
      hosts:
        EX01: {recorded: EX01.xml}
        EX02: {recorded: EX02.xml}
        SQL01: {sqlserver: sql01.corp.example, credentials: reader}
      """;

  @TempDir private Path folder;

  static List<Path> policies() throws IOException {
    return snippets("policy-", ".yaml");
  }

  static List<Path> mistakes() throws IOException {
    return snippets("policy-", "-mistake.txt");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void a_snippet_is_valid(Path snippet) throws IOException {
    Path policy = SNIPPETS.resolve("policy-templates.yaml");
    boolean waivers = snippet.endsWith("policy-waivers.yaml");

    Validate.Result read = waivers ? read(policy, Optional.of(snippet)) : read(snippet, NONE);

    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @MethodSource("mistakes")
  void a_mistake_gives_the_message_that_the_page_shows(Path snippet) throws IOException {
    String mistake = Files.readString(snippet).split("\n\n", 2)[0];
    boolean waivers = snippet.endsWith("policy-waivers-mistake.txt");
    Path policy = lay("relay-policy.yaml", "version: 1\n" + (waivers ? "" : mistake + "\n"));
    Optional<Path> waived = waivers ? Optional.of(lay("relay-waivers.yaml", mistake + "\n")) : NONE;

    Validate.Result read = read(policy, waived);

    assertThat(read.problems()).isNotEmpty();
    String said = String.join("\n", read.problems()).replace(folder + "/", "");
    ExpectedFiles.assertSame(snippet, mistake + "\n\n" + said + "\n");
  }

  @Test
  @Tag(ExpectedFiles.TAG)
  void the_words_of_the_page_are_those_of_explain() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(WORDS) + WORDS.length();

    String made =
        page.substring(0, from) + PolicyWordsTable.markdown() + page.substring(page.indexOf(END));

    ExpectedFiles.assertSame(PAGE, made);
  }

  @Test
  void each_word_of_the_language_is_told_in_a_section() throws IOException {
    String page = Files.readString(PAGE);
    String sections = page.substring(0, page.indexOf(WORDS));

    assertThat(PolicyWords.names()).allMatch(sections::contains);
  }

  private static final Optional<Path> NONE = Optional.empty();

  private static List<Path> snippets(String start, String end) throws IOException {
    try (Stream<Path> files = Files.list(SNIPPETS)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start))
          .filter(file -> file.getFileName().toString().endsWith(end))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private Validate.Result read(Path policy, Optional<Path> waivers) throws IOException {
    Path connections = lay("relay-connections.yaml", CONNECTIONS);
    return new Validate()
        .run(
            new GoalRequest(
                new GoalRequest.Paths(List.of(policy), connections, waivers),
                List.of(),
                FailOn.ERROR,
                1,
                DAY));
  }

  private Path lay(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
