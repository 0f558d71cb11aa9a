package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Outcome;
import org.relaycheck.drift.Verdict;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Severity;

/** A run as a comment on a pull request: the headline, what is unclear, then a table a resource. */
public final class MarkdownReport implements Report {

  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public void write(Run run, Writer out) throws IOException {
    Summary summary = Summary.of(run);
    Digest digest = Digest.of(run);
    Comment comment = new Comment();
    comment.paragraph("## Relay: " + run.outcome().word());
    comment.paragraph(Markdown.text(summary.counts() + "; " + summary.hosts()));
    nothing(run, comment);
    hosts(run, digest, comment);
    unclear(digest, comment);
    resources(digest, comment);
    inapplicable(digest, comment);
    summary.next().ifPresent(next -> comment.last("### What to do next", Markdown.text(next)));
    out.write(comment.text());
    out.flush();
  }

  private static void nothing(Run run, Comment comment) {
    if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      comment.paragraph(Markdown.text(NothingCompared.TEXT));
    }
    String heading = run.outcome() == Outcome.ERROR ? "### What is wrong" : "### Not looked at";
    comment.section(heading, "");
    run.drift().coverage().notes().forEach(note -> comment.item(Markdown.text(note)));
  }

  private static void hosts(Run run, Digest digest, Comment comment) {
    List<String> columns = List.of("host", "why", "what to do", "unclear for this");
    comment.table("### Hosts that were not read", "", columns);
    for (Digest.Silent silent : digest.unread()) {
      comment.row(
          Markdown.code(silent.host()),
          Markdown.text(silent.state().why()),
          Markdown.text(silent.state().fix()),
          Integer.toString(silent.unjudged()));
    }
    run.hosts()
        .forEach(
            (host, state) -> {
              if (state instanceof HostState.Skipped skipped) {
                String why = "not asked: " + Markdown.text(skipped.why());
                comment.row(Markdown.code(host), why, "", "");
              }
            });
  }

  private static void unclear(Digest digest, Comment comment) {
    List<String> columns =
        List.of("resource", "setting", "desired", "cause", "what to do", "place");
    comment.table("### Unclear", "", columns);
    for (Finding finding : digest.findings()) {
      if (finding.verdict() == Verdict.UNCLEAR) {
        Wording wording = new Wording(finding);
        comment.row(
            Markdown.code(Wording.address(finding.subject().address())),
            Markdown.code(wording.what()),
            Markdown.code(wording.desired()),
            text(wording.cause()),
            text(wording.fix()),
            code(wording.place()));
      }
    }
  }

  private static void resources(Digest digest, Comment comment) {
    Optional<Address> last = Optional.empty();
    for (Finding finding : digest.findings()) {
      if (finding.verdict() != Verdict.UNCLEAR) {
        Optional<Address> address = Optional.of(finding.subject().address());
        if (!address.equals(last)) {
          heading(finding, comment);
        }
        row(finding, comment);
        last = address;
      }
    }
  }

  private static void heading(Finding finding, Comment comment) {
    Address address = finding.subject().address();
    String heading = "### " + Markdown.code(Wording.address(address)) + " " + address.kind();
    List<String> columns = List.of("", "setting", "desired", "observed", "mend", "why", "place");
    comment.table(heading, text(new Wording(finding).changed()), columns);
  }

  private static void row(Finding finding, Comment comment) {
    Wording wording = new Wording(finding);
    comment.row(
        Sign.of(finding.verdict()).words() + severity(finding),
        Markdown.code(wording.what()),
        Markdown.code(wording.desired()),
        Markdown.code(wording.observed()),
        code(wording.mend()),
        text(wording.why().or(() -> finding.reasons().reason())),
        code(wording.place()));
  }

  private static String severity(Finding finding) {
    return finding.severity() == Severity.ERROR ? "" : " (" + finding.severity().word() + ")";
  }

  private static void inapplicable(Digest digest, Comment comment) {
    comment.section("### Not applicable", "");
    for (Digest.Inapplicable one : digest.inapplicable()) {
      String times = one.times() == 1 ? "" : ", " + one.times() + " times";
      comment.item(Markdown.code(one.setting()) + times + ": " + Markdown.text(one.reason()));
    }
  }

  private static String text(Optional<String> text) {
    return text.map(Markdown::text).orElse("");
  }

  private static String code(Optional<String> text) {
    return text.map(Markdown::code).orElse("");
  }
}
