package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.html.FlowDrawing;
import org.relaycheck.report.html.HtmlWriter;
import org.relaycheck.report.html.PageAsset;
import org.relaycheck.state.HostState;

/**
 * A run as a page in one file, which fetches nothing: the outcome and what was read, what to do
 * next, then each finding.
 *
 * <p>Its texts can be read without its style, as on a Jenkins that forbids both style and script of
 * what a build made.
 */
public final class HtmlReport implements ReportFormat {

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    RunSummary summary = RunSummary.of(run);
    FindingDigest digest = FindingDigest.of(run);
    HtmlWriter page = new HtmlWriter();
    head(run, page);
    page.open("body");
    outcome(run, summary, page);
    page.open("main");
    unread(run, digest, page);
    run.change().ifPresent(change -> new ChangeText(change).write(page));
    new FindingArticles(digest.groups()).write(page);
    FlowDrawing.write(run.flow(), page);
    inapplicable(digest, page);
    notes("Waivers", run.drift().waivers(), page);
    read(run, page);
    page.close("main");
    page.element(
        "footer", "relay-maven-plugin " + run.stamp().tool() + ", " + run.stamp().written());
    page.asset("script", PageAsset.script());
    page.close("body").close("html");
    out.write(page.html());
    out.flush();
  }

  private static void head(CheckRun run, HtmlWriter page) {
    PageAsset style = PageAsset.style();
    page.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
    String allowed =
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
            + style.source()
            + "; script-src "
            + PageAsset.script().source();
    page.open("meta", "http-equiv", "Content-Security-Policy", "content", allowed);
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", "Relay: " + run.outcome().word());
    page.asset("style", style).close("head");
  }

  /** What it came to, of what, and what now. */
  private static void outcome(CheckRun run, RunSummary summary, HtmlWriter page) {
    page.open("header", "class", run.outcome().word());
    page.element("h1", "Relay: " + run.outcome().word());
    page.element("p", summary.counts() + "; " + summary.hosts());
    if (run.outcome() == Outcome.ERROR) {
      notes("What is wrong", run.drift().coverage().notes(), page);
    } else if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      page.element("p", NothingCompared.TEXT);
    }
    summary.next().write(page);
    page.close("header");
  }

  private static void notes(String heading, List<String> notes, HtmlWriter page) {
    if (!notes.isEmpty()) {
      page.open("section").element("h2", heading).open("ul");
      notes.forEach(note -> page.element("li", note));
      page.close("ul").close("section");
    }
  }

  private static void unread(CheckRun run, FindingDigest digest, HtmlWriter page) {
    Map<String, HostState> hosts = run.hosts();
    List<String> notes =
        run.outcome() == Outcome.ERROR ? List.of() : run.drift().coverage().notes();
    Optional<String> unmentioned = UnmentionedHosts.text(run.drift().coverage());
    boolean skipped = hosts.values().stream().anyMatch(HostState.Skipped.class::isInstance);
    if (digest.unread().isEmpty() && notes.isEmpty() && unmentioned.isEmpty() && !skipped) {
      return;
    }
    page.open("section").element("h2", "Not read, not checked").open("ul");
    digest.unread().forEach(silent -> unread(silent, page));
    hosts.forEach(
        (host, state) -> {
          if (state instanceof HostState.Skipped why) {
            page.open("li").element("code", host).text(" not asked: " + why.why()).close("li");
          }
        });
    notes.forEach(note -> page.element("li", note));
    unmentioned.ifPresent(text -> page.element("li", text));
    page.close("ul").close("section");
  }

  private static void unread(FindingDigest.Silent silent, HtmlWriter page) {
    page.open("li", "class", "unclear");
    new HostNamesFold(silent.hosts()).write(page);
    String unclear = RunSummary.number(silent.unjudged(), "finding") + " unclear for this";
    page.element("p", silent.why() + "; " + unclear).element("p", "What to do: " + silent.fix());
    page.close("li");
  }

  private static void inapplicable(FindingDigest digest, HtmlWriter page) {
    if (digest.inapplicable().isEmpty()) {
      return;
    }
    page.open("section").element("h2", "Not applicable").open("ul");
    for (FindingDigest.Inapplicable one : digest.inapplicable()) {
      String times = one.times() == 1 ? "" : ", " + one.times() + " times";
      page.open("li").element("code", one.setting()).text(times + ": " + one.reason()).close("li");
    }
    page.close("ul").close("section");
  }

  private static void read(CheckRun run, HtmlWriter page) {
    List<String> read =
        run.hosts().entrySet().stream()
            .flatMap(
                host ->
                    host.getValue() instanceof HostState.Read answer
                        ? List.of(host.getKey() + age(answer)).stream()
                        : List.<String>of().stream())
            .toList();
    if (!read.isEmpty()) {
      page.open("section").element("h2", "Read").open("details");
      page.element("summary", RunSummary.number(read.size(), "host")).open("ul");
      read.forEach(host -> page.element("li", host));
      page.close("ul").close("details").close("section");
    }
  }

  private static String age(HostState.Read answer) {
    return answer.at().map(time -> " as of " + time).orElse(" (does not say when)");
  }
}
