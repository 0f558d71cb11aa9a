package org.relaycheck.mojo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.RecordPaths;
import org.relaycheck.goal.export.Export;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.yaml.PolicyException;

/**
 * Writes the settings of the hosts as a policy that checks clean, in the folder export of the
 * output folder. Reads only.
 */
@Mojo(name = "export", requiresProject = false, aggregator = true, threadSafe = true)
public class ExportMojo extends AbstractAskingMojo {

  private static final String FOLDER = "export";
  private static final String POLICY = "relay-policy.yaml";
  private static final String CONNECTIONS = "relay-connections.yaml";

  /** Record files to read, instead of the connections file; a folder or a pattern, too. */
  @Parameter(property = "relay.records")
  private @Nullable List<String> records;

  /** Names of resources, such as SQL Relay: only these are written; all unless given. */
  @Parameter(property = "relay.resources")
  private @Nullable List<String> resources;

  @Inject
  public ExportMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    Path folder = place.output(order).resolve(FOLDER);
    try {
      List<Path> files = new RecordPaths(place::path).of(CommonParameters.named(records));
      Export.Result result =
          new Export(ports, CommonParameters.named(resources))
              .run(place.request(order), files, folder);
      if (result.policy().isEmpty()) {
        printer().error("No host could be read, so no policy was written.");
        unread(result);
        throw new MojoExecutionException("no host was asked; name one in the connections");
      }
      OutputFolder output = new OutputFolder(place.output(order));
      output.write(FOLDER + "/" + POLICY, out -> out.write(result.policy()));
      printer().answer("The policy is in " + folder.resolve(POLICY));
      if (result.connections().isPresent()) {
        output.write(FOLDER + "/" + CONNECTIONS, out -> out.write(result.connections().get()));
        printer().answer("Check it:");
        printer().answer("  " + next().text("check", options(place, folder)));
      }
      unread(result);
    } catch (PolicyException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    }
  }

  private static Map<String, String> options(WorkingFolder place, Path folder) {
    return Map.of(
        "relay.policy",
        place.option(folder.resolve(POLICY)),
        "relay.connections",
        place.option(folder.resolve(CONNECTIONS)));
  }

  private void unread(Export.Result result) throws MojoExecutionException {
    result.unread().forEach((host, why) -> printer().error("? " + host + "  not read  " + why));
    if (!result.unread().isEmpty()) {
      throw new MojoExecutionException(
          "not every host could be read, and the policy says nothing about: "
              + String.join(", ", result.unread().keySet()));
    }
  }
}
