package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_MESSAGE_SIZE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.SETUP;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * A limit on the size of a mail.
 *
 * @param bytes the most that a mail may have
 * @param setting what sets it, in words
 */
public record SizeCap(long bytes, String setting) {

  /** The port on which the Hub service takes what the Frontend passes on. */
  private static final int PASSED_ON = 2525;

  private static final long CODED = 4;
  private static final long PLAIN = 3;

  /** The bytes that an attachment has at least in a mail: base64 makes four of three (RFC 2045). */
  private static long coded(long file) {
    return Math.multiplyExact(file, CODED) / PLAIN;
  }

  /** The lowest limit behind a connector: of the organisation, or of the next connector. */
  public static SizeCap behind(Connector connector) throws NotKnownException {
    List<SizeCap> caps = new ArrayList<>();
    long most = new TransportLimits(connector.server()).receiveSize().most();
    caps.add(new SizeCap(most, "MaxReceiveSize of Set-TransportConfig"));
    next(connector).ifPresent(caps::add);
    return lowest(caps);
  }

  /** The lowest limit on the way through a connector. */
  static SizeCap through(Connector connector) throws NotKnownException {
    long own = connector.value(MAX_MESSAGE_SIZE).bytes();
    return lowest(List.of(new SizeCap(own, named(connector)), behind(connector)));
  }

  private static SizeCap lowest(List<SizeCap> caps) {
    return caps.stream().min(Comparator.comparingLong(SizeCap::bytes)).orElseThrow();
  }

  private static Optional<SizeCap> next(Connector connector) throws NotKnownException {
    Server server = connector.server();
    if (server.lacks(Product.EXCHANGE, TRANSPORT_ROLE)
        || !connector.value(TRANSPORT_ROLE).equals("FrontendTransport")) {
      return Optional.empty();
    }
    for (ServerResource other : server.all(ReceiveConnectorRows.CATALOGUE)) {
      if (takesOver(other)) {
        long bytes = other.value(MAX_MESSAGE_SIZE).bytes();
        return Optional.of(new SizeCap(bytes, named(other)));
      }
    }
    return Optional.empty();
  }

  private static boolean takesOver(ServerResource other) throws NotKnownException {
    return other.value(TRANSPORT_ROLE).equals("HubTransport")
        && other.value(BINDINGS).stream().anyMatch(one -> one.port() == PASSED_ON)
        && other.value(SETUP);
  }

  private static String named(ServerResource connector) {
    return "MaxMessageSize of " + connector;
  }

  /** That an attachment as large as Database Mail sends does not get through, in words. */
  public Optional<String> exceeded(long file) {
    return coded(file) > bytes
        ? Optional.of(
            "an attachment of MaxFileSize "
                + file
                + " bytes has at least "
                + coded(file)
                + " in a mail, and the limit is "
                + words())
        : Optional.empty();
  }

  /** Such as "36MB (MaxMessageSize of EX01\Default)". */
  public String words() {
    return TransportLimits.shown(bytes) + " (" + setting + ")";
  }
}
