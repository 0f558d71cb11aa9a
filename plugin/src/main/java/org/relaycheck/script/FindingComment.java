package org.relaycheck.script;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.state.Statement;

/** A finding in the words of a script's comments. */
final class FindingComment {

  private FindingComment() {}

  /** Resource and setting. */
  static String what(Finding finding) {
    String setting = finding.subject().settingName();
    return finding.subject().address().name() + (setting.isEmpty() ? "" : ", " + setting);
  }

  /** What changes, who said so, and why it matters. */
  static List<String> told(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(sides(finding));
    finding.reasons().reason().ifPresent(lines::add);
    finding.reasons().why().ifPresent(why -> lines.add("The policy's reason: " + why));
    if (finding.difference().repair().orElse(null) instanceof FindingRepair.Create create) {
      create.desired().statements().forEach(statement -> lines.add(told(statement)));
    }
    return lines;
  }

  /** What is brought back. */
  static List<String> undone(Finding finding) {
    return List.of("undoes " + sides(finding));
  }

  private static String sides(Finding finding) {
    Difference difference = finding.difference();
    String setting = finding.subject().settingName();
    return (setting.isEmpty() ? "" : setting + ": ")
        + difference.observed().orElse("absent")
        + " -> "
        + difference.fix().orElse("")
        + finding.trail().origin().map(at -> "  (" + at.place() + ")").orElse("");
  }

  private static String told(Statement<?> statement) {
    return statement.property()
        + ": "
        + statement.show()
        + "  ("
        + statement.origin().place()
        + ")  "
        + statement.property().facts().grounds().reason();
  }
}
