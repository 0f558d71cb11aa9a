package org.relaycheck.goal.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.report.page.ReportPage;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.Rules;
import org.relaycheck.yaml.Suggestion;

/**
 * The names by which settings and rules are asked for: without regard to case, alone, or after
 * their kind and a point where only one kind is meant.
 *
 * @param facts what is known about settings
 */
record SettingNames(SettingKnowledge facts) {

  /** The pages of a name; several if several kinds have it. */
  List<ReportPage> pages(String given) throws WrongQuestionException {
    String wanted = folded(given);
    List<ReportPage> pages = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      if (folded(rule.facts().id()).equals(wanted)) {
        pages.add(new RulePage(rule, facts.atHand().world().landscape()).page());
      }
    }
    for (Catalogue catalogue : ResourceKinds.catalogues()) {
      for (Property<?> row : catalogue.rows()) {
        if (isNamed(catalogue, row.name(), wanted)) {
          pages.add(facts.page(catalogue, row));
        }
      }
      for (Map.Entry<String, String> no : catalogue.refused().entrySet()) {
        if (isNamed(catalogue, no.getKey(), wanted)) {
          pages.add(SettingKnowledge.refused(catalogue, no.getKey(), no.getValue()));
        }
      }
    }
    pages.addAll(PolicyTopics.pages(given));
    if (pages.isEmpty()) {
      throw new WrongQuestionException(
          "relay.setting: there is no setting, rule or word of a policy '"
              + given
              + "'"
              + Suggestion.ending(given, near(given))
              + "; docs/settings.md and docs/rules.md list all");
    }
    return pages;
  }

  private static boolean isNamed(Catalogue catalogue, String name, String wanted) {
    return folded(name).equals(wanted) || folded(catalogue.kind() + "." + name).equals(wanted);
  }

  private static Set<String> near(String given) {
    Set<String> names = new LinkedHashSet<>();
    for (Catalogue catalogue : ResourceKinds.catalogues()) {
      String kind = given.indexOf('.') < 0 ? "" : catalogue.kind() + ".";
      catalogue.rows().forEach(row -> names.add(kind + row.name()));
    }
    names.addAll(PolicyTopics.names());
    return new TreeSet<>(names);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
