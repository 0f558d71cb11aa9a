package org.relaycheck.goal.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.explain.cause.Causes;
import org.relaycheck.explain.cause.RankedCause;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.report.explain.DiagnosisPage;
import org.relaycheck.report.explain.ExplanationText;
import org.relaycheck.report.explain.LogDiagnosis;
import org.relaycheck.report.page.PageBlock;
import org.relaycheck.report.page.ReportPage;

/** Explains a setting, a symptom or a log, with what the user has at hand. */
public final class Explain {

  private static final String USAGE =
      """
      nothing was asked; say what to explain, such as
        mvn relay:explain "-Drelay.setting=TarpitInterval"
        mvn relay:explain "-Drelay.symptom=421 4.3.2 Service not active"
        mvn relay:explain "-Drelay.log=database-mail.log"
        mvn relay:explain "-Drelay.since=7d"\
      """;

  private final GoalPorts ports;
  private final Consumer<String> progress;

  /**
   * The use case.
   *
   * @param progress is told how a long log goes
   */
  public Explain(GoalPorts ports, Consumer<String> progress) {
    this.ports = ports;
    this.progress = progress;
  }

  /** What there is to say. */
  public ExplanationText run(GoalRequest request, ExplainQuestion puzzle)
      throws WrongQuestionException {
    if (puzzle.settings().isEmpty() && !puzzle.tells()) {
      throw new WrongQuestionException(USAGE);
    }
    ReportPage page = ReportPage.empty();
    if (!puzzle.settings().isEmpty()) {
      settings(request, puzzle.settings()).forEach(page::and);
    }
    if (!puzzle.tells()) {
      return new ExplanationText(page, Optional.empty());
    }
    LogDiagnosis diagnosis = diagnosis(request, puzzle);
    return new ExplanationText(
        page.and(new DiagnosisPage(diagnosis).page()), Optional.of(diagnosis));
  }

  private List<ReportPage> settings(GoalRequest request, List<String> names)
      throws WrongQuestionException {
    ExplainSources atHand = ExplainSources.of(request, ports, ExplainSources.Reach.RECORDS);
    SettingNames known =
        new SettingNames(new SettingKnowledge(atHand, new StatedSettings(atHand.policy())));
    List<ReportPage> pages = new ArrayList<>();
    for (String name : names) {
      pages.addAll(known.pages(name));
    }
    return pages;
  }

  private LogDiagnosis diagnosis(GoalRequest request, ExplainQuestion puzzle)
      throws WrongQuestionException {
    LogFindings told = new LogFindings();
    List<String> read = new ArrayList<>();
    MailLogs logs = new MailLogs(ports, request);
    List<String> nothing = new ArrayList<>();
    puzzle.symptom().ifPresent(text -> told.trouble(LogEntry.of("relay.symptom", text)));
    if (puzzle.log().isPresent()) {
      Path file = puzzle.log().get();
      int lines = new SavedLogFile(file).read(told, progress);
      read.add(file + ": " + lines + (lines == 1 ? " line" : " lines"));
      if (lines == 0) {
        nothing.add(file + " is empty");
      }
    }
    if (puzzle.since().isPresent()) {
      logs.since(puzzle.since().get(), told);
      logs.nothing().ifPresent(nothing::add);
    }
    ExplainSources atHand = ExplainSources.of(request, ports, ExplainSources.Reach.AS_CHECK);
    List<String> unseen = new ArrayList<>(logs.unseen());
    unseen.addAll(atHand.unseen());
    read.addAll(logs.read());
    read.addAll(atHand.read());
    List<RankedCause> suspects = Causes.of(told, atHand.world());
    return new LogDiagnosis(
        told,
        nothing,
        suspects,
        known(new StatedSettings(atHand.policy())),
        read,
        unseen,
        next(suspects, atHand));
  }

  private static Map<Property<?>, LogDiagnosis.Known> known(StatedSettings stated) {
    Map<Property<?>, List<String>> all = stated.all();
    Map<Property<?>, LogDiagnosis.Known> known = new HashMap<>();
    for (Catalogue catalogue : ResourceKinds.catalogues()) {
      for (Property<?> row : catalogue.rows()) {
        List<String> lines = all.getOrDefault(row, List.of());
        known.put(row, new LogDiagnosis.Known(catalogue.kind(), lines));
      }
    }
    return known;
  }

  private static List<PageBlock.Command> next(List<RankedCause> suspects, ExplainSources atHand) {
    if (suspects.isEmpty()) {
      return List.of();
    }
    if (atHand.world().hosts().isEmpty()) {
      return List.of(
          new PageBlock.Command(
              "mvn relay:export",
              "asks the servers that relay-connections.yaml names and writes a policy of what they"
                  + " have; explain then ranks the causes by it"));
    }
    if (atHand.policy().isEmpty()) {
      return List.of(
          new PageBlock.Command(
              "mvn relay:check", "compares the settings above with a policy that states them"));
    }
    return List.of(
        new PageBlock.Command(
            "mvn relay:check", "lists every setting that differs from the policy"),
        new PageBlock.Command("mvn relay:remediate", "writes the scripts that fix them"));
  }
}
