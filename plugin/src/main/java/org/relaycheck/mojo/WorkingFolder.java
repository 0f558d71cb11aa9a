package org.relaycheck.mojo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.RequestGroups;
import org.relaycheck.live.register.RegisteredServers;

/**
 * Where a goal works: called from the command line in the folder of the execution root; bound in a
 * pom in that pom's folder.
 *
 * @param base the folder that relative paths start from
 * @param root the folder of the execution root, where people run git
 * @param version the plugin's
 * @param now the one moment that the run knows
 * @param registered hosts that the connections do not list themselves
 */
record WorkingFolder(
    Path base, Path root, String version, Instant now, RegisteredServers registered) {

  /** A folder, where no host is registered elsewhere. */
  WorkingFolder(Path base, Path root, String version, Instant now) {
    this(base, root, version, now, new RegisteredServers.Unasked());
  }

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

  private List<Path> policies(CommonParameters order) throws MojoExecutionException {
    Set<Path> others = new HashSet<>(Set.of(path(order.paths().connections())));
    waivers(order).ifPresent(others::add);
    PolicyFileSearch search = new PolicyFileSearch(this::path, others);
    Set<Path> files = new LinkedHashSet<>();
    for (String given : order.files()) {
      files.addAll(search.find(given));
    }
    return List.copyOf(files);
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

  /** A path as an option of a command that starts here: from the base, not from the process. */
  String option(Path path) {
    Path home = base.toAbsolutePath().normalize();
    Path full = path.toAbsolutePath().normalize();
    return (full.startsWith(home) ? home.relativize(full) : full).toString();
  }

  /** The same with what was registered elsewhere. */
  WorkingFolder knowing(RegisteredServers servers) {
    return new WorkingFolder(base, root, version, now, servers);
  }

  GoalRequest request(CommonParameters order) throws MojoExecutionException {
    GoalRequest.Paths paths =
        new GoalRequest.Paths(
            policies(order), path(order.paths().connections()), waivers(order), registered);
    return new GoalRequest(
        paths, RequestGroups.hosts(order.names(), paths), order.threshold(), order.threads(), now);
  }
}
