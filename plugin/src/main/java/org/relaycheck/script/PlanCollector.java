package org.relaycheck.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.compare.HostNames;
import org.relaycheck.compare.Subject;
import org.relaycheck.state.Address;

/** The plan of all hosts as it grows, host by host. */
final class PlanCollector {

  private final Map<List<String>, Same> rows = new LinkedHashMap<>();
  private final Map<List<String>, Same> left = new LinkedHashMap<>();
  private final Map<PlanNote, List<String>> notes = new LinkedHashMap<>();
  private final List<ByHand> byHand = new ArrayList<>();
  private final List<PlannedScript> scripts = new ArrayList<>();

  /** A line, and the hosts of which it is true. */
  private record Same(PlanLine line, String name, List<String> hosts) {

    PlanRow row() {
      String own = line.finding().subject().address().name();
      return new PlanRow(line, hosts.size() == 1 ? own : name, hosts);
    }
  }

  /** What a script does, in its order, and what to know of it. */
  void script(ScriptHost host, ScriptForm form, List<ScriptStep> steps, PlannedScript written) {
    scripts.add(written);
    Set<Subject> told = new HashSet<>();
    for (ScriptStep step : steps) {
      String about = HostNames.general(step.address().name(), host.server());
      step.plan(form).stream()
          .filter(line -> told.add(line.finding().subject()))
          .forEach(line -> add(rows, host, line));
      step.cautions().forEach(text -> note(PlanNote.Topic.CAUTION, about, text, host));
      step.lasting().forEach(text -> note(PlanNote.Topic.LASTING, about, text, host));
    }
  }

  /** What a kind's scripts stop, and for how long. */
  void outage(ScriptHost host, String text) {
    note(PlanNote.Topic.OUTAGE, "", text, host);
  }

  void left(ScriptHost host, List<ByHand> more) {
    byHand.addAll(more);
    more.forEach(one -> add(left, host, PlanLine.of(one)));
  }

  private void note(PlanNote.Topic topic, String about, String text, ScriptHost host) {
    notes
        .computeIfAbsent(new PlanNote(topic, about, text, List.of()), one -> new ArrayList<>())
        .add(host.key());
  }

  private static void add(Map<List<String>, Same> rows, ScriptHost host, PlanLine line) {
    Address address = line.finding().subject().address();
    String name = HostNames.general(address.name(), host.server());
    List<String> key =
        List.of(
            line.action().name(),
            address.kind(),
            Address.folded(name),
            line.setting(),
            line.finding().subject().baseline().orElse(""),
            line.from(),
            line.to(),
            line.needs(),
            line.why(),
            line.place());
    rows.computeIfAbsent(key, one -> new Same(line, name, new ArrayList<>()))
        .hosts()
        .add(host.key());
  }

  RemediationPlan plan() {
    byHand.sort(Comparator.comparing(one -> one.finding().subject()));
    List<PlanNote> told = new ArrayList<>();
    notes.forEach(
        (note, hosts) ->
            told.add(
                new PlanNote(
                    note.topic(), note.about(), note.text(), hosts.stream().distinct().toList())));
    return new RemediationPlan(
        rows.values().stream().map(Same::row).toList(),
        byHand,
        left.values().stream().map(Same::row).toList(),
        told,
        scripts);
  }
}
