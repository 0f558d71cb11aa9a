package org.relaycheck.goal.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.HostPick;
import org.relaycheck.explain.cause.FlowRead;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.NeededHosts;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.RuledFiles;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.Survey;
import org.relaycheck.report.ProblemCount;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/**
 * What a user has beside the question: a policy, connections, and what hosts answer. Each of it may
 * be missing, and none of it being wrong keeps a question from being answered.
 *
 * @param policy what must hold
 * @param world what hosts answered
 * @param read what was read, a sentence each
 * @param unseen what was not, each with the reason
 */
record ExplainSources(
    Optional<Policy> policy, FlowRead world, List<String> read, List<String> unseen) {

  private static final String USUAL_POLICY = "relay-policy.yaml";

  ExplainSources {
    read = List.copyOf(read);
    unseen = List.copyOf(unseen);
  }

  /** Whom to ask. */
  enum Reach {
    /** Files only: a page of a manual is no reason to log in anywhere. */
    RECORDS,
    /** As check does, where there is a policy; files only where there is none. */
    AS_CHECK
  }

  static ExplainSources of(GoalRequest request, GoalPorts ports, Reach reach)
      throws WrongQuestionException {
    boolean stated = stated(request);
    try {
      return stated ? stated(request, ports, reach) : unstated(request, ports);
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(FileProblem::toString).toList();
      String why =
          "policy and servers: "
              + ProblemCount.of(problems)
              + ", the first: "
              + wrong.problems().get(0)
              + "; try: mvn relay:validate";
      return new ExplainSources(Optional.empty(), FlowRead.unknown(), List.of(), List.of(why));
    }
  }

  private static ExplainSources stated(GoalRequest request, GoalPorts ports, Reach reach)
      throws PolicyException {
    if (!java.nio.file.Files.exists(request.connections())) {
      Policy policy = RequestFiles.withoutConnections(request).policy();
      String none = "no server: there is no " + request.connections();
      return new ExplainSources(
          Optional.of(policy), FlowRead.unknown(), List.of(names(request)), List.of(none));
    }
    RequestFiles files = RequestFiles.read(request);
    List<HostConnection> asked = NeededHosts.by(files, request).asked();
    return surveyed(
        new Known(files.connections().orElseThrow(), Optional.of(files.policy())),
        reach == Reach.AS_CHECK ? asked : recorded(asked),
        request,
        ports);
  }

  private static ExplainSources unstated(GoalRequest request, GoalPorts ports)
      throws PolicyException {
    if (!java.nio.file.Files.exists(request.connections())) {
      return new ExplainSources(Optional.empty(), FlowRead.unknown(), List.of(), List.of());
    }
    Connections connections = request.paths().connected();
    new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
    List<HostConnection> asked =
        recorded(List.copyOf(connections.hosts().values())).stream()
            .filter(one -> isWanted(one.host(), request.hosts()))
            .toList();
    return surveyed(new Known(connections, Optional.empty()), asked, request, ports);
  }

  /** What is in files of ours. */
  private record Known(Connections connections, Optional<Policy> policy) {}

  /** Whether there is a policy; the usual one need not be there, one that was named must. */
  private static boolean stated(GoalRequest request) throws WrongQuestionException {
    List<Path> missing =
        request.policies().stream().filter(file -> !java.nio.file.Files.exists(file)).toList();
    if (missing.isEmpty()) {
      return true;
    }
    boolean usual =
        request.policies().size() == 1
            && String.valueOf(missing.get(0).getFileName()).equals(USUAL_POLICY);
    if (!usual) {
      throw new WrongQuestionException(
          missing.get(0)
              + ": there is no such policy; correct relay.policy, or leave it out: explain needs"
              + " none");
    }
    return false;
  }

  private static List<HostConnection> recorded(List<HostConnection> connections) {
    return connections.stream().filter(one -> one.way() instanceof HostWay.Recorded).toList();
  }

  private static ExplainSources surveyed(
      Known known, List<HostConnection> asked, GoalRequest request, GoalPorts ports) {
    SortedMap<String, HostState> hosts =
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceKinds.catalogues(), request.now());
    List<String> read = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    known.policy().ifPresent(policy -> read.add(names(request)));
    hosts.forEach(
        (host, answer) -> {
          if (answer instanceof HostState.Read one) {
            read.add(host + one.at().map(at -> ", as of " + at).orElse(""));
            new TreeMap<>(one.kinds())
                .forEach(
                    (kind, state) ->
                        state
                            .unread()
                            .ifPresent(why -> unseen.add(host + ", " + kind + ": " + why)));
          } else if (answer instanceof HostState.Unread one) {
            unseen.add(host + ": " + one.why() + "; " + one.fix());
          }
        });
    FlowRead world = FlowRead.of(hosts, RuledFiles.site(known.connections(), request.today()));
    return new ExplainSources(known.policy(), world, read, unseen);
  }

  private static boolean isWanted(String host, List<String> hosts) {
    return hosts.isEmpty()
        || hosts.stream().anyMatch(name -> Address.folded(name).equals(Address.folded(host)));
  }

  private static String names(GoalRequest request) {
    return "the policy: "
        + String.join(", ", request.policies().stream().map(Path::toString).toList());
  }
}
