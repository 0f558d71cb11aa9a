package org.relaycheck.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingReason;

/** The page of all settings, in Markdown. */
public final class SettingsPage {

  private static final String SCHEMAS = "../plugin/src/main/resources/META-INF/relay/schema/";

  private final List<Catalogue> catalogues;

  public SettingsPage(List<Catalogue> catalogues) {
    this.catalogues = List.copyOf(catalogues);
  }

  /** The text of the page. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Settings");
    lines.add("");
    lines.add(
        "What a policy can state, by kind of resource. This page is made from the tables that the"
            + " plugin itself uses. Defaults are shown as documented or observed and are never"
            + " compared; only what a policy states is.");
    lines.add("");
    lines.add(
        "An editor that knows JSON Schema completes a policy, its connections and its waivers with "
            + schema("policy")
            + ", "
            + schema("connections")
            + " and "
            + schema("waivers")
            + ".");
    for (Catalogue catalogue : catalogues) {
      settings(catalogue, lines);
      refused(catalogue, lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String schema(String what) {
    String file = "relay-" + what + ".schema.json";
    return "[" + file + "](" + SCHEMAS + file + ")";
  }

  private static void settings(Catalogue catalogue, List<String> lines) {
    lines.add("");
    lines.add("## `" + catalogue.kind() + "`");
    lines.add("");
    lines.add("Settings of a " + catalogue.noun() + " of " + catalogue.product().title() + ".");
    lines.add("");
    lines.add(cells("Setting", "Meaning", "Value", "Defaults", "Notes", "Source"));
    lines.add("|---|---|---|---|---|---|");
    catalogue.rows().forEach(row -> lines.add(line(row)));
  }

  private static <T> String line(Property<T> row) {
    RowText<T> text = new RowText<>(row);
    SettingReason grounds = row.facts().grounds();
    List<String> notes = new ArrayList<>(text.notes());
    grounds.symptom().ifPresent(symptom -> notes.add("When wrong: " + symptom));
    return cells(
        "`" + row.name() + "`",
        safe(grounds.meaning() + " " + grounds.reason()),
        safe(text.values()),
        safe(String.join("; ", text.defaults())),
        safe(String.join(" ", notes)),
        safe(grounds.source()));
  }

  private static void refused(Catalogue catalogue, List<String> lines) {
    lines.add("");
    lines.add("Not to be stated:");
    lines.add("");
    new TreeMap<>(catalogue.refused())
        .forEach((name, why) -> lines.add("- `" + name + "`: " + safe(why)));
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** A bar would end a cell, and Markdown takes what is in angle brackets for HTML. */
  private static String safe(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
  }
}
