package org.relaycheck.report.probe;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.relaycheck.probe.ProbeAttempt;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.report.FindingText;
import org.relaycheck.report.text.LimitedComment;
import org.relaycheck.report.text.MarkdownText;

/** A probe as a comment on a pull request: the headline, then a table a connector. */
final class ProbeMarkdown {

  private ProbeMarkdown() {}

  static void write(ProbeRun run, Writer out) throws IOException {
    ProbeSummary summary = ProbeSummary.of(run);
    LimitedComment comment = new LimitedComment();
    comment.paragraph("## Relay on the wire: " + run.outcome().word());
    comment.paragraph(MarkdownText.FLOW.text(summary.headline()));
    list("### What is wrong", run.proof().problems(), comment);
    for (ProbeAttempt attempt : run.proof().attempts()) {
      String heading =
          "### "
              + MarkdownText.FLOW.code(FindingText.address(attempt.connector()))
              + " "
              + MarkdownText.FLOW.text(attempt.endpoint().toString());
      List<String> columns = List.of("", "what", "expected", "evidence", "what to do", "place");
      comment.table(heading, MarkdownText.FLOW.text(attempt.answered()), columns);
      attempt.results().forEach(result -> row(result, comment));
    }
    run.proof()
        .attempts()
        .forEach(
            attempt ->
                list(
                    "### Not tried: "
                        + MarkdownText.FLOW.code(FindingText.address(attempt.connector())),
                    attempt.notes(),
                    comment));
    list("### What was done", run.actions().lines(), comment);
    summary.next().write(comment);
    out.write(comment.text());
    out.flush();
  }

  private static void list(String heading, List<String> lines, LimitedComment comment) {
    comment.section(heading, "");
    lines.forEach(line -> comment.item(MarkdownText.FLOW.text(line)));
  }

  private static void row(ProbeResult result, LimitedComment comment) {
    String verdict = "proved";
    String fix = "";
    String evidence = "";
    if (result.judgement() instanceof WireVerdict.Proved proved) {
      evidence = proved.evidence();
    } else if (result.judgement() instanceof WireVerdict.Refuted refuted) {
      verdict = "**refuted** (" + result.severity().word() + ")";
      evidence = refuted.evidence();
      fix = refuted.look();
    } else if (result.judgement() instanceof WireVerdict.Inconclusive inconclusive) {
      verdict = "inconclusive";
      evidence = inconclusive.why();
      fix = inconclusive.fix();
    }
    comment.row(
        verdict,
        MarkdownText.CELL.text(result.topic()),
        MarkdownText.CELL.code(result.expected()),
        MarkdownText.CELL.text(evidence),
        MarkdownText.CELL.text(fix),
        MarkdownText.CELL.code(result.place().toString()));
  }
}
