package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goal as Maven configures it: what it writes, refuses, and names as the next commands. */
@MojoTest
class InitMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";
  private static final String UP = "../../../../target/mojo-init/";
  private static final Path WRITTEN = Path.of("target/mojo-init");

  private final Told told = new Told();

  @BeforeEach
  void empty() throws IOException {
    if (Files.exists(WRITTEN)) {
      try (Stream<Path> files = Files.walk(WRITTEN)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "init")
  @MojoParameter(name = "policy", value = UP + "p.yaml")
  @MojoParameter(name = "connections", value = UP + "c.yaml")
  @MojoParameter(name = "outputDirectory", value = UP + "relay")
  @MojoParameter(name = "records", value = "EX*.xml")
  void files_are_made_of_records_and_the_next_commands_are_named(InitMojo init) throws Exception {
    init.setLog(told);

    init.execute();

    assertThat(WRITTEN.resolve("p.yaml")).content().contains("MaxInboundConnectionPerSource: 20");
    assertThat(told.lines())
        .contains("info Wrote " + WRITTEN.resolve("p.yaml"))
        .last()
        .asString()
        .contains(":check \"-Drelay.policy=" + UP + "p.yaml\" \"-Drelay.connections=");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "init")
  void what_is_there_is_named_and_kept(InitMojo init) {
    init.setLog(told);

    assertThatThrownBy(init::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("nothing was written, because this would be replaced: ")
        .hasMessageContaining("relay-policy.yaml, ")
        .hasMessageContaining("relay-connections.yaml; move it away");
    assertThat(told.lines()).isEmpty();
  }
}
