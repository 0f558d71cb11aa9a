package org.relaycheck.report.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.HostNames;
import org.relaycheck.report.RunSummary;
import org.relaycheck.report.text.MarkdownText;
import org.relaycheck.script.AllScripts;
import org.relaycheck.script.PlanAction;
import org.relaycheck.script.PlanLine;
import org.relaycheck.script.PlanNote;
import org.relaycheck.script.PlanRow;
import org.relaycheck.script.PlannedScript;
import org.relaycheck.script.RemediationPlan;

/** A plan as a page in Markdown, which lies beside the scripts. */
public final class PlanPage {

  /** Its name in the folder of a run. */
  public static final String FILE = "plan.md";

  private static final int MOST_HOSTS = 10;

  /** A longer set is told by what it gains and loses. */
  private static final int LONGEST = 80;

  private final RemediationPlan plan;
  private final List<FindingGroup> broken;
  private final StringBuilder text = new StringBuilder();

  private PlanPage(RemediationPlan plan, List<FindingGroup> broken) {
    this.plan = plan;
    this.broken = broken;
  }

  /**
   * The page.
   *
   * @param broken rules, which a person makes hold
   */
  public static String text(RemediationPlan plan, Collection<Finding> broken) {
    PlanPage page = new PlanPage(plan, FindingGroup.of(broken));
    page.head();
    page.rows();
    page.left();
    page.notes("Restarts and outages", PlanNote.Topic.OUTAGE);
    page.notes("What to know before", PlanNote.Topic.CAUTION);
    page.notes("What no rollback brings back", PlanNote.Topic.LASTING);
    page.commands();
    return page.text.toString().stripTrailing() + "\n";
  }

  private void head() {
    long hosts =
        Stream.concat(plan.rows().stream(), plan.left().stream())
            .flatMap(row -> row.hosts().stream())
            .distinct()
            .count();
    int rules = broken.stream().mapToInt(group -> group.findings().size()).sum();
    String totals =
        Stream.of(
                plan.totals(),
                hosts == 0 ? "" : hosts == 1 ? "on 1 host" : "on " + hosts + " hosts",
                rules == 0 ? "" : RunSummary.number(rules, "broken rule"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    text.append("# Plan\n\n**")
        .append(totals)
        .append(".** Nothing is changed until somebody runs the scripts of this folder.\n\n");
  }

  private void rows() {
    if (plan.rows().isEmpty()) {
      return;
    }
    text.append("## What the scripts do\n\n")
        .append("Each script does its rows from top to bottom, and only what still is as it was")
        .append(" read. What a row needs is given to the script by the person who runs it;")
        .append(" without it the row is left out.\n\n");
    table("Do", "Hosts", "Resource", "Setting", "Change", "Needs", "Policy", "Why");
    plan.rows().forEach(row -> cells(row, PlanAction.ADD));
    text.append('\n');
  }

  private void left() {
    if (plan.left().isEmpty() && broken.isEmpty()) {
      return;
    }
    text.append("## What only a person can do\n\n");
    rules();
    if (plan.left().isEmpty()) {
      return;
    }
    table("Do", "Hosts", "Resource", "Setting", "Change", "Policy", "Why");
    plan.left().forEach(row -> cells(row, PlanAction.BY_HAND));
    text.append('\n');
  }

  private void rules() {
    for (FindingGroup group : broken) {
      Finding one = group.first();
      text.append("- rule ")
          .append(MarkdownText.FLOW.code(one.subject().rule().orElse("")))
          .append(", ")
          .append(MarkdownText.FLOW.code(group.about()))
          .append(": ")
          .append(MarkdownText.FLOW.text(group.general(one.difference().observed().orElse(""))))
          .append(" → ")
          .append(MarkdownText.FLOW.text(group.general(one.difference().desired())))
          .append('\n');
    }
    text.append(broken.isEmpty() ? "" : "\n");
  }

  private void cells(PlanRow row, PlanAction table) {
    PlanLine line = row.line();
    MarkdownText cell = MarkdownText.CELL;
    Stream<String> first =
        Stream.of(
            line.action().mark() + " " + line.action().word(),
            hosts(row.hosts()),
            cell.code(row.name()),
            cell.code(line.setting()),
            cell.text(line.sides(LONGEST)));
    Stream<String> needs =
        table == PlanAction.BY_HAND ? Stream.of() : Stream.of(cell.code(line.needs()));
    Stream<String> last = Stream.of(cell.code(line.place()), cell.text(line.why()));
    text.append(
        Stream.of(first, needs, last)
            .flatMap(cells -> cells)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void table(String... columns) {
    text.append(Arrays.stream(columns).collect(Collectors.joining(" | ", "| ", " |\n")))
        .append("|")
        .append(" --- |".repeat(columns.length))
        .append('\n');
  }

  private void notes(String heading, PlanNote.Topic topic) {
    List<PlanNote> notes = plan.notes().stream().filter(one -> one.topic() == topic).toList();
    if (notes.isEmpty()) {
      return;
    }
    text.append("## ").append(heading).append("\n\n");
    for (PlanNote note : notes) {
      String about = note.about().isEmpty() ? "" : MarkdownText.FLOW.code(note.about()) + ", ";
      text.append("- ")
          .append(about)
          .append(hosts(note.hosts()))
          .append(": ")
          .append(MarkdownText.FLOW.text(note.text()))
          .append('\n');
    }
    text.append('\n');
  }

  private void commands() {
    if (plan.scripts().isEmpty()) {
      return;
    }
    text.append("## How to run the scripts\n\n");
    if (plan.scripts().stream().anyMatch(PlannedScript::together)) {
      text.append("In the Exchange Management Shell, in this folder, ")
          .append(MarkdownText.FLOW.code(".\\" + AllScripts.FILE + " -WhatIf"))
          .append(" prints the plan of each server with what would be left out now; without")
          .append(" -WhatIf and with the switches that the rows need it runs the scripts.")
          .append(" One by one:\n\n");
    }
    for (PlannedScript script : plan.scripts()) {
      text.append("- ").append(MarkdownText.FLOW.text(script.server())).append(": ");
      text.append(MarkdownText.FLOW.code(script.command())).append('\n');
    }
    text.append("\nEach has its rollback, of the same name, in `rollback`.\n");
  }

  private static String hosts(List<String> hosts) {
    return MarkdownText.CELL.text(HostNames.list(hosts, MOST_HOSTS));
  }
}
