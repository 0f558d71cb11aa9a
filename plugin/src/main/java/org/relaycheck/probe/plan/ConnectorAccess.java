package org.relaycheck.probe.plan;

import java.util.Optional;
import org.relaycheck.probe.wire.ServerCall;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SmtpServers;

/** Whether a call from here comes to a connector. */
public sealed interface ConnectorAccess {

  /** Who answers a call from here, in words. */
  String answered();

  /** It does. */
  record Granted(ServerCall call, String answered) implements ConnectorAccess {}

  /** It does not, or nobody knows. */
  record Barred(WireVerdict.Inconclusive obstacle, String answered) implements ConnectorAccess {}

  /** Told without calling. */
  static ConnectorAccess to(ProbeTarget target, SmtpServers lines) {
    Optional<WireVerdict.Inconclusive> gap = target.gap();
    if (gap.isPresent()) {
      return new Barred(gap.get(), gap.get().why());
    }
    ServerRoute routed = lines.route(target.endpoint());
    if (!(routed instanceof ServerRoute.Route route)) {
      String why = ((ServerRoute.Lost) routed).why();
      return new Barred(new WireVerdict.Inconclusive(why, names(target)), why);
    }
    String way =
        "from " + route.from() + " to " + route.to() + " port " + target.endpoint().port() + ": ";
    return target
        .obstacle(route)
        .<ConnectorAccess>map(obstacle -> new Barred(obstacle, way + obstacle.why()))
        .orElseGet(
            () ->
                new Granted(
                    new ServerCall(target.endpoint(), route),
                    way + "according to the settings '" + target.connector().name() + "' answers"));
  }

  /** What to add, with the full name that the server was recorded with, if it is another. */
  private static String names(ProbeTarget target) {
    return target
        .server()
        .fullName()
        .filter(full -> !full.equalsIgnoreCase(target.endpoint().name()))
        .map(
            full ->
                "its recorded Fqdn is " + full + ": add answers: [" + full + "] to its connection")
        .orElse(
            "add to the connections the names by which it is reached, such as answers:"
                + " [mail.example]");
  }
}
