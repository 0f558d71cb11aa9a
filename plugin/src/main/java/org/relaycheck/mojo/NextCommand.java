package org.relaycheck.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * A command that goes on where a run ended, as it can be pasted into sh, cmd and PowerShell, which
 * splits an option at its dot unless it is quoted.
 *
 * @param start Maven, and the pom unless it is the usual one
 * @param plugin its prefix where the pom names it, else all of its coordinates
 * @param options that the run had
 */
record NextCommand(String start, String plugin, List<String> options) {

  static NextCommand of(MavenSession session, MojoExecution execution, CommonParameters order) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    String key = plugin.getGroupId() + ":" + plugin.getArtifactId();
    String name =
        isNamed(session.getCurrentProject(), key) ? "relay" : key + ":" + plugin.getVersion();
    return new NextCommand("mvn" + pom(session.getRequest().getPom()), name, options(order));
  }

  private static List<String> options(CommonParameters order) {
    List<String> options = new ArrayList<>();
    String files = String.join(",", CommonParameters.named(order.paths().policy()));
    if (!files.equals("relay-policy.yaml")) {
      options.add("-Drelay.policy=" + files);
    }
    if (!order.paths().connections().equals("relay-connections.yaml")) {
      options.add("-Drelay.connections=" + order.paths().connections());
    }
    return options;
  }

  private static boolean isNamed(MavenProject project, String key) {
    if (project == null) {
      return false;
    }
    Build build = project.getBuild();
    boolean managed =
        build != null
            && build.getPluginManagement() != null
            && build.getPluginManagement().getPluginsAsMap().containsKey(key);
    return managed || project.getPlugin(key) != null;
  }

  private static String pom(File pom) {
    Path here = Path.of("").toAbsolutePath();
    if (pom == null || here.resolve("pom.xml").equals(pom.toPath())) {
      return "";
    }
    Path file = pom.toPath().toAbsolutePath();
    return " -f \"" + (file.startsWith(here) ? here.relativize(file) : file) + "\"";
  }

  String text(String goal) {
    return start
        + " "
        + plugin
        + ":"
        + goal
        + options.stream().map(one -> " \"" + one + "\"").collect(Collectors.joining());
  }
}
