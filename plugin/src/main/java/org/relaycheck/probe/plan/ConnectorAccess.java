package org.relaycheck.proof;

import java.util.Optional;
import org.relaycheck.probe.Call;
import org.relaycheck.probe.Lines;
import org.relaycheck.probe.Routed;

/** Whether a call from here comes to a connector. */
sealed interface Access {

  /** Who answers a call from here, in words. */
  String answered();

  /** It does. */
  record Granted(Call call, String answered) implements Access {}

  /** It does not, or nobody knows. */
  record Barred(Judgement.Untold obstacle, String answered) implements Access {}

  /** Told without calling. */
  static Access to(Aim aim, Lines lines) {
    Optional<Judgement.Untold> gap = aim.gap();
    if (gap.isPresent()) {
      return new Barred(gap.get(), gap.get().why());
    }
    Routed routed = lines.route(aim.endpoint());
    if (!(routed instanceof Routed.Route route)) {
      String why = ((Routed.Lost) routed).why();
      return new Barred(
          new Judgement.Untold(
              why,
              "say in the connections which names lead to it, such as answers: [mail.example]"),
          why);
    }
    String way =
        "from " + route.from() + " to " + route.to() + " port " + aim.endpoint().port() + ": ";
    return aim.obstacle(route)
        .<Access>map(obstacle -> new Barred(obstacle, way + obstacle.why()))
        .orElseGet(
            () ->
                new Granted(
                    new Call(aim.endpoint(), route),
                    way + "by the settings '" + aim.connector().name() + "' answers"));
  }
}
