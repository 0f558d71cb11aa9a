package org.relaycheck.mojo;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** An execution that several modules of one build have from the same pom. */
final class InheritedExecution {

  private InheritedExecution() {}

  /** How to run it once, for the second of the modules that run it. */
  static Optional<String> repeated(MavenSession session, MojoExecution execution) {
    MavenProject here = session.getCurrentProject();
    if (execution.getSource() == MojoExecution.Source.CLI || here == null) {
      return Optional.empty();
    }
    Optional<String> pom = pom(here, execution);
    long earlier =
        session.getProjects().stream()
            .takeWhile(project -> !project.equals(here))
            .filter(project -> pom.isPresent() && pom(project, execution).equals(pom))
            .count();
    return pom.filter(bound -> earlier == 1)
        .map(
            bound ->
                "The execution '"
                    + execution.getExecutionId()
                    + "' of "
                    + bound
                    + " runs in every module that inherits it; to run it once, put"
                    + " <inherited>false</inherited> beside the plugin's version there");
  }

  /** Where it is written, which Maven remembers of everything that a pom inherits. */
  private static Optional<String> pom(MavenProject project, MojoExecution execution) {
    return Optional.ofNullable(
            project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId()))
        .map(plugin -> plugin.getExecutionsAsMap().get(execution.getExecutionId()))
        .map(bound -> bound.getLocation(""))
        .map(InputLocation::getSource)
        .map(InputSource::getLocation);
  }
}
