package org.relaycheck.landscape;

import java.util.Optional;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.value.Types;

/**
 * A way that a mail account's mail may go: to one server, from one address or range of addresses.
 *
 * @param account the account
 * @param exchange the server that is called
 * @param call how the server sees it; empty if it is not known from which address
 */
public record Delivery(Account account, Server exchange, Optional<CallingClient> call) {

  private static final UnknownFact NO_ADDRESS =
      new UnknownFact(
          "it is not known from which address the host sends",
          "add 'sendsFrom: [ADDRESS]' to the host in the connections, or 'seenAs: [ADDRESS]' to"
              + " an Exchange host that sees only its balancer");

  /** How the server sees it. */
  public CallingClient contact() throws NotKnownException {
    return call.orElseThrow(() -> new NotKnownException(NO_ADDRESS));
  }

  /** The connector that answers; empty if none does. */
  public Optional<Connector> connector() throws NotKnownException {
    return answer().connector();
  }

  /** Who answers, or why nobody does. */
  public AnsweringOrder answer() throws NotKnownException {
    return exchange.answer(contact());
  }

  /** Who is meant to answer. */
  public IntendedConnectors intent() throws NotKnownException {
    return exchange.intent(contact());
  }

  /** Such as "10.0.4.11 port 25", whatever server it calls. */
  public String caller() throws NotKnownException {
    return Types.ADDRESS_SET.show(contact().source()) + " port " + contact().port();
  }

  /** Such as "10.0.4.11 on EX01 port 25". */
  public String words() throws NotKnownException {
    CallingClient contact = contact();
    return Types.ADDRESS_SET.show(contact.source())
        + " on "
        + exchange.host()
        + " port "
        + contact.port();
  }
}
