package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code relay.policy} may name beside a file. */
class PolicyFileSearchTest {

  @TempDir private Path root;

  @BeforeEach
  void lay() throws IOException {
    for (String name :
        List.of("p/b.yaml", "p/a.yml", "p/notes.txt", "p/relay-waivers.yaml", "p/hosts.yaml")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "version: 1\n");
    }
    Files.createDirectories(root.resolve("p/deep/er"));
    Files.writeString(root.resolve("p/deep/er/c.yaml"), "version: 1\n");
    Files.createDirectories(root.resolve("empty"));
  }

  private List<String> find(String given) throws MojoExecutionException {
    Set<Path> others = Set.of(root.resolve("p/hosts.yaml"));
    return new PolicyFileSearch(root::resolve, others)
        .find(given).stream().map(file -> root.relativize(file).toString()).toList();
  }

  @Test
  void a_folder_is_its_policies_sorted_without_what_is_another_file_of_ours()
      throws MojoExecutionException {
    assertThat(find("p")).containsExactly("p/a.yml", "p/b.yaml");
  }

  @Test
  void a_pattern_reaches_as_deep_as_it_says() throws MojoExecutionException {
    assertThat(find("p/*.yaml")).containsExactly("p/b.yaml");
    assertThat(find("p/**.yaml")).containsExactly("p/b.yaml", "p/deep/er/c.yaml");
    assertThat(find("p/?.y*ml")).containsExactly("p/a.yml", "p/b.yaml");
  }

  @Test
  void a_file_is_itself_also_where_there_is_none() throws MojoExecutionException {
    assertThat(find("p/none.yaml")).containsExactly("p/none.yaml");
  }

  @Test
  void nothing_found_is_told() {
    assertThatThrownBy(() -> find("empty"))
        .hasMessage("relay.policy names the folder 'empty', in which no .yaml file is a policy");
    assertThatThrownBy(() -> find("policies/*.yaml"))
        .hasMessageStartingWith("relay.policy names 'policies/*.yaml', which matches no policy");
  }
}
