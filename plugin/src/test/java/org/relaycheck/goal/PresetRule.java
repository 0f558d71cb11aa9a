package org.relaycheck.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.relaycheck.state.Severity;

/**
 * A rule that a preset is to hold, as its source has it.
 *
 * @param template the end of the template's name: {@code main}, {@code common}, {@code internet}
 * @param setting what the rule is about
 * @param source the ids of the rule with its category; empty where the source has none
 * @param values one that meets the rule, and one that breaks it
 */
record PresetRule(String preset, String template, String setting, Source source, Values values) {

  private static final Path TABLE = Path.of("src/test/resources/presets/rules.csv");

  /** The ids of a rule, and its category; {@code -} where there is none. */
  record Source(String ids, String category) {}

  /** A value that meets a rule, and one that breaks it. */
  record Values(String meets, String breaks) {}

  /** The whole table. */
  static List<PresetRule> all() {
    try {
      return Files.readAllLines(TABLE).stream().skip(1).map(PresetRule::rule).toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static PresetRule rule(String line) {
    List<String> cells = List.of(line.split("; ", -1));
    return new PresetRule(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        new Source(cells.get(3), cells.get(4)),
        new Values(cells.get(5), cells.get(6)));
  }

  boolean isOf(String name) {
    return preset.equals(name);
  }

  /** Whether a template of the preset holds the rule; all hold what is common. */
  boolean isHeldBy(String name) {
    return template.equals(name) || template.equals("common");
  }

  Severity severity() {
    return source.category().equals("CAT III") ? Severity.WARNING : Severity.ERROR;
  }

  /** What a finding's reason must hold. */
  String why() {
    return source.ids().equals("-")
        ? ""
        : source.ids().replace(" ", " (") + ", " + source.category() + ")";
  }
}
