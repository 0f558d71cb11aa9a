package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.resource.receiveconnectors.Contact;
import org.relaycheck.value.Types;

/**
 * A way that a mail account's mail may go: to one server, from one address or range of addresses.
 *
 * @param account the account
 * @param sender the SQL Server that has it
 * @param exchange the server that is called
 * @param call how the server sees it; empty if it is not known from which address
 * @param reception who answers there
 */
record Delivery(
    Resource account, Server sender, Server exchange, Optional<Contact> call, Reception reception) {

  private static final Lack NO_ADDRESS =
      new Lack(
          "it is not known from which address the host sends",
          "add 'sendsFrom: [ADDRESS]' of the host to the connections, or 'seenAs: [ADDRESS]' of an"
              + " Exchange host that sees only its balancer");

  /** How the server sees it. */
  Contact contact() throws NotKnown {
    return call.orElseThrow(() -> new NotKnown(NO_ADDRESS));
  }

  /** The connector that answers; empty if none does. */
  Optional<Resource> connector() throws NotKnown {
    return answer().connector();
  }

  /** Who answers, or why nobody does. */
  Reception.Answer answer() throws NotKnown {
    return reception.of(contact());
  }

  /** Who is meant to answer. */
  Intent intent() throws NotKnown {
    return reception.intent(contact());
  }

  /** Such as "10.0.4.11 port 25", whatever server it calls. */
  String caller() throws NotKnown {
    return Types.ADDRESS_SET.show(contact().source()) + " port " + contact().port();
  }

  /** Such as "10.0.4.11 on EX01 port 25". */
  String words() throws NotKnown {
    Contact contact = contact();
    return Types.ADDRESS_SET.show(contact.source())
        + " on "
        + exchange.host()
        + " port "
        + contact.port();
  }
}
