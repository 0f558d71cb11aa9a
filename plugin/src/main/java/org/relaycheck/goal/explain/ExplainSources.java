package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.explain.cause.FlowRead;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Survey;
import org.relaycheck.live.Way;
import org.relaycheck.policy.Connections;
import org.relaycheck.policy.ConnectionsReader;
import org.relaycheck.policy.HostPick;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;

/**
 * What a user has beside the question: a policy, connections, and what hosts answer. Each of it may
 * be missing, and none of it being wrong keeps a question from being answered.
 *
 * @param policy what must hold
 * @param world what hosts answered
 * @param read what was read, a sentence each
 * @param unseen what was not, each with the reason
 */
record AtHand(Optional<Policy> policy, FlowRead world, List<String> read, List<String> unseen) {

  private static final String USUAL_POLICY = "relay-policy.yaml";

  AtHand {
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

  static AtHand of(Request request, Ports ports, Reach reach) throws WrongQuestion {
    boolean stated = stated(request);
    try {
      return stated ? stated(request, ports, reach) : unstated(request, ports);
    } catch (PolicyException wrong) {
      int number = wrong.problems().size();
      String why =
          "policy and servers: "
              + (number == 1 ? "1 problem" : number + " problems")
              + " in these files, the first: "
              + wrong.problems().get(0)
              + "; try: mvn relay:validate";
      return new AtHand(Optional.empty(), FlowRead.unknown(), List.of(), List.of(why));
    }
  }

  private static AtHand stated(Request request, Ports ports, Reach reach) throws PolicyException {
    if (!java.nio.file.Files.exists(request.connections())) {
      Policy policy = Files.withoutConnections(request).policy();
      String none = "no server: there is no " + request.connections();
      return new AtHand(
          Optional.of(policy), FlowRead.unknown(), List.of(names(request)), List.of(none));
    }
    Files files = Files.read(request);
    List<Connection> asked = Needed.by(files, request).asked();
    return surveyed(
        new Known(files.connections().orElseThrow(), Optional.of(files.policy())),
        reach == Reach.AS_CHECK ? asked : recorded(asked),
        request,
        ports);
  }

  private static AtHand unstated(Request request, Ports ports) throws PolicyException {
    if (!java.nio.file.Files.exists(request.connections())) {
      return new AtHand(Optional.empty(), FlowRead.unknown(), List.of(), List.of());
    }
    Connections connections = new ConnectionsReader().read(request.connections());
    new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
    List<Connection> asked =
        recorded(List.copyOf(connections.hosts().values())).stream()
            .filter(one -> isWanted(one.host(), request.hosts()))
            .toList();
    return surveyed(new Known(connections, Optional.empty()), asked, request, ports);
  }

  /** What is in files of ours. */
  private record Known(Connections connections, Optional<Policy> policy) {}

  /** Whether there is a policy; the usual one need not be there, one that was named must. */
  private static boolean stated(Request request) throws WrongQuestion {
    List<Path> missing =
        request.policies().stream().filter(file -> !java.nio.file.Files.exists(file)).toList();
    if (missing.isEmpty()) {
      return true;
    }
    boolean usual =
        request.policies().size() == 1
            && String.valueOf(missing.get(0).getFileName()).equals(USUAL_POLICY);
    if (!usual) {
      throw new WrongQuestion(
          missing.get(0)
              + ": there is no such policy; correct relay.policy, or leave it out: explain needs"
              + " none");
    }
    return false;
  }

  private static List<Connection> recorded(List<Connection> connections) {
    return connections.stream().filter(one -> one.way() instanceof Way.Recorded).toList();
  }

  private static AtHand surveyed(
      Known known, List<Connection> asked, Request request, Ports ports) {
    SortedMap<String, HostState> hosts =
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceTypes.catalogues(), request.now());
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
    FlowRead world = FlowRead.of(hosts, Ruled.site(known.connections(), request.today()));
    return new AtHand(known.policy(), world, read, unseen);
  }

  private static boolean isWanted(String host, List<String> hosts) {
    return hosts.isEmpty()
        || hosts.stream().anyMatch(name -> Address.folded(name).equals(Address.folded(host)));
  }

  private static String names(Request request) {
    return "the policy: "
        + String.join(", ", request.policies().stream().map(Path::toString).toList());
  }
}
