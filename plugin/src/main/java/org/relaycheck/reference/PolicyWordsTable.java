package org.relaycheck.reference;

import java.util.stream.Collectors;

/** The words of the policy language as a table in Markdown. */
public final class PolicyWordsTable {

  private static final String HEAD =
      "| word | what it is | meaning | example |\n|---|---|---|---|\n";

  private PolicyWordsTable() {}

  /** The table, its last line ended. */
  public static String markdown() {
    return PolicyWords.all().stream()
        .map(PolicyWordsTable::line)
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(PolicyWords.Word word) {
    String name = "`" + word.name() + "`";
    String example = "`" + word.example() + "`";
    return "| " + String.join(" | ", name, word.role(), word.meaning(), example) + " |\n";
  }
}
