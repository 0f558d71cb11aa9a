package org.relaycheck.goal.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Address;
import org.relaycheck.state.Place;

/**
 * Record files that a user names without connections: each leads to the servers that it holds.
 *
 * @param source reads records
 */
record RecordFiles(AnswerSource source) {

  /** A connection for each server of each file; any age is good for a file that is named so. */
  List<HostConnection> connections(List<Path> files) {
    List<HostConnection> all = new ArrayList<>();
    for (Path file : files) {
      List<String> servers = servers(file);
      (servers.isEmpty() ? List.of(bareName(file)) : servers)
          .forEach(server -> all.add(connection(server, file)));
    }
    return all;
  }

  private List<String> servers(Path file) {
    return source.ask(connection(bareName(file), file)) instanceof HostAnswer.Answered answered
        ? answered.answer().items().stream()
            .flatMap(item -> item.server().stream())
            .collect(Collectors.toMap(Address::folded, Function.identity(), RecordFiles::least))
            .values()
            .stream()
            .sorted()
            .toList()
        : List.of();
  }

  /** Of two spellings of one name always the same. */
  private static String least(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static HostConnection connection(String server, Path file) {
    Place place = new Place(file.toString(), 1, 1);
    return new HostConnection(
        server, server, new HostWay.Recorded(file), Optional.empty(), false, place);
  }

  private static String bareName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
