package org.relaycheck.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.catalogue.WholeListing;
import org.relaycheck.expected.ExpectedFiles;

/**
 * The pages that newcomers read first. Each block of code on them is a file, named in a comment
 * above the block, and the files are what tests and CI run.
 */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final String SNIPPETS = "docs/snippets";
  private static final Pattern FENCE = Pattern.compile("^ *```", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  static List<SnippetPage> pages() {
    return SnippetPage.FIRST;
  }

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @MethodSource("pages")
  void a_block_of_code_is_the_file_named_above_it(SnippetPage page) throws IOException {
    assertThat(FENCE.matcher(page.text()).results().count() / 2)
        .as("blocks with a comment that names their file")
        .isEqualTo(page.files().size())
        .isPositive();
    for (String file : page.files()) {
      assertThat(file).startsWith(SNIPPETS + "/");
      ExpectedFiles.assertSame(page.path(), page.with(file, read(file)));
    }
  }

  @Test
  void every_snippet_is_on_a_page() throws IOException {
    Set<String> shown = new TreeSet<>();
    SnippetPage.FIRST.forEach(page -> shown.addAll(page.files()));

    Set<String> there;
    try (Stream<Path> files = Files.list(ROOT.resolve(SNIPPETS))) {
      there =
          files
              .map(file -> SNIPPETS + "/" + file.getFileName())
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(shown).isEqualTo(there);
  }

  @Test
  void the_plugin_of_the_page_is_the_plugin_of_the_example() throws IOException {
    List<String> snippet = stripped(SNIPPETS + "/plugin.xml");

    List<String> pom = stripped("example-project/pom.xml");

    assertThat(pom).containsSequence(snippet);
  }

  @Test
  void the_first_hour_is_what_an_integration_test_runs() throws IOException {
    List<String> commands = read(SNIPPETS + "/init.sh").replace("\"", "").lines().toList();

    List<String> goals =
        read("src/it/init-from-files/invoker.properties")
            .lines()
            .map(line -> line.substring(line.indexOf('$')))
            .map(line -> line.replace("${project.groupId}", "org.relaycheck"))
            .map(line -> "mvn " + line.replace("${project.artifactId}", "relay-maven-plugin"))
            .toList();

    assertThat(commands).isEqualTo(goals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/snippets/listing.ps1",
        "plugin/src/main/resources/META-INF/relay/init/relay-connections.yaml"
      })
  void the_command_for_a_whole_listing_is_the_one_that_errors_tell(String page) throws IOException {
    String text = read(page);

    assertThat(WholeListing.of("EX01").split("; "))
        .allSatisfy(part -> assertThat(text).contains(part));
  }

  @Test
  void the_page_about_records_tells_it_too() throws IOException {
    List<String> pages;
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      pages = files.map(file -> "docs/" + file.getFileName()).toList();
    }
    StringBuilder records = new StringBuilder();
    for (String page : pages) {
      records.append(page.endsWith(".md") ? read(page) : "");
    }

    assertThat(WholeListing.of("EX02").split("; "))
        .allSatisfy(part -> assertThat(records).contains(part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/decisions/README.md",
        "docs/ci.md",
        "docs/policy.md",
        "example-project/README.md"
      })
  void a_link_leads_to_a_file(String page) throws IOException {
    Path folder = ROOT.resolve(page).resolveSibling(".");

    List<String> links = LINK.matcher(read(page)).results().map(found -> found.group(1)).toList();

    assertThat(links).allSatisfy(link -> assertThat(folder.resolve(link)).exists());
  }

  @Test
  void the_index_of_decisions_names_each_of_them_once() throws IOException {
    List<String> named =
        LINK.matcher(read("docs/decisions/README.md"))
            .results()
            .map(found -> found.group(1))
            .toList();

    List<String> there;
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/decisions"))) {
      there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .sorted()
              .toList();
    }

    assertThat(named).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({"README.md, 225", "example-project/README.md, 60"})
  void a_page_is_read_to_its_end(String page, int most) throws IOException {
    assertThat(read(page).lines()).hasSizeLessThan(most);
  }

  private static List<String> stripped(String file) throws IOException {
    return read(file).lines().map(String::strip).toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
