package org.relaycheck.goal.record;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.connections.ConnectionsWriter;
import org.relaycheck.connections.HostPick;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.RecordStore;
import org.relaycheck.live.Survey;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.state.Address;
import org.relaycheck.yaml.PolicyException;

/** Keeps what hosts answer, and what could not be read, as files that can be checked later. */
public final class Recording {

  /** The folder of records in an output folder. */
  public static final String FOLDER = "recorded";

  private static final HostAnswer NOBODY =
      new HostAnswer.Failed("nobody was asked about this host", "please report this");

  private final GoalPorts ports;
  private final RecordStore recorder;

  public Recording(GoalPorts ports, RecordStore recorder) {
    this.ports = ports;
    this.recorder = recorder;
  }

  /**
   * What came of it.
   *
   * @param written a file for each host that was asked, but for those that are kept
   * @param unread hosts that could not be read, each with the reason; their records say so, unless
   *     an earlier record that holds an answer was kept
   * @param connections the file of connections that lead to the records
   */
  public record Result(List<Path> written, SortedMap<String, String> unread, Path connections) {
    public Result {
      written = List.copyOf(written);
    }
  }

  /**
   * Asks every host of the connections, or those that the request names.
   *
   * @param output the output folder, for the folder of the records
   * @throws PolicyException if the connections are wrong, or a host that is named is not in them
   * @throws OutputException if a record could not be written, or would replace what is not ours
   */
  public Result run(GoalRequest request, Path output) throws PolicyException {
    Path file = request.connections();
    Path folder = output.resolve(FOLDER);
    Collection<HostConnection> known = request.paths().connected().hosts().values();
    new HostPick(request.hosts(), file).check(known);
    List<HostConnection> asked = known.stream().filter(host -> wanted(host, request)).toList();
    List<HostConnection> kept = asked.stream().map(host -> kept(host, folder)).toList();
    FormerRecords former = new FormerRecords(folder, recorder);
    Set<Path> answers = former.telling(kept, FormerRecords.sources(file, known));
    SortedMap<String, HostAnswer> heard =
        new Survey(ports.source(), request.parallel(), ports.progress()).answers(asked);
    SortedMap<String, String> unread = new TreeMap<>();
    List<Path> written = new ArrayList<>();
    OutputFolder all = new OutputFolder(output);
    for (HostConnection record : kept) {
      Path to = ((HostWay.Recorded) record.way()).file();
      HostAnswer what = heard.getOrDefault(record.host(), NOBODY);
      Answer answer = answer(asked, record, what, request.now());
      boolean older = answers.contains(to) && !answer.tells();
      if (!older) {
        String name = FOLDER + "/" + to.getFileName();
        all.write(name, out -> out.write(recorder.text(record.server(), answer)));
        written.add(to);
      }
      if (what instanceof HostAnswer.Failed failed) {
        unread.put(record.host(), words(failed) + (older ? "; kept is what " + to + " has" : ""));
      }
    }
    List<HostConnection> vouched =
        kept.stream().map(record -> vouched(record, heard.get(record.host()))).toList();
    String connections = ConnectionsWriter.text(vouched, folder).orElseThrow();
    all.write(
        FOLDER + "/" + FormerRecords.CONNECTIONS,
        out -> out.write(FormerRecords.MARK + "\n" + connections));
    return new Result(written, unread, folder.resolve(FormerRecords.CONNECTIONS));
  }

  private static boolean wanted(HostConnection host, GoalRequest request) {
    return request.hosts().isEmpty()
        || request.hosts().stream()
            .anyMatch(name -> Address.folded(name).equals(Address.folded(host.host())));
  }

  private static Answer answer(
      List<HostConnection> asked, HostConnection record, HostAnswer what, Instant now) {
    return what instanceof HostAnswer.Answered answered
        ? own(answered.answer(), record)
        : unread(way(asked, record), words((HostAnswer.Failed) what), now);
  }

  /** With what to do: of a kind that could not be read a record has one text. */
  private static String words(HostAnswer.Failed failed) {
    return failed.why() + "; " + failed.fix();
  }

  private static HostWay way(List<HostConnection> asked, HostConnection record) {
    return asked.stream()
        .filter(connection -> connection.host().equals(record.host()))
        .map(HostConnection::way)
        .findFirst()
        .orElse(record.way());
  }

  /** Nobody vouches any more for what the answer itself speaks against. */
  private static HostConnection vouched(HostConnection record, @Nullable HostAnswer what) {
    boolean gap =
        what instanceof HostAnswer.Answered answered && answered.answer().gap().isPresent();
    return new HostConnection(
        record.host(),
        record.server(),
        record.way(),
        record.maxAge(),
        record.vouchedComplete() && !gap,
        record.place());
  }

  private static HostConnection kept(HostConnection connection, Path folder) {
    Path file = folder.resolve(connection.host().replace('\\', '_') + ".xml");
    return new HostConnection(
        connection.host(),
        connection.server(),
        new HostWay.Recorded(file),
        connection.maxAge(),
        connection.vouchedComplete(),
        connection.place());
  }

  /** A PowerShell answers for all servers behind it; a record is of one. */
  private static Answer own(Answer answer, HostConnection connection) {
    String server = Address.folded(connection.server());
    List<AnswerItem> items =
        answer.items().stream()
            .filter(item -> Address.folded(item.server().orElse(server)).equals(server))
            .toList();
    return new Answer(
        answer.facts(),
        answer.at(),
        answer.complete(),
        answer.unreadKinds(),
        items,
        answer.answered(),
        answer.listed());
  }

  /** What could not be read is kept too: the record says so of every kind it might have held. */
  private static Answer unread(HostWay way, String why, Instant now) {
    Optional<Product> product = way.product();
    Map<String, String> kinds = new HashMap<>();
    for (Catalogue catalogue : ResourceKinds.catalogues()) {
      if (product.isEmpty() || product.get() == catalogue.product()) {
        kinds.put(catalogue.kind(), why);
      }
    }
    return new Answer(Map.of(), Optional.of(now), false, kinds, List.of());
  }
}
