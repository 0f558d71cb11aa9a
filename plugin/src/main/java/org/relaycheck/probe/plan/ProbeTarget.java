package org.relaycheck.probe.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Product;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.AnsweringOrder;
import org.relaycheck.landscape.CallingClient;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.HeldReply;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.SourceShare;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * A connector of the policy, and where it is called.
 *
 * @param desired what the policy says of it
 * @param connector which it is, as the server spells it if it was read
 * @param server what is known of its server, or what the policy states where nothing is
 * @param caveat why that may not be all; empty if it is
 * @param endpoint where it is called
 */
public record ProbeTarget(
    Desired desired,
    Address connector,
    Server server,
    Optional<String> caveat,
    SmtpAddress endpoint) {

  private static final String ELSEWHERE =
      "run it where the mail comes from: \"-Drelay.probe.script=true\" writes a script for that";

  /** A connector of the policy on its server, called nowhere yet. */
  static ProbeTarget of(Desired desired, Address named, Server server, Optional<String> caveat) {
    ProbeTarget target =
        new ProbeTarget(desired, named, server, caveat, new SmtpAddress(server.name(), 0));
    return new ProbeTarget(
        desired,
        target.known().map(Connector::address).orElse(named),
        server,
        caveat,
        target.endpoint);
  }

  ProbeTarget at(SmtpAddress other) {
    return new ProbeTarget(desired, connector, server, caveat, other);
  }

  /** What is known of it; empty if nothing is. */
  Optional<Connector> known() {
    return server.connectors().stream()
        .filter(one -> one.address().key().equals(connector.key()))
        .findFirst();
  }

  /** Where it listens. */
  Set<NetworkBinding> bindings() {
    return known()
        .flatMap(one -> one.known(ReceiveConnectorRows.BINDINGS).value())
        .orElse(Set.of());
  }

  /** Why it must not be burdened; empty if it is known not to be setup's. */
  public Optional<String> spared() {
    Optional<Boolean> setup = known().flatMap(one -> one.known(ReceiveConnectorRows.SETUP).value());
    return setup.isEmpty()
        ? Optional.of("whether Exchange setup made it is not known")
        : setup
            .filter(made -> made)
            .map(made -> "Exchange setup made it, and the organisation's own mail needs it");
  }

  /** What the policy says of settings that the server is not known to lack. */
  public StatedValues applicable() {
    return new StatedValues(
        desired.statements().stream()
            .filter(one -> !server.lacks(Product.EXCHANGE, one.property()))
            .toList());
  }

  /** Whether it is known that no acknowledgement is delayed there, whatever is set. */
  public boolean neverDelays() {
    return Known.exactly(server::delaysAcknowledgements).value().filter(does -> !does).isPresent();
  }

  /** By what clients without a login may relay, or that they may not; empty if not known. */
  public Optional<String> relaying() {
    Optional<String> open = known().flatMap(one -> Known.asking(one::everyDomain).value());
    return open.or(() -> known().flatMap(one -> told(one::relay, "relays", "relay")));
  }

  /** The same of submitting mail at all. */
  public Optional<String> submitting() {
    return known().flatMap(one -> told(one::submission, "takes mail", "take mail"));
  }

  private Optional<String> told(Known.Fact<String> right, String does, String not) {
    return Known.asking(right) instanceof Known.Exactly<String> exactly
        ? Optional.of(
            exactly
                .value()
                .map(by -> connector + " " + does + " without a login: " + by)
                .orElse(connector + " does not " + not + " without a login"))
        : Optional.empty();
  }

  /** What is wrong with its certificate; empty if nothing is, or if that is not known. */
  public Optional<String> certificate() {
    return known()
        .flatMap(one -> Known.asking(one::certificateLack).value())
        .map(lack -> connector + ": " + lack);
  }

  /** The largest mail that gets through; empty if that is not known. */
  public Optional<String> size() {
    return known()
        .flatMap(one -> Known.exactly(one::sizeCap).value())
        .map(cap -> connector + " lets through " + cap.words());
  }

  /** That a percentage gives one source less than it is promised; empty if that is not known. */
  public Optional<String> share() {
    return known().flatMap(one -> Known.asking(() -> SourceShare.of(one).shortfall()).value());
  }

  /** What may hold a reply as long as that; empty if nothing does, or if that is not known. */
  public Optional<String> holding(Duration wait) {
    return known()
        .flatMap(one -> Known.asking(() -> HeldReply.outlasting(wait, one)).value())
        .map(
            held ->
                connector
                    + " may hold a reply for "
                    + held.longest().toSeconds()
                    + " s ("
                    + held.settings()
                    + ")");
  }

  /** Who answers a call that goes this way; what a balancer calls is not known. */
  private AnsweringOrder answering(ServerRoute.Route route) {
    Optional<AddressSet> shown = server.seenAs(endpoint.name());
    Optional<AddressSet> called =
        shown.isPresent() ? Optional.empty() : Optional.of(addresses(route.to()));
    AddressSet source = shown.orElseGet(() -> addresses(route.from()));
    return server.answerOfKnown(new CallingClient(source, called, endpoint.port()));
  }

  private String agent(ServerRoute.Route route) {
    return "this agent ("
        + route.from()
        + server
            .seenAs(endpoint.name())
            .map(shown -> ", seen as " + Types.ADDRESS_SET.show(shown))
            .orElse("")
        + ")";
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }

  /** Why it cannot be called at all; empty if it can. */
  public Optional<WireVerdict.Inconclusive> gap() {
    String name = "'" + connector.name() + "'";
    if (known().isEmpty() && caveat.isEmpty()) {
      return Optional.of(
          new WireVerdict.Inconclusive(
              connector.host() + " has no connector " + name, "see: mvn relay:check"));
    }
    return endpoint.port() == 0
        ? Optional.of(
            new WireVerdict.Inconclusive(
                "on which port " + name + " listens is not known",
                "read the server (mvn relay:doctor), or state Bindings in the policy"))
        : Optional.empty();
  }

  /** Why what is tried would not be about this connector; empty if it would be. */
  Optional<WireVerdict.Inconclusive> obstacle(ServerRoute.Route route) {
    AnsweringOrder answering = answering(route);
    if (answering instanceof AnsweringOrder.By by) {
      return by.who().address().key().equals(connector.key())
          ? Optional.empty()
          : Optional.of(
              new WireVerdict.Inconclusive(
                  agent(route) + " is answered by '" + by.who().name() + "'", ELSEWHERE));
    }
    if (answering instanceof AnsweringOrder.Nobody nobody) {
      return Optional.of(new WireVerdict.Inconclusive(nobody.why(), ELSEWHERE));
    }
    return Optional.of(
        new WireVerdict.Inconclusive(
            "who answers "
                + agent(route)
                + " is not known: "
                + ((AnsweringOrder.Undecided) answering).why(),
            "make the server readable first: mvn relay:doctor"));
  }
}
