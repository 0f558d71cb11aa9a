package org.relaycheck.report.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.explain.cause.Likelihood;
import org.relaycheck.explain.cause.PlaceToLook;
import org.relaycheck.explain.cause.RankedCause;
import org.relaycheck.explain.log.AttemptGroup;
import org.relaycheck.explain.log.EntryTally;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.sign.LogSign;
import org.relaycheck.report.page.ReportPage;

/** Tells a diagnosis: what the log says, what may be behind it, and what is not known. */
public final class DiagnosisPage {

  private static final int LONGEST = 200;
  private static final int MOST_DAYS = 60;
  private static final int MOST_STATED = 3;
  private static final int MOST_SEEN = 6;

  private static final LogDiagnosis.Known NOTHING = new LogDiagnosis.Known("", List.of());

  private final LogDiagnosis diagnosis;
  private final ReportPage page = new ReportPage();

  public DiagnosisPage(LogDiagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  /** The page. */
  public ReportPage page() {
    page.heading(1, "What the log says");
    diagnosis.nothing().forEach(why -> page.paragraph("No log was read: " + why + "."));
    signs(true);
    signs(false);
    answered();
    if (diagnosis.told().signs().isEmpty() && diagnosis.nothing().isEmpty()) {
      page.paragraph(
          "Nothing in it is among the texts that are known. Known are errors as the mail log has"
              + " them, such as 'The operation has timed out', replies such as '421 4.3.2', SMTP"
              + " transcripts and protocol logs, and events of Exchange.");
    }
    days();
    suspects();
    briefly("What was read speaks against these", Likelihood.UNLIKELY);
    briefly("What cannot be the cause", Likelihood.EXCLUDED);
    unknown();
    items("What was read", diagnosis.read());
    items("What could not be seen", diagnosis.unseen());
    if (!diagnosis.next().isEmpty()) {
      page.heading(2, "What to do next");
      diagnosis.next().forEach(page::command);
    }
    return page;
  }

  /** What is said most often comes first. */
  private void signs(boolean trouble) {
    diagnosis.told().signs().entrySet().stream()
        .filter(one -> one.getKey().trouble() == trouble)
        .sorted(Comparator.comparing(one -> -one.getValue().count()))
        .forEach(one -> sign(one.getKey(), one.getValue()));
  }

  private void sign(LogSign sign, EntryTally tally) {
    page.item(tally.count() + "x", sign.title() + " [" + sign.id() + "] " + places(tally.first()));
  }

  /** A log that shows which connector answered is proof. */
  private void answered() {
    List<String> connectors = List.copyOf(diagnosis.told().connectors());
    if (!connectors.isEmpty()) {
      page.item("answered by", String.join(", ", connectors));
    }
    long later = diagnosis.told().deliveredLater();
    if (later > 0) {
      page.item(
          "delivered later",
          later + " of the failed attempts: a later attempt delivered that mail");
    }
  }

  private void items(String heading, List<String> items) {
    if (!items.isEmpty()) {
      page.heading(2, heading);
      items.forEach(item -> page.item("", item));
    }
  }

  private void days() {
    Map<AttemptGroup, EntryTally> days = diagnosis.told().days();
    if (days.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    days.forEach(
        (attempt, tally) ->
            rows.add(
                List.of(
                    attempt.day(),
                    attempt.account(),
                    attempt.sign(),
                    String.valueOf(tally.count()),
                    attempt.delivered() ? "delivered later" : "")));
    page.heading(2, "Attempts by day and account");
    int from = Math.max(0, rows.size() - MOST_DAYS);
    if (from > 0) {
      page.paragraph("The last " + MOST_DAYS + " of " + rows.size() + " lines:");
    }
    List<String> columns = List.of("day", "account", "what was said", "attempts", "in the end");
    page.table(columns, rows.subList(from, rows.size()));
  }

  /** In full what fits, or, where nothing does, all that is possible. */
  private void suspects() {
    List<RankedCause> fitting = of(Likelihood.FITS);
    List<RankedCause> possible = new ArrayList<>(of(Likelihood.LIKELY));
    possible.addAll(of(Likelihood.POSSIBLE));
    List<RankedCause> told = fitting.isEmpty() ? possible : fitting;
    if (!told.isEmpty()) {
      page.heading(2, "Causes, the likeliest first");
    }
    for (int i = 0; i < told.size(); i++) {
      suspect(i + 1, told.get(i));
    }
    if (!fitting.isEmpty() && !possible.isEmpty()) {
      page.heading(2, "Also possible");
      possible.forEach(suspect -> page.item(suspect.cause().told().title(), inShort(suspect)));
    }
  }

  private List<RankedCause> of(Likelihood weight) {
    return diagnosis.suspects().stream()
        .filter(suspect -> suspect.judgement().weight() == weight)
        .toList();
  }

  private String inShort(RankedCause suspect) {
    List<String> looks =
        suspect.cause().looks().stream()
            .map(look -> look.setting().map(this::name).orElse(look.advice()))
            .toList();
    String seen = seen(suspect);
    return (seen.isEmpty() ? "" : seen + "; ") + "look at " + String.join("; ", looks);
  }

  private String name(Property<?> setting) {
    LogDiagnosis.Known known = diagnosis.settings().getOrDefault(setting, NOTHING);
    return known.kind() + " " + setting.name() + policy(known);
  }

  private void suspect(int number, RankedCause suspect) {
    String weight = " (" + suspect.judgement().weight().title() + ")";
    page.heading(3, number + ". " + suspect.cause().told().title() + weight);
    page.paragraph(suspect.cause().told().why());
    List<String> seen = suspect.judgement().seen();
    seen.stream().limit(MOST_SEEN).forEach(one -> page.item("seen", one));
    if (seen.size() > MOST_SEEN) {
      page.item("seen", "and " + (seen.size() - MOST_SEEN) + " more");
    }
    page.item("evidence", evidence(suspect));
    suspect.cause().looks().forEach(this::look);
    page.item("source", suspect.cause().source());
  }

  private static String evidence(RankedCause suspect) {
    List<LogEntry> first = suspect.evidence();
    long more = suspect.count() - first.size();
    return places(first)
        + (more > 0 ? " and " + more + " more" : "")
        + ": \""
        + cut(suspect.quote())
        + "\"";
  }

  private void look(PlaceToLook look) {
    Property<?> setting = look.setting().orElse(null);
    if (setting == null) {
      page.item("look at", look.advice());
      return;
    }
    LogDiagnosis.Known known = diagnosis.settings().getOrDefault(setting, NOTHING);
    page.item(
        "look at", known.kind() + " " + setting.name() + ": " + look.advice() + policy(known));
  }

  private static String policy(LogDiagnosis.Known known) {
    List<String> stated = known.stated();
    return stated.isEmpty()
        ? ""
        : stated.stream()
                .limit(MOST_STATED)
                .collect(Collectors.joining("; ", " - your policy: ", ""))
            + (stated.size() > MOST_STATED ? "; …" : "");
  }

  private void briefly(String heading, Likelihood weight) {
    List<RankedCause> some = of(weight);
    if (!some.isEmpty()) {
      page.heading(2, heading);
      some.forEach(suspect -> page.item(suspect.cause().told().title(), seen(suspect)));
    }
  }

  private static String seen(RankedCause suspect) {
    List<String> seen = suspect.judgement().seen();
    return seen.stream().limit(MOST_SEEN).collect(Collectors.joining("; "))
        + (seen.size() > MOST_SEEN ? "; …" : "");
  }

  private void unknown() {
    Map<String, EntryTally> unknown = diagnosis.told().unknown();
    if (unknown.isEmpty()) {
      return;
    }
    page.heading(2, "What is not known");
    page.paragraph(
        (unknown.size() == 1 ? "1 text reads" : unknown.size() + " texts read")
            + " like a failure and "
            + (unknown.size() == 1 ? "is" : "are")
            + " not among those that are known, so no cause is named for it."
            + " Collect the whole text with its numbered blocks, the protocol log of the receive"
            + " connector (ProtocolLoggingLevel Verbose) and the Application log of the server, all"
            + " of the same minute.");
    unknown.values().forEach(tally -> page.item(places(tally.first()), whole(tally)));
    if (diagnosis.told().unlisted() > 0) {
      page.paragraph("And " + diagnosis.told().unlisted() + " more texts that are not known.");
    }
  }

  private static String whole(EntryTally tally) {
    String text = tally.first().get(0).text();
    return tally.count() == 1 ? text : tally.count() + "x " + text;
  }

  /** Places of one file as {@code mail.log:3, 9}. */
  private static String places(List<LogEntry> entries) {
    StringBuilder places = new StringBuilder();
    String last = "";
    for (LogEntry entry : entries) {
      int colon = entry.where().lastIndexOf(':');
      String file = entry.where().substring(0, colon + 1);
      boolean same = colon > 0 && file.equals(last);
      places.append(places.isEmpty() ? "" : ", ");
      places.append(same ? entry.where().substring(colon + 1) : entry.where());
      last = file;
    }
    return places.toString();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
