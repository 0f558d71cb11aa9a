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
  record Barred(WireVerdict.Untold obstacle, String answered) implements ConnectorAccess {}

  /** Told without calling. */
  static ConnectorAccess to(ProbeTarget aim, SmtpServers lines) {
    Optional<WireVerdict.Untold> gap = aim.gap();
    if (gap.isPresent()) {
      return new Barred(gap.get(), gap.get().why());
    }
    ServerRoute routed = lines.route(aim.endpoint());
    if (!(routed instanceof ServerRoute.Route route)) {
      String why = ((ServerRoute.Lost) routed).why();
      return new Barred(
          new WireVerdict.Untold(
              why,
              "say in the connections which names lead to it, such as answers: [mail.example]"),
          why);
    }
    String way =
        "from " + route.from() + " to " + route.to() + " port " + aim.endpoint().port() + ": ";
    return aim.obstacle(route)
        .<ConnectorAccess>map(obstacle -> new Barred(obstacle, way + obstacle.why()))
        .orElseGet(
            () ->
                new Granted(
                    new ServerCall(aim.endpoint(), route),
                    way + "by the settings '" + aim.connector().name() + "' answers"));
  }
}
