package org.relaycheck.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Maven is told for the words of {@code relay}. */
final class MavenWords {

  private static final String PLUGIN = "org.relaycheck:relay-maven-plugin:";
  private static final String PARAMETER = "--";

  private MavenWords() {}

  /**
   * The first word is the goal; {@code --x y} and {@code --x=y} are a parameter of the plugin, and
   * the rest is Maven's as it stands.
   *
   * @param repository the plugin and all that it needs
   */
  static String[] of(String[] words, String version, Path repository) {
    List<String> told = new ArrayList<>();
    told.add("--batch-mode");
    told.add("--offline");
    told.add("-Dmaven.repo.local=" + repository);
    boolean goal = words.length > 0 && !words[0].startsWith("-");
    told.add(PLUGIN + version + ":" + (goal ? words[0] : "help"));
    for (int at = goal ? 1 : 0; at < words.length; at++) {
      String word = words[at];
      if (!word.startsWith(PARAMETER)) {
        told.add(word);
      } else if (word.contains("=")) {
        told.add(parameter(word));
      } else if (at + 1 < words.length && !words[at + 1].startsWith("-")) {
        told.add(parameter(word + "=" + words[++at]));
      } else {
        told.add(parameter(word + "=true"));
      }
    }
    return told.toArray(String[]::new);
  }

  private static String parameter(String word) {
    return "-Drelay." + word.substring(PARAMETER.length());
  }
}
