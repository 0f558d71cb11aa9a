package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class NextCommandTest {

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final String WHOLE = "org.relaycheck:relay-maven-plugin:1.2.3";

  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private MavenProject project = new MavenProject();
  private MojoExecution.Source source = MojoExecution.Source.CLI;

  @Test
  void without_a_pom_the_plugin_is_named_whole_and_usual_files_are_not_named() {
    assertThat(in("then: mvn relay:doctor")).isEqualTo("then: mvn " + WHOLE + ":doctor");
  }

  @Test
  void a_pom_or_a_plugin_group_that_names_it_makes_it_short() {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.relaycheck");
    plugin.setArtifactId("relay-maven-plugin");
    Build build = new Build();
    build.addPlugin(plugin);

    project.setBuild(build);
    assertThat(in("mvn relay:check")).isEqualTo("mvn relay:check");

    project = new MavenProject();
    request.setPluginGroups(List.of("org.relaycheck"));
    assertThat(in("mvn relay:check")).isEqualTo("mvn relay:check");
  }

  @Test
  void called_from_the_command_line_it_is_the_pom_of_the_call_and_the_settings_too() {
    request.setPom(HERE.resolve("other/pom.xml").toFile());
    request.setUserSettingsFile(new File("/ci/settings.xml"));

    assertThat(in("mvn relay:check"))
        .isEqualTo("mvn -f \"other/pom.xml\" -s \"/ci/settings.xml\" %s:check".formatted(WHOLE));

    request.setPom(HERE.resolve("pom.xml").toFile());
    request.setUserSettingsFile(
        Path.of(System.getProperty("user.home"), ".m2", "settings.xml").toFile());
    assertThat(in("mvn relay:check")).isEqualTo("mvn " + WHOLE + ":check");
  }

  @Test
  void bound_in_a_module_it_is_the_pom_of_the_module() {
    request.setPom(HERE.resolve("pom.xml").toFile());
    project.setFile(HERE.resolve("mail/pom.xml").toFile());
    source = MojoExecution.Source.LIFECYCLE;

    assertThat(in("mvn relay:check")).startsWith("mvn -f \"mail/pom.xml\" ");
  }

  @Test
  void what_the_run_was_given_is_kept_for_the_goals_that_it_is_meant_for() {
    CommonParameters order =
        new CommonParameters(
            new CommonParameters.Paths(List.of("a.yaml", "b"), "c.yaml", "w.yaml"),
            "out",
            "warning",
            List.of("EX01"),
            8);
    String paths =
        " \"-Drelay.policy=a.yaml,b\" \"-Drelay.connections=c.yaml\" \"-Drelay.waivers=w.yaml\""
            + " \"-Drelay.outputDirectory=out\"";

    NextCommand next = NextCommand.of(session(), execution(), order);

    assertThat(next.in("mvn relay:remediate"))
        .endsWith(":remediate" + paths + " \"-Drelay.hosts=EX01\" \"-Drelay.failOn=warning\"");
    assertThat(next.in("mvn relay:check"))
        .endsWith(":check" + paths + " \"-Drelay.failOn=warning\"");
    assertThat(next.in("mvn relay:doctor")).endsWith(":doctor" + paths + " \"-Drelay.hosts=EX01\"");
  }

  @Test
  void an_option_of_the_text_wins_and_what_follows_it_stays() {
    CommonParameters order =
        new CommonParameters(
            new CommonParameters.Paths(List.of("a.yaml"), "relay-connections.yaml", null),
            "target/relay",
            "new-by-change",
            List.of(),
            8);
    NextCommand next = NextCommand.of(session(), execution(), order);

    assertThat(next.in("see: mvn relay:check \"-Drelay.policy=x y.yaml\", or so"))
        .isEqualTo("see: mvn " + WHOLE + ":check \"-Drelay.policy=x y.yaml\", or so");
    assertThat(next.text("check", Map.of("relay.connections", "new/c.yaml")))
        .endsWith(":check \"-Drelay.policy=a.yaml\" \"-Drelay.connections=new/c.yaml\"");
    assertThat(next.in(next.in("mvn relay:check"))).isEqualTo(next.in("mvn relay:check"));
  }

  @Test
  void the_command_relay_is_told_the_goal_and_a_parameter() {
    NextCommand next =
        new NextCommand(
            NextCommand.Spelling.launcher(" -f \"a.xml\""), Map.of("relay.policy", "p q.yaml"));

    assertThat(next.in("try: mvn relay:check \"-Drelay.failOn=none\""))
        .isEqualTo("try: relay check -f \"a.xml\" \"--policy=p q.yaml\" \"--failOn=none\"");
  }

  private String in(String text) {
    CommonParameters usual =
        new CommonParameters(
            new CommonParameters.Paths(
                List.of("relay-policy.yaml"), "relay-connections.yaml", null),
            "target/relay",
            "error",
            null,
            8);
    return NextCommand.of(session(), execution(), usual).in(text);
  }

  private MavenSession session() {
    MavenSession session = mock(MavenSession.class);
    when(session.getCurrentProject()).thenReturn(project);
    when(session.getRequest()).thenReturn(request);
    when(session.getSystemProperties()).thenReturn(new Properties());
    return session;
  }

  private MojoExecution execution() {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("org.relaycheck");
    plugin.setArtifactId("relay-maven-plugin");
    plugin.setVersion("1.2.3");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    return new MojoExecution(goal, "x", source);
  }
}
