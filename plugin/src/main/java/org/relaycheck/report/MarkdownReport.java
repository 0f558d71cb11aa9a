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
    comment.paragraph(Markdown.FLOW.text(summary.counts() + "; " + summary.hosts()));
    if (run.outcome() == Outcome.ERROR) {
      notes("### What is wrong", run.drift().coverage().notes(), comment);
    } else if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      comment.paragraph(Markdown.FLOW.text(NothingCompared.TEXT));
    }
    hosts(run, digest, comment);
    unclear(digest, comment);
    resources(digest, comment);
    inapplicable(digest, comment);
    if (run.outcome() != Outcome.ERROR) {
      notes("### Not looked at", run.drift().coverage().notes(), comment);
    }
    Unmentioned.text(run.drift().coverage())
        .ifPresent(text -> notes("### Not in the policy", List.of(text), comment));
    notes("### Waivers", run.drift().waivers(), comment);
    summary.next().ifPresent(next -> comment.last("### What to do next", Markdown.FLOW.text(next)));
    out.write(comment.text());
    out.flush();
  }

  private static void notes(String heading, List<String> notes, Comment comment) {
    comment.section(heading, "");
    notes.forEach(note -> comment.item(Markdown.FLOW.text(note)));
  }

  private static void hosts(Run run, Digest digest, Comment comment) {
    List<String> columns = List.of("host", "why", "what to do", "unclear for this");
    comment.table("### Hosts that were not read", "", columns);
    for (Digest.Silent silent : digest.unread()) {
      comment.row(
          Markdown.CELL.code(silent.host()),
          Markdown.CELL.text(silent.state().why()),
          Markdown.CELL.text(silent.state().fix()),
          Integer.toString(silent.unjudged()));
    }
    run.hosts()
        .forEach(
            (host, state) -> {
              if (state instanceof HostState.Skipped skipped) {
                String why = "not asked: " + Markdown.CELL.text(skipped.why());
                comment.row(Markdown.CELL.code(host), why, "", "");
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
            Markdown.CELL.code(Wording.address(finding.subject().address())),
            Markdown.CELL.code(wording.what()),
            Markdown.CELL.code(wording.desired()),
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
    String heading = "### " + Markdown.FLOW.code(Wording.address(address)) + " " + address.kind();
    List<String> columns = List.of("", "setting", "desired", "observed", "mend", "why", "place");
    comment.table(heading, changed(finding), columns);
  }

  private static String changed(Finding finding) {
    return new Wording(finding).changed().map(Markdown.FLOW::text).orElse("");
  }

  private static void row(Finding finding, Comment comment) {
    Wording wording = new Wording(finding);
    comment.row(
        Sign.of(finding.verdict()).words() + severity(finding),
        Markdown.CELL.code(wording.what()),
        Markdown.CELL.code(wording.desired()),
        Markdown.CELL.code(wording.observed()),
        code(wording.mend()),
        text(wording.waiver().or(wording::why).or(() -> reason(finding))),
        code(wording.place()));
  }

  /** Of a broken rule also how it stands to what the policy would mend; else a cause will do. */
  private static Optional<String> reason(Finding finding) {
    Optional<String> reason = finding.reasons().reason();
    return finding.verdict() == Verdict.BROKEN
        ? finding.reasons().cause().map(cause -> cause + ". " + reason.orElse("")).or(() -> reason)
        : reason.or(finding.reasons()::cause);
  }

  private static String severity(Finding finding) {
    return finding.severity() == Severity.ERROR ? "" : " (" + finding.severity().word() + ")";
  }

  private static void inapplicable(Digest digest, Comment comment) {
    comment.section("### Not applicable", "");
    for (Digest.Inapplicable one : digest.inapplicable()) {
      String times = one.times() == 1 ? "" : ", " + one.times() + " times";
      comment.item(
          Markdown.FLOW.code(one.setting()) + times + ": " + Markdown.FLOW.text(one.reason()));
    }
  }

  private static String text(Optional<String> text) {
    return text.map(Markdown.CELL::text).orElse("");
  }

  private static String code(Optional<String> text) {
    return text.map(Markdown.CELL::code).orElse("");
  }
}
