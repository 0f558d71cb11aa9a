package org.relaycheck.waivers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.connections.Connections;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.state.MaintenanceWindow;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.Waivers;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.PolicyException;
import org.relaycheck.yaml.TextFile;
import org.relaycheck.yaml.YamlReader;
import org.relaycheck.yaml.YamlTree;

/** Reads a file of waivers. */
public final class WaiversReader {

  /** No waiver may hold longer than so many days from the day on which it is read. */
  static final int MOST_DAYS = 365;

  /** No maintenance may last longer than so many days from the day on which it is read. */
  static final int MOST_DAYS_OF_MAINTENANCE = 14;

  private static final List<String> SECTIONS = List.of("waivers", "maintenance");
  private static final List<String> MAINTENANCE = List.of("hosts", "until", "reason", "owner");
  private static final List<String> WAIVER =
      List.of(
          "setting",
          "rule",
          "kind",
          "name",
          "hosts",
          "accepted",
          "reason",
          "owner",
          "until",
          "approvedBy",
          "reference");

  private final Map<String, KindTable> kinds = new LinkedHashMap<>();
  private final List<KnownRule> rules;
  private final LocalDate today;

  /**
   * A reader that knows these kinds and rules.
   *
   * @param today in UTC
   */
  public WaiversReader(List<Catalogue> catalogues, List<KnownRule> rules, LocalDate today) {
    catalogues.forEach(catalogue -> kinds.put(catalogue.kind(), new KindTable(catalogue)));
    this.rules = List.copyOf(rules);
    this.today = today;
  }

  /** Reads a file. Without connections every host that is named is taken as it is. */
  public Waivers read(Path file, Optional<Connections> connections) throws PolicyException {
    FileProblems problems = new FileProblems();
    String shown = file.toString();
    Optional<YamlTree.Mapping> root =
        new TextFile(problems)
            .read(shown, file)
            .flatMap(text -> new YamlReader(problems, "waivers:").read(shown, text));
    Waivers waivers =
        root.map(tree -> read(tree, new WaiverGrantReader(today, connections, problems), problems))
            .orElse(Waivers.none());
    problems.orThrow();
    return waivers;
  }

  private Waivers read(YamlTree.Mapping root, WaiverGrantReader grants, FileProblems problems) {
    new MappingFields(root, problems).only("the waivers", SECTIONS);
    List<Waiver> waivers = new ArrayList<>();
    for (MappingFields fields : items(root, "waivers", problems)) {
      fields.only("a waiver", WAIVER);
      for (MappingFields each : grants.apart(fields)) {
        waiver(each, grants, problems).ifPresent(waivers::add);
      }
    }
    List<MaintenanceWindow> maintenance = new ArrayList<>();
    for (MappingFields fields : items(root, "maintenance", problems)) {
      fields.only("a maintenance", MAINTENANCE);
      maintenance(fields, grants).ifPresent(maintenance::add);
    }
    return new Waivers(waivers, maintenance);
  }

  /** One mapping, or a list of them. */
  private static List<MappingFields> items(
      YamlTree.Mapping root, String key, FileProblems problems) {
    List<MappingFields> items = new ArrayList<>();
    Optional<YamlTree> section = root.get(key).filter(tree -> !tree.isEmpty());
    List<YamlTree> trees =
        section
            .map(tree -> tree instanceof YamlTree.Sequence list ? list.items() : List.of(tree))
            .orElse(List.of());
    for (YamlTree tree : trees) {
      if (tree instanceof YamlTree.Mapping mapping) {
        items.add(new MappingFields(mapping, problems));
      } else {
        new NodeShape(problems)
            .expected(tree, "'" + key + "'", "a list of mappings such as {hosts: EX01, ...}");
      }
    }
    return items;
  }

  private Optional<Waiver> waiver(
      MappingFields fields, WaiverGrantReader grants, FileProblems problems) {
    Optional<KindTable> kind = kind(fields, grants);
    boolean server = isOfServer(fields);
    Optional<String> name = server ? Optional.of("") : grants.required(fields, "name", "SQL Relay");
    List<String> hosts = grants.hosts(fields, server);
    Optional<Waiver.Grant> grant = grants.grant(fields, MOST_DAYS);
    AcceptedDriftReader reader = new AcceptedDriftReader(fields, kinds.values(), rules, problems);
    return kind.flatMap(reader::read)
        .flatMap(
            accepted ->
                name.flatMap(
                    own ->
                        grant.map(
                            given ->
                                new Waiver(
                                    new Waiver.Scope(kind.get().kind(), own, hosts),
                                    accepted,
                                    given,
                                    fields.place()))));
  }

  /** Whether a server is accepted that no connection names: then no resource of it is named. */
  private static boolean isOfServer(MappingFields fields) {
    return !fields.has("name")
        && !fields.has("setting")
        && !fields.has("rule")
        && fields
            .tree("accepted")
            .filter(tree -> tree instanceof YamlTree.Scalar word && word.text().equals("present"))
            .isPresent();
  }

  private Optional<KindTable> kind(MappingFields fields, WaiverGrantReader grants) {
    if (!fields.has("kind")) {
      grants.missing(fields, "kind", "kind: " + kinds.keySet().iterator().next());
    }
    return fields.word("kind", kinds);
  }

  private Optional<MaintenanceWindow> maintenance(MappingFields fields, WaiverGrantReader grants) {
    List<String> hosts = grants.hosts(fields, false);
    return grants
        .grant(fields, MOST_DAYS_OF_MAINTENANCE)
        .map(
            grant ->
                new MaintenanceWindow(
                    hosts, grant.until(), grant.reason(), grant.owner(), fields.place()));
  }
}
