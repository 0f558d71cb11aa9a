package org.relaycheck.goal.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.live.Answer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.RecordStore;
import org.relaycheck.report.file.OutputException;

/**
 * What is in a folder of records before they are written anew.
 *
 * @param folder the folder
 * @param recorder reads them
 */
record FormerRecords(Path folder, RecordStore recorder) {

  /** The name of the connections that lead to the records. */
  static final String CONNECTIONS = "relay-connections.yaml";

  /** How a file of connections begins that may be written anew. */
  static final String MARK = "# written by relay:record, which replaces it";

  /** What a run of these connections reads. */
  static List<Path> sources(Path connections, Collection<HostConnection> known) {
    List<Path> sources = new ArrayList<>(List.of(connections));
    for (HostConnection connection : known) {
      if (connection.way() instanceof HostWay.Recorded recorded) {
        sources.add(recorded.file());
      }
    }
    return sources;
  }

  /**
   * The records that hold an answer, which none of an unread host may replace.
   *
   * @param kept where they will be
   * @param sources what the run reads, which it never replaces
   * @throws OutputException if a file in the way is read by this run, or is not ours
   */
  Set<Path> telling(List<HostConnection> kept, List<Path> sources) {
    Path connections = folder.resolve(CONNECTIONS);
    notRead(connections, sources);
    if (Files.exists(connections) && !head(connections).equals(MARK)) {
      throw OutputException.notOurs(connections, "connections that relay:record wrote");
    }
    Set<Path> telling = new HashSet<>();
    for (HostConnection record : kept) {
      Path file = ((HostWay.Recorded) record.way()).file();
      notRead(file, sources);
      if (Files.exists(file) && answer(file).tells()) {
        telling.add(file);
      }
    }
    return telling;
  }

  private Answer answer(Path file) {
    try {
      Optional<Answer> former = recorder.read(file);
      return former.orElseThrow(
          () -> OutputException.notOurs(file, "a whole record that relay:record wrote"));
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
  }

  private static String head(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("");
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
  }

  private static void notRead(Path file, List<Path> sources) {
    for (Path source : sources) {
      try {
        if (Files.exists(file) && Files.exists(source) && Files.isSameFile(file, source)) {
          throw OutputException.read(file);
        }
      } catch (IOException failed) {
        throw OutputException.of(file, failed);
      }
    }
  }
}
