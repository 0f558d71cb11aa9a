package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.report.json.FindingId;

class HtmlReportTest {

  private static final Pattern TAG = Pattern.compile("</?([a-z][a-z0-9]*)[ >]");

  @Test
  @Timeout(60) // a few seconds; minutes where each host is compared with every other
  void a_fleet_that_differs_alike_is_one_article_with_its_hosts_to_unfold() throws IOException {
    CheckRun run = Runs.fleet(10_000);

    String page = GoldenTest.text(new HtmlReport(), run);

    assertThat(page)
        .containsOnlyOnce("<dt>desired</dt><dd><code>220 {host}</code>")
        .doesNotContain("<code>EX00004\\")
        .contains("<summary>7499 hosts</summary>");
  }

  @Test
  void each_finding_that_is_told_has_an_anchor_and_a_link_to_it() throws IOException {
    CheckRun run = Runs.fleet(20);

    String page = GoldenTest.text(new HtmlReport(), run);

    FindingDigest.of(run).groups().stream()
        .flatMap(group -> group.findings().stream())
        .map(finding -> FindingId.of(finding.subject()))
        .forEach(id -> assertThat(page).containsOnlyOnce("id=\"" + id).contains("href=\"#" + id));
  }

  @Test
  void no_text_opens_an_element_or_ends_an_attribute() throws IOException {
    String harmless = GoldenTest.text(new HtmlReport(), Runs.everyVerdict());
    String hostile = GoldenTest.text(new HtmlReport(), Runs.nasty());

    assertThat(tags(hostile)).isSubsetOf(tags(harmless));
    assertThat(hostile).contains("&lt;b&gt;", "&amp;amp;", "&#39;q&#39; &quot;d&quot;");
  }

  @Test
  void nothing_is_fetched_and_only_this_style_and_script_are_obeyed() throws IOException {
    String page = GoldenTest.text(new HtmlReport(), Runs.everyVerdict());

    assertThat(page)
        .contains("default-src &#39;none&#39;", "style-src &#39;sha256-", "script-src &#39;sha256-")
        .doesNotContain("http:", "https:", " src=", "url(", "@import", " style=");
  }

  private static Set<String> tags(String page) {
    return TAG.matcher(page.substring(page.indexOf("<body")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }
}
