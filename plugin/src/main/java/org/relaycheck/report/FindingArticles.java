package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.report.html.HtmlWriter;
import org.relaycheck.report.json.FindingId;

/**
 * Findings on a page, an article a group, with an anchor for each finding.
 *
 * @param groups in the order of reading
 */
record FindingArticles(List<FindingGroup> groups) {

  void write(HtmlWriter page) {
    if (!groups.isEmpty()) {
      page.open("section", "id", "findings").element("h2", "Findings");
      filters(page);
      groups.forEach(group -> article(group, page));
      page.close("section");
    }
  }

  /** Hidden until the script shows them: without it they would do nothing. */
  private void filters(HtmlWriter page) {
    page.open("div", "id", "filters", "role", "search", "hidden", "hidden");
    typed("host", page);
    chosen("kind", finding -> finding.subject().address().kind(), page);
    chosen("severity", finding -> finding.severity().word(), page);
    chosen("verdict", finding -> VerdictMark.word(finding.verdict()), page);
    typed("text", page);
    page.element("button", "Show all", "type", "button").open("output").close("output");
    page.close("div");
  }

  private static void typed(String name, HtmlWriter page) {
    page.open("label").text(name).open("input", "type", "search", "name", name).close("label");
  }

  private void chosen(String name, Function<Finding, String> part, HtmlWriter page) {
    page.open("label").text(name).open("select", "name", name);
    page.element("option", "all", "value", "");
    groups.stream()
        .map(group -> part.apply(group.first()))
        .distinct()
        .sorted()
        .forEach(word -> page.element("option", word, "value", word));
    page.close("select").close("label");
  }

  private static void article(FindingGroup group, HtmlWriter page) {
    Finding finding = group.first();
    FindingText wording = new FindingText(group);
    boolean several = group.isOfSeveral();
    String id = FindingId.of(finding.subject());
    page.open("article", attributes(group, id));
    heading(group, several ? "" : id, page);
    page.open("dl");
    row("kind", finding.subject().address().kind(), page);
    code("observed", wording.observed(), page);
    code("desired", wording.desired(), page);
    wording.change().ifPresent(change -> code("fix", change, page));
    wording.fix().ifPresent(fix -> row("what to do", fix, page));
    wording.waiver().ifPresent(waiver -> row("accepted", waiver, page));
    wording.why().ifPresent(why -> row("why", why, page));
    wording.cause().ifPresent(cause -> row("cause", cause, page));
    finding.reasons().reason().ifPresent(reason -> row("reason", reason, page));
    wording.changed().ifPresent(changed -> row("history", changed, page));
    wording.place().ifPresent(place -> code("place", place, page));
    page.close("dl");
    if (several) {
      hosts(group, page);
    }
    page.close("article");
  }

  /** What the filters ask for; a single finding has its anchor here. */
  private static String[] attributes(FindingGroup group, String id) {
    Finding finding = group.first();
    String verdict = VerdictMark.word(finding.verdict());
    List<String> attributes = new ArrayList<>(List.of("class", verdict, "data-verdict", verdict));
    attributes.addAll(List.of("data-severity", finding.severity().word()));
    attributes.addAll(List.of("data-kind", finding.subject().address().kind()));
    if (!group.isOfSeveral()) {
      attributes.addAll(List.of("data-host", finding.subject().address().host(), "id", id));
    }
    return attributes.toArray(String[]::new);
  }

  private static void heading(FindingGroup group, String id, HtmlWriter page) {
    Finding finding = group.first();
    FindingText wording = new FindingText(group);
    VerdictMark mark = VerdictMark.of(finding);
    page.open("h3").element("span", mark.mark() + " " + mark.words(), "class", "verdict").blank();
    page.element("span", finding.severity().word(), "class", "severity").blank();
    if (id.isEmpty()) {
      page.element("code", wording.about());
    } else {
      page.open("a", "href", "#" + id).element("code", wording.about()).close("a");
    }
    if (!wording.what().isEmpty()) {
      page.blank().element("code", wording.what());
    }
    page.close("h3");
  }

  /** Each finding by its id, which stays from run to run: a link to it can be sent. */
  private static void hosts(FindingGroup group, HtmlWriter page) {
    page.open("details").element("summary", group.hosts().size() + " hosts");
    page.open("ul", "class", "hosts");
    FindingText all = new FindingText(group);
    Optional<String> place = all.place(); // each of these looks at every host of the group
    boolean changed = all.changed().isPresent();
    for (Finding finding : group.findings()) {
      String id = FindingId.of(finding.subject());
      String host = finding.subject().address().host();
      page.open("li", "id", id).element("a", host, "href", "#" + id);
      ownWords(finding, place, changed).ifPresent(words -> page.text(" " + words));
      page.close("li");
    }
    page.close("ul").close("details");
  }

  /** Where the policy states it and who changed it, of one of several that differ in that. */
  private static Optional<String> ownWords(
      Finding finding, Optional<String> common, boolean changeIsTold) {
    FindingText own = new FindingText(finding);
    Optional<String> place = own.place().filter(words -> !common.equals(own.place()));
    Optional<String> changed = own.changed().filter(words -> !changeIsTold);
    return place.isPresent() && changed.isPresent()
        ? Optional.of(place.get() + ", " + changed.get())
        : place.or(() -> changed);
  }

  private static void row(String name, String text, HtmlWriter page) {
    if (!text.isEmpty()) {
      page.open("div").element("dt", name).element("dd", text).close("div");
    }
  }

  private static void code(String name, String value, HtmlWriter page) {
    if (!value.isEmpty()) {
      page.open("div").element("dt", name).open("dd").element("code", value);
      page.close("dd").close("div");
    }
  }
}
