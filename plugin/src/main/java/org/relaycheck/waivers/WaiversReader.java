package org.relaycheck.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.state.Maintenance;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.Waivers;

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
    Problems problems = new Problems();
    String shown = file.toString();
    Optional<Tree.Mapping> root =
        new TextFile(problems)
            .read(shown, file)
            .flatMap(text -> new YamlReader(problems, "waivers:").read(shown, text));
    Waivers waivers =
        root.map(tree -> read(tree, new GrantReader(today, connections, problems), problems))
            .orElse(Waivers.none());
    problems.orThrow();
    return waivers;
  }

  private Waivers read(Tree.Mapping root, GrantReader grants, Problems problems) {
    new Fields(root, problems).only("the waivers", SECTIONS);
    List<Waiver> waivers = new ArrayList<>();
    for (Fields fields : items(root, "waivers", problems)) {
      fields.only("a waiver", WAIVER);
      waiver(fields, grants, problems).ifPresent(waivers::add);
    }
    List<Maintenance> maintenance = new ArrayList<>();
    for (Fields fields : items(root, "maintenance", problems)) {
      fields.only("a maintenance", MAINTENANCE);
      maintenance(fields, grants).ifPresent(maintenance::add);
    }
    return new Waivers(waivers, maintenance);
  }

  /** One mapping, or a list of them. */
  private static List<Fields> items(Tree.Mapping root, String key, Problems problems) {
    List<Fields> items = new ArrayList<>();
    Optional<Tree> section = root.get(key).filter(tree -> !tree.isEmpty());
    List<Tree> trees =
        section
            .map(tree -> tree instanceof Tree.Sequence list ? list.items() : List.of(tree))
            .orElse(List.of());
    for (Tree tree : trees) {
      if (tree instanceof Tree.Mapping mapping) {
        items.add(new Fields(mapping, problems));
      } else {
        new Shape(problems)
            .expected(tree, "'" + key + "'", "a list of mappings such as {hosts: EX01, ...}");
      }
    }
    return items;
  }

  private Optional<Waiver> waiver(Fields fields, GrantReader grants, Problems problems) {
    Optional<KindTable> kind = kind(fields, grants);
    boolean server = isOfServer(fields);
    Optional<String> name = server ? Optional.of("") : grants.required(fields, "name", "SQL Relay");
    List<String> hosts = grants.hosts(fields, server);
    Optional<Waiver.Grant> grant = grants.grant(fields, MOST_DAYS);
    AcceptedReader reader = new AcceptedReader(fields, kinds.values(), rules, problems);
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
  private static boolean isOfServer(Fields fields) {
    return !fields.has("name")
        && !fields.has("setting")
        && !fields.has("rule")
        && fields
            .tree("accepted")
            .filter(tree -> tree instanceof Tree.Scalar word && word.text().equals("present"))
            .isPresent();
  }

  private Optional<KindTable> kind(Fields fields, GrantReader grants) {
    if (!fields.has("kind")) {
      grants.missing(fields, "kind", "kind: " + kinds.keySet().iterator().next());
    }
    return fields.word("kind", kinds);
  }

  private Optional<Maintenance> maintenance(Fields fields, GrantReader grants) {
    List<String> hosts = grants.hosts(fields, false);
    return grants
        .grant(fields, MOST_DAYS_OF_MAINTENANCE)
        .map(
            grant ->
                new Maintenance(
                    hosts, grant.until(), grant.reason(), grant.owner(), fields.place()));
  }
}
