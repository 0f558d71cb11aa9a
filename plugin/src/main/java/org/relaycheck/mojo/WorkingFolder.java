package org.relaycheck.mojo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.relaycheck.goal.GoalRequest;

/**
 * Where a goal works: called from the command line in the folder of the execution root; bound in a
 * pom in that pom's folder.
 *
 * @param base the folder that relative paths start from
 * @param root the folder of the execution root, where people run git
 * @param version the plugin's
 * @param now the one moment that the run knows
 */
record WorkingFolder(Path base, Path root, String version, Instant now) {

  static WorkingFolder of(MavenSession session, MojoExecution execution) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    MavenProject project = session.getCurrentProject();
    boolean bound =
        execution.getSource() != MojoExecution.Source.CLI
            && project != null
            && project.getBasedir() != null;
    String executed = session.getExecutionRootDirectory();
    Path base = bound ? project.getBasedir().toPath() : Path.of(executed);
    // a session that somebody else made need not have one
    Path root = executed == null ? base : Path.of(executed);
    return new WorkingFolder(base, root, plugin.getVersion(), Instant.now());
  }

  private Optional<Path> waivers(CommonParameters order) {
    return Optional.ofNullable(order.paths().waivers()).map(this::path);
  }

  Path output(CommonParameters order) {
    return path(order.outputDirectory());
  }

  /** Absolute, or shorter where the process's own folder is above: that is what people read. */
  Path path(String given) {
    Path here = Path.of("").toAbsolutePath();
    Path full = base.toAbsolutePath().resolve(given.strip()).normalize();
    return full.startsWith(here) && !full.equals(here) ? here.relativize(full) : full;
  }

  GoalRequest request(CommonParameters order) throws MojoExecutionException {
    return new GoalRequest(
        new GoalRequest.Paths(
            order.files().stream().map(this::path).toList(),
            path(order.paths().connections()),
            waivers(order)),
        order.names(),
        order.threshold(),
        order.threads(),
        now);
  }
}
