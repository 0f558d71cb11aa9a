package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {

  @TempDir private Path root;

  @Test
  void called_from_the_command_line_it_works_in_the_execution_root() {
    WorkingFolder place =
        WorkingFolder.of(session(module("a")), execution(MojoExecution.Source.CLI));

    assertThat(place.base()).isEqualTo(root);
    assertThat(place.version()).isEqualTo("1.2.3");
  }

  @Test
  void bound_it_works_in_the_folder_of_its_pom() {
    WorkingFolder place =
        WorkingFolder.of(session(module("a")), execution(MojoExecution.Source.LIFECYCLE));

    assertThat(place.base()).isEqualTo(root.resolve("a"));
  }

  @Test
  void without_a_pom_it_works_in_the_execution_root() {
    MavenProject stub = new MavenProject();

    WorkingFolder place =
        WorkingFolder.of(session(stub), execution(MojoExecution.Source.LIFECYCLE));

    assertThat(place.base()).isEqualTo(root);
  }

  @Test
  void relative_paths_start_at_the_base_and_others_stay() {
    WorkingFolder place = new WorkingFolder(root, root, "1", Instant.EPOCH);

    assertThat(place.path(" sub/../a.yaml ")).isEqualTo(root.resolve("a.yaml"));
    assertThat(place.path(root.resolve("b.yaml").toString())).isEqualTo(root.resolve("b.yaml"));
  }

  @Test
  void a_path_below_the_process_is_told_from_there() {
    Path here = Path.of("").toAbsolutePath();

    assertThat(new WorkingFolder(here.resolve("src"), here, "1", Instant.EPOCH).path("a.yaml"))
        .isEqualTo(Path.of("src", "a.yaml"));
    assertThat(new WorkingFolder(here, here, "1", Instant.EPOCH).path(".")).isEqualTo(here);
  }

  private MavenProject module(String name) {
    MavenProject project = new MavenProject();
    project.setFile(new File(root.toFile(), name + "/pom.xml"));
    return project;
  }

  private MavenSession session(MavenProject project) {
    MavenSession session = mock(MavenSession.class);
    when(session.getCurrentProject()).thenReturn(project);
    when(session.getExecutionRootDirectory()).thenReturn(root.toString());
    return session;
  }

  private static MojoExecution execution(MojoExecution.Source source) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setVersion("1.2.3");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    return new MojoExecution(goal, "mail-settings", source);
  }
}
