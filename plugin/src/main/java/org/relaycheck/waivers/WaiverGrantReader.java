package org.relaycheck.waivers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.connections.Connections;
import org.relaycheck.live.HostConnection;
import org.relaycheck.policy.read.HostName;
import org.relaycheck.state.Address;
import org.relaycheck.state.Waiver;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** Reads who accepts something, where, and until when. */
final class WaiverGrantReader {

  private static final String UNTIL = "until";

  private final LocalDate today;
  private final Optional<Connections> connections;
  private final FileProblems problems;

  WaiverGrantReader(LocalDate today, Optional<Connections> connections, FileProblems problems) {
    this.today = today;
    this.connections = connections;
    this.problems = problems;
  }

  /** The grant; empty if there is a problem. */
  Optional<Waiver.Grant> grant(MappingFields fields, int mostDays) {
    Optional<String> reason = required(fields, "reason", "the sender is replaced in May");
    Optional<String> owner = required(fields, "owner", "mail team");
    Optional<LocalDate> until = until(fields, mostDays);
    Optional<String> approvedBy = fields.text("approvedBy", "A. Approver");
    Optional<String> reference = fields.text("reference", "CHG-1234");
    return reason.flatMap(
        why ->
            owner.flatMap(
                who -> until.map(day -> new Waiver.Grant(why, who, day, approvedBy, reference))));
  }

  Optional<String> required(MappingFields fields, String key, String example) {
    if (!fields.has(key)) {
      missing(fields, key, key + ": " + example);
    }
    return fields.text(key, example);
  }

  void missing(MappingFields fields, String key, String example) {
    problems.add(fields.place(), "'" + key + "' is missing; add it, such as '" + example + "'");
  }

  private Optional<LocalDate> until(MappingFields fields, int mostDays) {
    if (!fields.has(UNTIL)) {
      missing(fields, UNTIL, UNTIL + ": " + today.plusDays(Math.min(mostDays, 90)));
    }
    return fields
        .scalar(UNTIL, today.toString())
        .flatMap(stated -> day(stated))
        .filter(day -> isNear(fields, day, today.plusDays(mostDays), mostDays));
  }

  private Optional<LocalDate> day(YamlTree.Scalar stated) {
    try {
      return Optional.of(LocalDate.parse(stated.text()));
    } catch (DateTimeParseException none) {
      new NodeShape(problems).expected(stated, "'" + UNTIL + "'", "a day such as " + today);
      return Optional.empty();
    }
  }

  private boolean isNear(MappingFields fields, LocalDate day, LocalDate last, int mostDays) {
    String wanted = "a day within " + mostDays + " days, at the latest " + last;
    return fields.holds(UNTIL, !day.isAfter(last), wanted);
  }

  /**
   * Names of hosts, at least one; not of groups, for a group that grows would accept more.
   *
   * @param any whether they may be of hosts that are not connected
   */
  List<String> hosts(MappingFields fields, boolean any) {
    if (!fields.has("hosts")) {
      missing(fields, "hosts", "hosts: [EX01, EX02]");
      return List.of();
    }
    List<String> hosts = new ArrayList<>();
    for (YamlTree.Scalar name :
        fields
            .tree("hosts")
            .map(tree -> new NodeShape(problems).texts(tree, "'hosts'", "EX01"))
            .orElse(List.of())) {
      if (any || isHost(name)) {
        hosts.add(name.text());
      }
    }
    if (fields.tree("hosts").filter(YamlTree::isEmpty).isPresent()) {
      fields.holds("hosts", false, "names of hosts, such as [EX01, EX02]");
    }
    return hosts;
  }

  /** One a host, with its server's name, where {@code {host}} stands in it; else it alone. */
  List<MappingFields> apart(MappingFields fields) {
    List<YamlTree.Entry> marked =
        fields.entries().stream().filter(entry -> HostName.isIn(entry.value())).toList();
    if (marked.isEmpty()) {
      return List.of(fields);
    }
    List<YamlTree.Scalar> hosts =
        fields
            .tree("hosts")
            .map(tree -> new NodeShape(problems).texts(tree, "'hosts'", "EX01"))
            .orElse(List.of());
    return hosts.isEmpty()
        ? List.of(fields)
        : hosts.stream().map(host -> of(fields, host)).toList();
  }

  private MappingFields of(MappingFields fields, YamlTree.Scalar host) {
    String server =
        connections.stream()
            .flatMap(all -> all.hosts().values().stream())
            .filter(one -> Address.compareFolded(one.host(), host.text()) == 0)
            .map(HostConnection::server)
            .findFirst()
            .orElse(host.text());
    List<YamlTree.Entry> entries =
        fields.entries().stream()
            .map(
                entry ->
                    new YamlTree.Entry(
                        entry.key(),
                        entry.name().equals("hosts")
                            ? host
                            : HostName.filledIn(entry.value(), server)))
            .toList();
    return new MappingFields(new YamlTree.Mapping(fields.place(), entries), problems);
  }

  private boolean isHost(YamlTree.Scalar name) {
    List<String> known =
        connections
            .map(c -> c.hosts().values().stream().map(HostConnection::host).toList())
            .orElse(List.of());
    boolean is =
        connections.isEmpty()
            || known.stream().anyMatch(host -> Address.compareFolded(host, name.text()) == 0);
    if (!is) {
      problems.add(
          name.place(),
          "'"
              + name.text()
              + "' is no host of the connections; name each host here, neither groups nor 'all'"
              + Suggestion.ending(name.text(), known));
    }
    return is;
  }
}
