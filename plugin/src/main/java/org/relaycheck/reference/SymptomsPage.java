package org.relaycheck.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relaycheck.explain.cause.Cause;
import org.relaycheck.explain.cause.Causes;
import org.relaycheck.explain.cause.PlaceToLook;
import org.relaycheck.explain.sign.LogSign;

/** The page of what logs say and what may be behind it, in Markdown. */
public final class SymptomsPage {

  private static final String HEAD =
      """
      # Symptoms

      What mail logs, replies and events say, and what may be behind each, the more usual causes \
      first. `mvn relay:explain "-Drelay.symptom=TEXT"` and `mvn relay:explain \
      "-Drelay.log=FILE"` recognise these texts, and rank the causes by what your servers have. \
      This page is made from the tables themselves.
      """;

  private final Map<String, String> examples;

  /**
   * The page.
   *
   * @param examples a text for each sign, by its id
   */
  public SymptomsPage(Map<String, String> examples) {
    this.examples = Map.copyOf(examples);
  }

  /** The text of the page. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    Causes.bySign().forEach((sign, causes) -> section(sign, causes, lines));
    return String.join("\n", lines) + "\n";
  }

  private void section(LogSign sign, List<Cause> causes, List<String> lines) {
    lines.add("## " + safe(sign.title()));
    lines.add("");
    lines.add("Sign `" + sign.id() + "`. " + about(sign));
    lines.add("");
    String example = examples.get(sign.id());
    if (example != null) {
      lines.add("```text");
      lines.add(example);
      lines.add("```");
      lines.add("");
    }
    for (int i = 0; i < causes.size(); i++) {
      cause(i + 1, causes.get(i), lines);
    }
    lines.add("");
    lines.add("Source of the words: " + safe(sign.source()) + ".");
    lines.add("");
  }

  private static String about(LogSign sign) {
    return switch (sign.kind()) {
      case TROUBLE -> "A sign of trouble.";
      case CODE -> "A code alone, which many things have: no cause is more than possible.";
      case OTHER_RELAY ->
          "Words of a mail system that is no Exchange server of your own: no receive connector said"
              + " them.";
      case EFFECT -> "What a refusal costs, whose causes come first where the log shows it too.";
      case CONSEQUENCE -> "It follows from what another line says.";
      case NOTE -> "No trouble in itself.";
    };
  }

  private static void cause(int number, Cause cause, List<String> lines) {
    lines.add(number + ". **" + safe(cause.told().title()) + "** - " + safe(cause.told().why()));
    for (PlaceToLook look : cause.looks()) {
      String name = look.setting().map(row -> "`" + row.name() + "`: ").orElse("");
      lines.add("   - " + name + safe(look.advice()));
    }
    lines.add("   - source: " + safe(cause.source()));
  }

  private static String safe(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;").replace("*", "\\*");
  }
}
