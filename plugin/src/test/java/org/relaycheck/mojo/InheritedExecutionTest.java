package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Who runs one execution again and again is told once how not to. */
class InheritedExecutionTest {

  private final MavenProject root = module("root", "root/pom.xml");
  private final MavenProject a = module("a", "root/pom.xml");
  private final MavenProject b = module("b", "root/pom.xml");
  private final MavenProject other = module("other", "other/pom.xml");
  private final MavenProject without = new MavenProject();

  @Test
  void the_second_module_says_how_to_run_it_once() {
    assertThat(hint(a))
        .contains(
            "The execution 'mail-settings' of root/pom.xml runs in every module that inherits it;"
                + " to run it once, put <inherited>false</inherited> beside the plugin's version"
                + " there");
  }

  @Test
  void the_first_and_the_third_say_nothing() {
    assertThat(hint(root)).isEmpty();
    assertThat(hint(b)).isEmpty();
  }

  @Test
  void a_module_with_an_execution_of_its_own_says_nothing() {
    assertThat(hint(other)).isEmpty();
  }

  @Test
  void on_the_command_line_nothing_is_inherited() {
    assertThat(InheritedExecution.repeated(session(a), execution(MojoExecution.Source.CLI)))
        .isEmpty();
  }

  private Optional<String> hint(MavenProject project) {
    return InheritedExecution.repeated(session(project), execution(MojoExecution.Source.LIFECYCLE));
  }

  private MavenSession session(MavenProject current) {
    MavenSession session = mock(MavenSession.class);
    when(session.getCurrentProject()).thenReturn(current);
    when(session.getProjects()).thenReturn(List.of(without, other, root, a, b));
    return session;
  }

  private static MavenProject module(String name, String pom) {
    InputSource source = new InputSource();
    source.setLocation(pom);
    PluginExecution execution = new PluginExecution();
    execution.setId("mail-settings");
    execution.setLocation("", new InputLocation(1, 1, source));
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.relaycheck");
    plugin.setArtifactId("relay-maven-plugin");
    plugin.addExecution(execution);
    Build build = new Build();
    build.addPlugin(plugin);
    Model model = new Model();
    model.setGroupId("com.example.mail");
    model.setArtifactId(name);
    model.setVersion("1");
    model.setBuild(build);
    return new MavenProject(model);
  }

  private static MojoExecution execution(MojoExecution.Source source) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("org.relaycheck");
    plugin.setArtifactId("relay-maven-plugin");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    return new MojoExecution(goal, "mail-settings", source);
  }
}
