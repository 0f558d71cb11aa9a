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
    for (ProbeAttempt trial : run.proof().trials()) {
      String heading =
          "### "
              + MarkdownText.FLOW.code(FindingText.address(trial.connector()))
              + " "
              + MarkdownText.FLOW.text(trial.endpoint().toString());
      List<String> columns = List.of("", "what", "expected", "evidence", "what to do", "place");
      comment.table(heading, MarkdownText.FLOW.text(trial.answered()), columns);
      trial.points().forEach(point -> row(point, comment));
    }
    run.proof()
        .trials()
        .forEach(
            trial ->
                list(
                    "### Not tried: "
                        + MarkdownText.FLOW.code(FindingText.address(trial.connector())),
                    trial.notes(),
                    comment));
    list("### What was done", run.deeds().lines(), comment);
    summary
        .next()
        .ifPresent(next -> comment.last("### What to do next", MarkdownText.FLOW.text(next)));
    out.write(comment.text());
    out.flush();
  }

  private static void list(String heading, List<String> lines, LimitedComment comment) {
    comment.section(heading, "");
    lines.forEach(line -> comment.item(MarkdownText.FLOW.text(line)));
  }

  private static void row(ProbeResult point, LimitedComment comment) {
    String verdict = "proved";
    String fix = "";
    String evidence = "";
    if (point.judgement() instanceof WireVerdict.Proved proved) {
      evidence = proved.evidence();
    } else if (point.judgement() instanceof WireVerdict.Refuted refuted) {
      verdict = "**refuted** (" + point.severity().word() + ")";
      evidence = refuted.evidence();
      fix = refuted.look();
    } else if (point.judgement() instanceof WireVerdict.Untold untold) {
      verdict = "could not be told";
      evidence = untold.why();
      fix = untold.fix();
    }
    comment.row(
        verdict,
        MarkdownText.CELL.text(point.topic()),
        MarkdownText.CELL.code(point.expected()),
        MarkdownText.CELL.text(evidence),
        MarkdownText.CELL.text(fix),
        MarkdownText.CELL.code(point.place().toString()));
  }
}
