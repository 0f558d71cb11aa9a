package org.relaycheck.goal.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingReason;
import org.relaycheck.explain.cause.Cause;
import org.relaycheck.explain.cause.Causes;
import org.relaycheck.policy.preset.ClassPathPresets;
import org.relaycheck.policy.preset.PresetMentions;
import org.relaycheck.reference.RowText;
import org.relaycheck.report.explain.SettingPage;
import org.relaycheck.report.explain.SettingPage.Fact;
import org.relaycheck.report.page.ReportPage;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;

/**
 * What is known about settings: by the tables, the presets, the user's policy and records.
 *
 * @param atHand what the user has beside the question
 * @param stated what the policy states about a setting
 */
record SettingKnowledge(ExplainSources atHand, StatedSettings stated) {

  private static final int MOST_VALUES = 12;

  /** The page of a setting. */
  ReportPage page(Catalogue catalogue, Property<?> row) {
    List<Fact> facts = new ArrayList<>(known(row));
    facts.add(new Fact("plays a part in", causes(row)));
    List<PresetMentions.Mention> mentions = mentions(catalogue, row);
    facts.add(
        new Fact(
            "DISA STIG",
            mentions.stream()
                .filter(SettingKnowledge::isRule)
                .map(SettingKnowledge::rule)
                .toList()));
    facts.add(
        new Fact(
            "preset",
            mentions.stream().filter(one -> !isRule(one)).map(SettingKnowledge::preset).toList()));
    facts.add(new Fact("your policy", stated.of(row)));
    facts.add(new Fact("recorded", values(row)));
    facts.add(new Fact("source", row.facts().grounds().source()));
    String of = "A setting of a " + catalogue.noun() + " of " + catalogue.product().title();
    String under = "; in a policy it stands under " + catalogue.kind() + ".";
    return SettingPage.of(row.name(), of + under, facts);
  }

  private static <T> List<Fact> known(Property<T> row) {
    RowText<T> text = new RowText<>(row);
    SettingReason grounds = row.facts().grounds();
    return List.of(
        new Fact("meaning", grounds.meaning()),
        new Fact("mind", grounds.reason()),
        new Fact("takes", text.values()),
        new Fact("default, as documented or observed; never compared", text.defaults()),
        new Fact("versions and owners", joined(text.notes())),
        new Fact("when wrong", grounds.symptom().stream().toList()));
  }

  /** The page of a name that no policy can state. */
  static ReportPage refused(Catalogue catalogue, String name, String why) {
    return SettingPage.of(
        name, "No policy can state it for a " + catalogue.noun() + ": " + why + ".", List.of());
  }

  private static List<String> joined(List<String> notes) {
    return notes.isEmpty() ? List.of() : List.of(String.join(" ", notes));
  }

  private static List<String> causes(Property<?> row) {
    List<String> causes = new ArrayList<>();
    for (Cause cause : Causes.with(row)) {
      String signs =
          Causes.signsOf(cause).stream().map(sign -> sign.id()).collect(Collectors.joining(", "));
      causes.add(cause.told().title() + " [seen as " + signs + "]");
    }
    return causes;
  }

  private static List<PresetMentions.Mention> mentions(Catalogue catalogue, Property<?> row) {
    ClassLoader own = SettingKnowledge.class.getClassLoader();
    return new PresetMentions(new ClassPathPresets(own)).of(catalogue.kind(), row.name());
  }

  private static boolean isRule(PresetMentions.Mention mention) {
    return mention.template().startsWith("disa-stig");
  }

  private static String rule(PresetMentions.Mention mention) {
    return mention.why() + ": " + mention.wanted() + " (" + mention.place() + ")";
  }

  private static String preset(PresetMentions.Mention mention) {
    String why = mention.why().isEmpty() ? "" : " - " + mention.why();
    return mention.wanted() + why + " (" + mention.place() + ")";
  }

  private <T> List<String> values(Property<T> row) {
    List<String> values = new ArrayList<>();
    for (HostState state : atHand.world().hosts().values()) {
      if (state instanceof HostState.Read read) {
        for (KindState kind : read.kinds().values()) {
          kind.resources().forEach(found -> value(found, row).ifPresent(values::add));
        }
      }
    }
    values.sort(String::compareTo);
    if (values.size() > MOST_VALUES) {
      int more = values.size() - MOST_VALUES;
      values.subList(MOST_VALUES, values.size()).clear();
      values.add("and " + more + " more");
    }
    return values;
  }

  private static <T> Optional<String> value(Observed found, Property<T> row) {
    Optional<Reading<T>> reading = found.settings().get(row);
    return reading.map(
        one ->
            found.address()
                + ": "
                + one.seen()
                    .known()
                    .map(row.type()::show)
                    .or(() -> one.seen().problem().map(why -> "not known: " + why))
                    .orElse("empty"));
  }
}
