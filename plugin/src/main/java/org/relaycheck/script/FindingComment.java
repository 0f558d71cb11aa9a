package org.relaycheck.script;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Statement;

/** Why a finding matters, in the words of a script's comments. */
final class FindingComment {

  private FindingComment() {}

  /** Resource and setting. */
  static String what(Finding finding) {
    String setting = finding.subject().settingName();
    return finding.subject().address().name() + (setting.isEmpty() ? "" : ", " + setting);
  }

  /** The reasons of the catalogue and of the policy. */
  static List<String> reasons(Finding finding) {
    List<String> lines = new ArrayList<>();
    String setting = finding.subject().settingName();
    finding
        .reasons()
        .reason()
        .ifPresent(reason -> lines.add((setting.isEmpty() ? "" : setting + ": ") + reason));
    finding.reasons().why().ifPresent(why -> lines.add("The policy's reason: " + why));
    if (finding.difference().repair().orElse(null) instanceof FindingRepair.Create create) {
      for (Statement<?> statement : create.desired().statements()) {
        lines.add(reason(statement));
        statement.members().stream()
            .filter(OwnedMember::isOwned)
            .forEach(one -> lines.add(statement.property() + ": " + one.told()));
      }
    }
    return lines;
  }

  private static String reason(Statement<?> statement) {
    return statement.property() + ": " + statement.property().facts().grounds().reason();
  }
}
