package org.relaycheck.mojo;

import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.record.Recording;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.yaml.PolicyException;

/**
 * Saves what the hosts answer, and what could not be read, as records that check can read, in the
 * folder recorded of the output folder. Reads only.
 */
@Mojo(name = "record", requiresProject = false, aggregator = true, threadSafe = true)
public class RecordMojo extends AbstractAskingMojo {

  /**
   * Asks no host, but writes the scripts that an administrator runs where this plugin cannot log
   * in; what they write is a record.
   */
  @Parameter(property = "relay.collector", defaultValue = "false")
  private boolean collector;

  @Inject
  public RecordMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    if (collector) {
      new CollectorFiles(place.output(order)).write(printer());
      return;
    }
    try {
      Recording recording = new Recording(ports, new RecordWriter());
      Recording.Result result = recording.run(place.request(order), place.output(order));
      result.written().forEach(file -> printer().answer("recorded " + file));
      result.unread().forEach((host, why) -> printer().warn("? " + host + "  not read  " + why));
      String connections = place.option(result.connections());
      printer().answer("Check them:");
      printer().answer("  " + next().text("check", Map.of("relay.connections", connections)));
    } catch (PolicyException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    }
  }
}
