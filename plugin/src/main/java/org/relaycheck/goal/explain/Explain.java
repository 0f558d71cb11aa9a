package org.relaycheck.engine;

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
import org.relaycheck.report.Block;
import org.relaycheck.report.Diagnosis;
import org.relaycheck.report.DiagnosisPage;
import org.relaycheck.report.Explanation;
import org.relaycheck.report.Page;

/** Explains a setting, a symptom or a log, with what the user has at hand. */
public final class Explain {

  private static final String USAGE =
      """
      nothing was asked; say what to explain, such as
        mvn relay:explain -Drelay.setting=TarpitInterval
        mvn relay:explain "-Drelay.symptom=421 4.3.2 Service not active"
        mvn relay:explain -Drelay.log=database-mail.log
        mvn relay:explain -Drelay.since=7d\
      """;

  private final Ports ports;
  private final Consumer<String> progress;

  /**
   * The use case.
   *
   * @param progress is told how a long log goes
   */
  public Explain(Ports ports, Consumer<String> progress) {
    this.ports = ports;
    this.progress = progress;
  }

  /** What there is to say. */
  public Explanation run(Request request, Puzzle puzzle) throws WrongQuestion {
    if (puzzle.settings().isEmpty() && !puzzle.tells()) {
      throw new WrongQuestion(USAGE);
    }
    Page page = Page.empty();
    if (!puzzle.settings().isEmpty()) {
      settings(request, puzzle.settings()).forEach(page::and);
    }
    if (!puzzle.tells()) {
      return new Explanation(page, Optional.empty());
    }
    Diagnosis diagnosis = diagnosis(request, puzzle);
    return new Explanation(page.and(new DiagnosisPage(diagnosis).page()), Optional.of(diagnosis));
  }

  private List<Page> settings(Request request, List<String> names) throws WrongQuestion {
    AtHand atHand = AtHand.of(request, ports, AtHand.Reach.RECORDS);
    SettingNames known = new SettingNames(new SettingFacts(atHand, new Stated(atHand.policy())));
    List<Page> pages = new ArrayList<>();
    for (String name : names) {
      pages.addAll(known.pages(name));
    }
    return pages;
  }

  private Diagnosis diagnosis(Request request, Puzzle puzzle) throws WrongQuestion {
    LogFindings told = new LogFindings();
    List<String> read = new ArrayList<>();
    MailLogs logs = new MailLogs(ports, request);
    List<String> nothing = new ArrayList<>();
    puzzle.symptom().ifPresent(text -> told.trouble(LogEntry.of("relay.symptom", text)));
    if (puzzle.log().isPresent()) {
      Path file = puzzle.log().get();
      int lines = new LogFile(file).read(told, progress);
      read.add(file + ": " + lines + (lines == 1 ? " line" : " lines"));
      if (lines == 0) {
        nothing.add(file + " is empty");
      }
    }
    if (puzzle.since().isPresent()) {
      logs.since(puzzle.since().get(), told);
      logs.nothing().ifPresent(nothing::add);
    }
    AtHand atHand = AtHand.of(request, ports, AtHand.Reach.AS_CHECK);
    List<String> unseen = new ArrayList<>(logs.unseen());
    unseen.addAll(atHand.unseen());
    read.addAll(logs.read());
    read.addAll(atHand.read());
    List<RankedCause> suspects = Causes.of(told, atHand.world());
    return new Diagnosis(
        told,
        nothing,
        suspects,
        known(new Stated(atHand.policy())),
        read,
        unseen,
        next(suspects, atHand));
  }

  private static Map<Property<?>, Diagnosis.Known> known(Stated stated) {
    Map<Property<?>, List<String>> all = stated.all();
    Map<Property<?>, Diagnosis.Known> known = new HashMap<>();
    for (Catalogue catalogue : ResourceTypes.catalogues()) {
      for (Property<?> row : catalogue.rows()) {
        List<String> lines = all.getOrDefault(row, List.of());
        known.put(row, new Diagnosis.Known(catalogue.kind(), lines));
      }
    }
    return known;
  }

  private static List<Block.Command> next(List<RankedCause> suspects, AtHand atHand) {
    if (suspects.isEmpty()) {
      return List.of();
    }
    if (atHand.world().hosts().isEmpty()) {
      return List.of(
          new Block.Command(
              "mvn relay:export",
              "asks the servers that relay-connections.yaml names and writes a policy of what they"
                  + " have; explain then ranks the causes by it"));
    }
    if (atHand.policy().isEmpty()) {
      return List.of(
          new Block.Command(
              "mvn relay:check", "compares the settings above with a policy that states them"));
    }
    return List.of(
        new Block.Command(
            "mvn relay:check", "tells every setting that is not as the policy wants it"),
        new Block.Command("mvn relay:remediate", "writes the scripts that mend them"));
  }
}
