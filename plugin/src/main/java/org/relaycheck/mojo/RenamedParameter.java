package org.relaycheck.mojo;

import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;

/** A parameter under a name that it no longer has, which Maven would pass over in silence. */
final class RenamedParameter {

  /** Each former name with today's. */
  private static final Map<String, String> NAMES = Map.of("relay.baseline", "relay.snapshot");

  private RenamedParameter() {}

  /**
   * Refuses former names.
   *
   * @param given what the command line says
   */
  static void refuse(Properties given) throws MojoExecutionException {
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      if (given.containsKey(name.getKey())) {
        throw new MojoExecutionException(
            name.getKey()
                + " is called "
                + name.getValue()
                + " now: \"-D"
                + name.getValue()
                + "=...\"");
      }
    }
  }
}
