package org.relaycheck.mojo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.RecordPaths;
import org.relaycheck.goal.init.IgnoredFolder;
import org.relaycheck.goal.init.Init;
import org.relaycheck.yaml.PolicyException;

/**
 * Writes a first policy and its connections: of record files, which then check clean, or as
 * templates with comments. An editor is told where their schemas are, git what to leave out.
 * Replaces no file.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public class InitMojo extends AbstractAskingMojo {

  /**
   * What the policy is made of: record files such as the output of Get-ReceiveConnector, folders of
   * them, or patterns such as listings/*.txt; without any, templates are written.
   */
  @Parameter(property = "relay.records")
  private @Nullable List<String> records;

  @Inject
  public InitMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean writes() {
    return false; // to the output folder
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    if (order.files().size() > 1) {
      throw new MojoExecutionException(
          "relay.policy names several files; name the one to write, such as relay-policy.yaml");
    }
    IgnoredFolder ignored = new IgnoredFolder(place.path("."), place.output(order));
    try {
      List<Path> files = new RecordPaths(place::path).of(CommonParameters.named(records));
      Init.Result result = new Init(ports).run(place.request(order), files, ignored);
      result.unread().forEach((host, why) -> printer().error("? " + host + "  not read  " + why));
      if (result.refusal().isPresent()) {
        throw new MojoExecutionException(result.refusal().get());
      }
      result.written().forEach(file -> printer().answer("Wrote " + file));
      printer().answer("Read both files and change what is not as you want it, then:");
      printer().answer("  mvn relay:validate");
      printer().answer("  mvn relay:check");
    } catch (PolicyException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    } catch (AccessDeniedException denied) {
      throw new MojoExecutionException(
          "nothing was written: access to "
              + denied.getFile()
              + " was denied; let the user who runs Maven write there",
          denied);
    } catch (IOException failed) {
      throw new MojoExecutionException("not everything could be written: " + failed, failed);
    }
  }
}
