package org.relaycheck.goal.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.landscape.AnsweringOrder;
import org.relaycheck.landscape.CallingClient;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.state.Address;
import org.relaycheck.value.address.AddressSet;

/**
 * Which connector answers an address: as the servers are, and once the scripts have run.
 *
 * @param now as they are
 * @param then afterwards
 */
record AnsweredBy(Landscape now, Landscape then) {

  /**
   * A line a host and port.
   *
   * @param hosts that have the connector
   * @param connector whose ports count
   */
  List<String> lines(List<String> hosts, String connector, AddressSet addresses) {
    List<String> lines = new ArrayList<>();
    for (String host : hosts) {
      Optional<Server> server = now.server(host);
      if (server.isEmpty()) {
        continue;
      }
      for (int port : ports(server.get(), connector)) {
        CallingClient client = new CallingClient(addresses, Optional.empty(), port);
        String before = told(server.get().answerOfKnown(client));
        String after =
            then.server(host).map(later -> told(later.answerOfKnown(client))).orElse(before);
        lines.add(
            host
                + " port "
                + port
                + ": "
                + before
                + (before.equals(after)
                    ? ", and so it is once the script has run"
                    : " now; once the script has run, " + after));
      }
    }
    return lines;
  }

  private static Set<Integer> ports(Server server, String connector) {
    Set<Integer> ports = new TreeSet<>();
    server.connectors().stream()
        .filter(one -> Address.compareFolded(one.name(), connector) == 0)
        .map(Connector::ports)
        .forEach(ports::addAll);
    return ports;
  }

  private static String told(AnsweringOrder order) {
    if (order instanceof AnsweringOrder.By by) {
      return "answered by '" + by.who().name() + "'";
    }
    return order instanceof AnsweringOrder.Nobody
        ? "answered by no connector"
        : "it is not known which connector answers ("
            + ((AnsweringOrder.Undecided) order).why()
            + ")";
  }
}
