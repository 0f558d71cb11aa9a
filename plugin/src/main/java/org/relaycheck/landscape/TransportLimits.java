package org.relaycheck.landscape;

import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Size;
import org.relaycheck.value.Types;

/**
 * What Get-TransportConfig tells of an organisation, as one of its servers was told.
 *
 * @param server the server
 */
public record TransportLimits(Server server) {

  private static final String SIZE = "TransportConfig.MaxReceiveSize";
  private static final String RECIPIENTS = "TransportConfig.MaxRecipientEnvelopeLimit";

  /** The most bytes that a mail from outside may have. */
  Limit receiveSize() throws NotKnownException {
    String text = server.fact(SIZE);
    boolean none = Types.LIMIT.read(Raw.text(text)).known().filter(Limit::isUnlimited).isPresent();
    return none ? Limit.UNLIMITED : new Limit(known(SIZE, Types.SIZE.read(Raw.text(text))).bytes());
  }

  /** The most recipients that a mail may have. */
  public Limit recipients() throws NotKnownException {
    return known(RECIPIENTS, Types.LIMIT.read(Raw.text(server.fact(RECIPIENTS))));
  }

  private static <T> T known(String fact, Seen<T> seen) throws NotKnownException {
    if (seen.known().isEmpty()) {
      String why = seen.problem().orElse("it is empty");
      throw new NotKnownException(
          new UnknownFact(fact + " is not known: " + why, "check it by hand"));
    }
    return seen.known().get();
  }

  /** Bytes as a person states a size. */
  public static String shown(long bytes) {
    return Types.SIZE.show(new Size(bytes));
  }
}
