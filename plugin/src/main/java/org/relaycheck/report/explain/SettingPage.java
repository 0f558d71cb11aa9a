package org.relaycheck.report.explain;

import java.util.List;
import org.relaycheck.report.page.ReportPage;

/** Tells all that is known about one setting. */
public final class SettingPage {

  private SettingPage() {}

  /**
   * A part of what is known.
   *
   * @param label what it is about
   * @param texts an item each; none if nothing is known
   */
  public record Fact(String label, List<String> texts) {
    public Fact {
      texts = List.copyOf(texts);
    }

    public Fact(String label, String text) {
      this(label, List.of(text));
    }
  }

  /**
   * The page.
   *
   * @param name the setting's, exactly
   * @param of what it is a setting of
   * @param facts in the order in which people want to know them
   */
  public static ReportPage of(String name, String of, List<Fact> facts) {
    ReportPage page = new ReportPage().heading(1, name).paragraph(of);
    facts.forEach(fact -> fact.texts().forEach(text -> page.item(fact.label(), text)));
    return page;
  }
}
