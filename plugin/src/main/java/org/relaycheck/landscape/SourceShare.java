package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE;

import java.util.Optional;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.value.Limit;

/**
 * What a percentage of a connector's remaining connections gives one client (Set-ReceiveConnector
 * reference: a percentage of what is available). How it is rounded, and whether a client's own
 * connections count, is not documented.
 *
 * @param whole MaxInboundConnection
 * @param percent MaxInboundConnectionPercentagePerSource
 * @param load the connections that others keep open
 */
public record SourceShare(Limit whole, long percent, long load) {

  public static final long ALL = 100;

  private static final UnknownFact OF_UNLIMITED =
      new UnknownFact(
          "what a percentage of an unlimited MaxInboundConnection comes to is not documented",
          "state MaxInboundConnection as a number");

  /** Of a connector at the usual load of its server; empty if a limit is not known. */
  public static Optional<SourceShare> of(Connector connector) {
    Optional<Limit> whole = connector.known(MAX_INBOUND_CONNECTION).value();
    Optional<Long> percent = connector.known(MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE).value();
    return whole.flatMap(all -> percent.map(part -> new SourceShare(all, part, load(connector))));
  }

  /** The connections that others keep open on a connector's server, as people tell. */
  public static long load(Connector connector) {
    return connector.server().around().usualLoad().orElse(0L);
  }

  /** Itself, if what it comes to is documented. */
  public SourceShare documented() throws NotKnownException {
    if (!isKnown()) {
      throw new NotKnownException(OF_UNLIMITED);
    }
    return this;
  }

  /** Whether what it comes to is documented. */
  public boolean isKnown() {
    return !whole.isUnlimited() || percent >= ALL;
  }

  private long remaining() {
    return Math.max(0, whole.most() - load);
  }

  /** In the most generous reading: nothing of the client's own counts, and it is rounded up. */
  public Limit most() {
    return whole.isUnlimited() ? whole : new Limit(ceiling(percent * remaining(), ALL));
  }

  /** With its own connections counted among those that are no longer there. */
  private long own() {
    return percent * remaining() / (ALL + percent);
  }

  /** That a source gets less than it is promised, in words. */
  public String found(Limit wanted) {
    String loaded = load == 0 ? "" : " under the usual load of " + load;
    return "with MaxInboundConnection "
        + whole
        + " and MaxInboundConnectionPercentagePerSource "
        + percent
        + loaded
        + " a source gets at most "
        + most()
        + " connections (about "
        + own()
        + " if its own count), "
        + (wanted.isUnlimited() ? "although" : "not the " + wanted + " of")
        + " MaxInboundConnectionPerSource"
        + (wanted.isUnlimited() ? " is unlimited" : "");
  }

  /** What it comes to, in words. */
  public String inWords() {
    return most()
        + " (MaxInboundConnectionPercentagePerSource "
        + percent
        + " of the "
        + (whole.isUnlimited() ? "unlimited number" : String.valueOf(remaining()))
        + " that remain of MaxInboundConnection)";
  }

  /** The lowest percentage that is enough in the strictest reading, or what else would be. */
  public String enough(Limit wanted) {
    long rest = remaining() - wanted.most();
    long needed = rest > 0 ? ceiling(ALL * wanted.most(), rest) : ALL + 1;
    return needed <= ALL
        ? "MaxInboundConnectionPercentagePerSource at least " + needed
        : "MaxInboundConnectionPerSource at most " + own() + room(wanted);
  }

  private String room(Limit wanted) {
    return wanted.isUnlimited()
        ? ", or MaxInboundConnectionPercentagePerSource " + ALL
        : ", or MaxInboundConnection at least "
            + (load + 2 * wanted.most())
            + " and MaxInboundConnectionPercentagePerSource "
            + ALL;
  }

  private static long ceiling(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
