package org.relaycheck.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleFacts;

/** The page of all rules, in Markdown. */
public final class RulesPage {

  private static final String HEAD =
      """
      # Rules

      A policy can be met and mail can still fail, because two settings do not go together, or two \
      systems. `relay:check` applies these rules to what it read, and to what there would be once the \
      policy's fixes are made; `relay:validate` applies them to the policy alone, as far as it says \
      enough. A rule looks at resources that the policy speaks of: by name, by a baseline, or by \
      `unlisted`; where it looks at others, it says so.

      A broken rule is a finding with the verdict `broken`. Its severity is stated in the policy:

      ```yaml
      rules: {per-source-limit: error, acknowledgement-delay-unused: ignore}
      ```

      What a rule needs and nobody read is reported in a line that says how to supply it; if the \
      policy names the rule with `warning` or `error`, it is *unclear*, and the build fails. A broken \
      rule can be accepted for a time like drift, in `relay-waivers.yaml`, with `rule:` instead of \
      `setting:`; `accepted` holds the values that break it, so that other values need another \
      decision and other words of ours do not; those of another resource stand in a mapping under its \
      name, after `HOST\\` where it is on another host: \
      `accepted: {ConnectionTimeout: 5m, ConnectionInactivityTimeout: 10m}`. `relay:remediate` writes \
      them. Where no value of a server breaks the rule, but the policy alone, it is `accepted: \
      broken`. This page is made from the rules themselves.
      """;

  private final List<RuleFacts> rules;

  public RulesPage(List<Rule> rules) {
    this.rules =
        rules.stream().map(Rule::facts).sorted(Comparator.comparing(RuleFacts::id)).toList();
  }

  /** The text of the page. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    lines.add("| Rule | What must hold | Unless stated |");
    lines.add("|---|---|---|");
    for (RuleFacts rule : rules) {
      String link = "[`" + rule.id() + "`](#" + rule.id() + ")";
      lines.add("| " + link + " | " + safe(rule.title()) + " | " + rule.weight() + " |");
    }
    rules.forEach(rule -> section(rule, lines));
    return String.join("\n", lines) + "\n";
  }

  private static void section(RuleFacts rule, List<String> lines) {
    RuleFacts.Grounds grounds = rule.grounds();
    String inputs =
        rule.inputs().stream().map(row -> "`" + row + "`").collect(Collectors.joining(", "));
    lines.add("");
    lines.add("## `" + rule.id() + "`");
    lines.add("");
    lines.add(safe(rule.title()) + ".");
    lines.add("");
    lines.add("- Why: " + safe(grounds.reason()));
    lines.add("- What to do: " + safe(grounds.fix()));
    lines.add("- Looks at: " + inputs + ".");
    lines.add("- Source: " + safe(grounds.source()) + ".");
  }

  private static String safe(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
  }
}
