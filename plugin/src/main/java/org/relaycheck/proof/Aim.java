package org.relaycheck.proof;

import java.util.Optional;
import org.relaycheck.landscape.Answering;
import org.relaycheck.landscape.Contact;
import org.relaycheck.probe.Endpoint;
import org.relaycheck.probe.Routed;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

/**
 * A connector of the policy, and where it is called.
 *
 * @param desired what the policy says of it
 * @param premises what is known of it and its server
 * @param endpoint where it is called
 * @param seenAs what a balancer on the way there shows as source; empty without one
 */
public record Aim(
    Desired desired, Premises premises, Endpoint endpoint, Optional<AddressSet> seenAs) {

  private static final String ELSEWHERE =
      "run it where the mail comes from: -Drelay.probe.script writes a script for that";

  /** The connector. */
  public Address connector() {
    return premises.address();
  }

  /** Who answers a call that goes this way; what a balancer calls is not known. */
  private Answering answering(Routed.Route route) {
    Optional<AddressSet> called =
        seenAs.isPresent() ? Optional.empty() : Optional.of(addresses(route.to()));
    AddressSet source = seenAs.orElseGet(() -> addresses(route.from()));
    return Answering.of(premises.connectors(), new Contact(source, called, endpoint.port()));
  }

  private String agent(Routed.Route route) {
    return "this agent ("
        + route.from()
        + seenAs.map(shown -> ", seen as " + Types.ADDRESS_SET.show(shown)).orElse("")
        + ")";
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }

  /** Why it cannot be called at all; empty if it can. */
  Optional<Judgement.Untold> gap() {
    String name = "'" + connector().name() + "'";
    if (premises.missing()) {
      return Optional.of(
          new Judgement.Untold(
              connector().host() + " has no connector " + name, "see: mvn relay:check"));
    }
    return endpoint.port() == 0
        ? Optional.of(
            new Judgement.Untold(
                "on which port " + name + " listens is not known",
                "read the server (mvn relay:doctor), or state Bindings in the policy"))
        : Optional.empty();
  }

  /** Why what is tried would not be about this connector; empty if it would be. */
  Optional<Judgement.Untold> obstacle(Routed.Route route) {
    Answering answering = answering(route);
    if (answering instanceof Answering.By by) {
      return Address.compareFolded(by.connector(), connector().name()) == 0
          ? Optional.empty()
          : Optional.of(
              new Judgement.Untold(
                  agent(route) + " is answered by '" + by.connector() + "'", ELSEWHERE));
    }
    if (answering instanceof Answering.Nobody nobody) {
      return Optional.of(new Judgement.Untold(nobody.why(), ELSEWHERE));
    }
    return Optional.of(
        new Judgement.Untold(
            "who answers "
                + agent(route)
                + " is not known: "
                + ((Answering.Untold) answering).why(),
            "read the server first: mvn relay:doctor"));
  }
}
