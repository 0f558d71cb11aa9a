package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.relaycheck.proof.Judgement;
import org.relaycheck.proof.Point;
import org.relaycheck.proof.Trial;

/** A probe as a comment on a pull request: the headline, then a table a connector. */
final class ProbeMarkdown {

  private ProbeMarkdown() {}

  static void write(ProbeRun run, Writer out) throws IOException {
    ProbeSummary summary = ProbeSummary.of(run);
    Comment comment = new Comment();
    comment.paragraph("## Relay on the wire: " + run.outcome().word());
    comment.paragraph(Markdown.FLOW.text(summary.headline()));
    list("### What is wrong", run.proof().problems(), comment);
    for (Trial trial : run.proof().trials()) {
      String heading =
          "### "
              + Markdown.FLOW.code(Wording.address(trial.connector()))
              + " "
              + Markdown.FLOW.text(trial.endpoint().toString());
      List<String> columns = List.of("", "what", "expected", "evidence", "what to do", "place");
      comment.table(heading, Markdown.FLOW.text(trial.answered()), columns);
      trial.points().forEach(point -> row(point, comment));
    }
    run.proof()
        .trials()
        .forEach(
            trial ->
                list(
                    "### Not tried: " + Markdown.FLOW.code(Wording.address(trial.connector())),
                    trial.notes(),
                    comment));
    list("### What was done", run.deeds().lines(), comment);
    summary.next().ifPresent(next -> comment.last("### What to do next", Markdown.FLOW.text(next)));
    out.write(comment.text());
    out.flush();
  }

  private static void list(String heading, List<String> lines, Comment comment) {
    comment.section(heading, "");
    lines.forEach(line -> comment.item(Markdown.FLOW.text(line)));
  }

  private static void row(Point point, Comment comment) {
    String verdict = "proved";
    String fix = "";
    String evidence = "";
    if (point.judgement() instanceof Judgement.Proved proved) {
      evidence = proved.evidence();
    } else if (point.judgement() instanceof Judgement.Refuted refuted) {
      verdict = "**refuted** (" + point.severity().word() + ")";
      evidence = refuted.evidence();
      fix = refuted.look();
    } else if (point.judgement() instanceof Judgement.Untold untold) {
      verdict = "could not be told";
      evidence = untold.why();
      fix = untold.fix();
    }
    comment.row(
        verdict,
        Markdown.CELL.text(point.topic()),
        Markdown.CELL.code(point.expected()),
        Markdown.CELL.text(evidence),
        Markdown.CELL.text(fix),
        Markdown.CELL.code(point.place().toString()));
  }
}
