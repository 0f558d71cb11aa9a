package org.relaycheck.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.relaycheck.yaml.Suggestion;

/**
 * A parameter on the command line that no goal has, or has under another name today, which Maven
 * would pass over in silence.
 */
final class MistypedParameter {

  private static final String START = "relay.";

  /** Each former name with today's. */
  private static final Map<String, String> FORMER = Map.of("baseline", "snapshot");

  /** The plugin's own descriptor, which names the parameters of every goal. */
  private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

  private static final Pattern NAME = Pattern.compile("\\$\\{relay\\.([A-Za-z.]+)}");

  private MistypedParameter() {}

  /**
   * Refuses a former name, and one that is near to one of ours; others may be of somebody else.
   *
   * @param given what the command line says
   * @param alone that nobody else is meant, so that any other is refused too
   */
  static void refuse(Properties given, boolean alone) throws MojoExecutionException {
    Set<String> names = names();
    for (String name : new TreeSet<>(given.stringPropertyNames())) {
      String own = name.startsWith(START) ? name.substring(START.length()) : "";
      if (FORMER.containsKey(own)) {
        throw new MojoExecutionException(
            name
                + " is called "
                + START
                + FORMER.get(own)
                + " now: \"-D"
                + START
                + FORMER.get(own)
                + "=...\"");
      }
      Optional<String> meant =
          own.isEmpty() || names.contains(own) ? Optional.empty() : Suggestion.nearest(own, names);
      if (meant.isPresent() || (alone && !own.isEmpty() && !names.contains(own))) {
        throw new MojoExecutionException(
            name
                + " is no parameter of this plugin and would have no effect; "
                + meant
                    .map(near -> "did you mean " + START + near + "?")
                    .orElse("all are listed by: relay help -Ddetail"));
      }
    }
  }

  private static Set<String> names() {
    try (InputStream in = MistypedParameter.class.getResourceAsStream(DESCRIPTOR)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return NAME.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
