package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.goal.GoalRequest;

class BaseFilesTest {

  @TempDir private Path folder;

  @Test
  void in_a_checkout_the_files_lie_where_those_of_the_change_do() throws Exception {
    write("here/policies/a.yaml", "base/policies/b.yaml", "base/relay-connections.yaml");
    write("base/docker-compose.yaml", "base/w.yaml");

    GoalRequest.Paths paths = find(List.of("policies"), Optional.of("w.yaml"), "../base");

    assertThat(paths.policies()).containsExactly(folder.resolve("base/policies/b.yaml"));
    assertThat(paths.connections()).isEqualTo(folder.resolve("base/relay-connections.yaml"));
    assertThat(paths.waivers()).contains(folder.resolve("base/w.yaml"));
  }

  @Test
  void a_pattern_is_looked_for_in_the_checkout() throws Exception {
    write("here/policies/a.yaml", "base/policies/b.yaml", "base/policies/c.yaml");

    GoalRequest.Paths paths = find(List.of("policies/*.yaml"), Optional.empty(), "../base");

    assertThat(paths.policies())
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactly("b.yaml", "c.yaml");
  }

  @Test
  void a_file_is_a_policy_and_without_connections_beside_it_those_of_the_change_count()
      throws Exception {
    write("here/relay-policy.yaml", "base/main.yaml");

    GoalRequest.Paths paths =
        find(List.of("relay-policy.yaml"), Optional.empty(), "../base/main.yaml");

    assertThat(paths.policies()).containsExactly(folder.resolve("base/main.yaml"));
    assertThat(paths.connections()).isEqualTo(folder.resolve("here/relay-connections.yaml"));
    assertThat(paths.waivers()).isEmpty();
  }

  @Test
  void a_folder_without_a_policy_is_refused_by_the_name_of_the_parameter() throws Exception {
    write("here/relay-policy.yaml", "base/notes.txt");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> find(List.of("relay-policy.yaml"), Optional.empty(), "../base"))
        .withMessage("relay.base names the folder '../base', in which no .yaml file is a policy");
  }

  private GoalRequest.Paths find(List<String> policy, Optional<String> waivers, String base)
      throws Exception {
    Path here = folder.resolve("here");
    CommonParameters.Paths paths =
        new CommonParameters.Paths(policy, "relay-connections.yaml", waivers.orElse(null));
    CommonParameters order = new CommonParameters(paths, "target/relay", "error", List.of(), 8);
    return new BaseFiles(new WorkingFolder(here, here, "1", Instant.EPOCH), order)
        .find(List.of(base))
        .orElseThrow();
  }

  private void write(String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "version: 1\n");
    }
  }
}
