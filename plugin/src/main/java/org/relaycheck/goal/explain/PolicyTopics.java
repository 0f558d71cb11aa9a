package org.relaycheck.goal.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.reference.PolicyWords;
import org.relaycheck.report.explain.SettingPage;
import org.relaycheck.report.explain.SettingPage.Fact;
import org.relaycheck.report.page.ReportPage;
import org.relaycheck.rule.Rules;

/** What a policy can name besides settings and rules: kinds, and the words of the language. */
final class PolicyTopics {

  private PolicyTopics() {}

  /** All names. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Rules.all().forEach(rule -> names.add(rule.facts().id()));
    ResourceKinds.catalogues().forEach(catalogue -> names.add(catalogue.kind()));
    names.addAll(PolicyWords.names());
    return names;
  }

  /** The pages of a name, without regard to case; none if nothing has it. */
  static List<ReportPage> pages(String given) {
    String wanted = given.strip().toLowerCase(Locale.ROOT);
    List<ReportPage> pages = new ArrayList<>();
    for (Catalogue catalogue : ResourceKinds.catalogues()) {
      if (catalogue.kind().toLowerCase(Locale.ROOT).equals(wanted)) {
        pages.add(kind(catalogue));
      }
    }
    PolicyWords.of(wanted).map(PolicyTopics::word).ifPresent(pages::add);
    return pages;
  }

  private static ReportPage kind(Catalogue catalogue) {
    return SettingPage.of(
        catalogue.kind(),
        "A kind of a policy: each " + catalogue.noun() + " of " + catalogue.product().title() + ".",
        List.of(
            new Fact(
                "settings",
                catalogue.rows().stream().map(Property::name).collect(Collectors.joining(", "))),
            new Fact(
                "one of them in full",
                "mvn relay:explain \"-Drelay.setting=" + catalogue.rows().get(0).name() + "\"")));
  }

  private static ReportPage word(PolicyWords.Word word) {
    return SettingPage.of(
        word.name(),
        word.role() + ".",
        List.of(new Fact("meaning", word.meaning()), new Fact("example", word.example())));
  }
}
