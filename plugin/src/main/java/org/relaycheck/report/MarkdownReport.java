package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.HostNames;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.LimitedComment;
import org.relaycheck.report.text.MarkdownText;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Severity;

/** A run as a comment on a pull request: the headline, what is unclear, then a table a resource. */
public final class MarkdownReport implements ReportFormat {

  /** More names than anybody unfolds; a comment has room for some lists of them. */
  private static final int MOST_HOSTS = 200;

  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    RunSummary summary = RunSummary.of(run);
    FindingDigest digest = FindingDigest.of(run);
    LimitedComment comment = new LimitedComment();
    comment.paragraph("## Relay: " + summary.outcome());
    comment.paragraph(MarkdownText.FLOW.text(summary.counts() + "; " + summary.hosts()));
    if (run.outcome() == Outcome.ERROR) {
      notes("### What is wrong", run.drift().coverage().notes(), comment);
    } else if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      comment.paragraph(MarkdownText.FLOW.text(NothingCompared.TEXT));
    }
    run.change().ifPresent(change -> new ChangeText(change).write(comment));
    run.history().ifPresent(runs -> HistoryText.of(run, runs).write(comment));
    hosts(run, digest, comment);
    unclear(digest, comment);
    resources(digest, comment);
    inapplicable(digest, comment);
    if (run.outcome() != Outcome.ERROR) {
      notes("### Not looked at", run.drift().coverage().notes(), comment);
    }
    UnmentionedHosts.text(run.drift().coverage())
        .ifPresent(text -> notes("### Not in the policy", List.of(text), comment));
    notes("### Waivers", run.drift().waivers(), comment);
    summary.next().write(comment);
    out.write(comment.text());
    out.flush();
  }

  private static void notes(String heading, List<String> notes, LimitedComment comment) {
    comment.section(heading, "");
    notes.forEach(note -> comment.item(MarkdownText.FLOW.text(note)));
  }

  private static void hosts(CheckRun run, FindingDigest digest, LimitedComment comment) {
    List<String> columns = List.of("host", "why", "what to do", "unclear for this");
    comment.table("### Hosts that were not read", "", columns);
    for (FindingDigest.Silent silent : digest.unread()) {
      comment.row(
          MarkdownText.CELL.code(HostNames.list(silent.hosts())),
          MarkdownText.CELL.text(silent.why()),
          MarkdownText.CELL.text(silent.fix()),
          Integer.toString(silent.unjudged()));
    }
    run.hosts()
        .forEach(
            (host, state) -> {
              if (state instanceof HostState.Skipped skipped) {
                String why = "not asked: " + MarkdownText.CELL.text(skipped.why());
                comment.row(MarkdownText.CELL.code(host), why, "", "");
              }
            });
  }

  private static void unclear(FindingDigest digest, LimitedComment comment) {
    List<String> columns =
        List.of("resource", "setting", "desired", "cause", "what to do", "place");
    comment.table("### Unclear", "", columns);
    for (FindingGroup group : digest.groups()) {
      if (isUnclear(group)) {
        FindingText wording = new FindingText(group);
        comment.row(
            MarkdownText.CELL.code(wording.about()),
            MarkdownText.CELL.code(wording.what()),
            MarkdownText.CELL.code(wording.desired()),
            text(wording.cause()),
            text(wording.fix()),
            code(wording.place()));
      }
    }
  }

  private static boolean isUnclear(FindingGroup group) {
    return group.first().verdict() == Verdict.UNCLEAR;
  }

  /** A table for each resource, and for each that several hosts have. */
  private static void resources(FindingDigest digest, LimitedComment comment) {
    Map<List<Object>, List<FindingGroup>> tables = new LinkedHashMap<>();
    for (FindingGroup group : digest.groups()) {
      if (!isUnclear(group)) {
        String kind = group.first().subject().address().kind();
        tables
            .computeIfAbsent(
                List.of(kind, new FindingText(group).about(), group.hosts()),
                one -> new ArrayList<>())
            .add(group);
      }
    }
    tables.values().forEach(table -> table(table, comment));
  }

  private static void table(List<FindingGroup> table, LimitedComment comment) {
    FindingGroup one = table.get(0);
    FindingText wording = new FindingText(one);
    String kind = one.first().subject().address().kind();
    String heading = "### " + MarkdownText.FLOW.code(wording.about()) + " " + kind;
    List<String> columns = List.of("", "setting", "desired", "observed", "fix", "why", "place");
    String changed = wording.changed().map(MarkdownText.FLOW::text).orElse("");
    comment.table(heading, changed, columns);
    table.forEach(group -> row(group, comment));
    if (one.hosts().size() > HostNames.MOST) {
      List<String> hosts = one.hosts();
      String names =
          hosts.stream()
              .limit(MOST_HOSTS)
              .map(MarkdownText.FLOW::code)
              .collect(Collectors.joining(", "));
      int more = hosts.size() - MOST_HOSTS;
      comment.details(
          hosts.size() + " hosts",
          names + (more > 0 ? " and " + more + " more, all of them in report.json" : ""));
    }
  }

  private static void row(FindingGroup group, LimitedComment comment) {
    Finding finding = group.first();
    FindingText wording = new FindingText(group);
    comment.row(
        VerdictMark.of(finding).words() + severity(finding),
        MarkdownText.CELL.code(wording.what()),
        MarkdownText.CELL.code(wording.desired()),
        MarkdownText.CELL.code(wording.observed()),
        wording
            .change()
            .map(MarkdownText.CELL::code)
            .or(() -> wording.fix().map(MarkdownText.CELL::text))
            .orElse(""),
        text(remark(finding, wording)),
        code(wording.place()));
  }

  /** Of what is waived also why it was asked for, where the id of an auditor's rule stands. */
  private static Optional<String> remark(Finding finding, FindingText wording) {
    Optional<String> why = wording.why();
    return wording
        .waiver()
        .map(waiver -> why.map(asked -> asked + "; " + waiver).orElse(waiver))
        .or(() -> why)
        .or(() -> reason(finding, wording));
  }

  /** Of a broken rule also how it stands to what the policy would fix; else a cause will do. */
  private static Optional<String> reason(Finding finding, FindingText wording) {
    Optional<String> reason = finding.reasons().reason();
    return finding.verdict() == Verdict.BROKEN
        ? wording.cause().map(cause -> cause + ". " + reason.orElse("")).or(() -> reason)
        : reason.or(wording::cause);
  }

  private static String severity(Finding finding) {
    return finding.severity() == Severity.ERROR ? "" : " (" + finding.severity().word() + ")";
  }

  private static void inapplicable(FindingDigest digest, LimitedComment comment) {
    comment.section("### Not applicable", "");
    for (FindingDigest.Inapplicable one : digest.inapplicable()) {
      String times = one.times() == 1 ? "" : ", " + one.times() + " times";
      comment.item(
          MarkdownText.FLOW.code(one.setting())
              + times
              + ": "
              + MarkdownText.FLOW.text(one.reason()));
    }
  }

  private static String text(Optional<String> text) {
    return text.map(MarkdownText.CELL::text).orElse("");
  }

  private static String code(Optional<String> text) {
    return text.map(MarkdownText.CELL::code).orElse("");
  }
}
