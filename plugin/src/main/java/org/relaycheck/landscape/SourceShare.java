package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE;

import java.util.Optional;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.value.Limit;

/**
 * What a percentage of a connector's remaining connections gives one client (Set-ReceiveConnector
 * reference: a percentage of what is available). How it is rounded, and whether a client's own
 * connections count, is not documented.
 *
 * @param promised MaxInboundConnectionPerSource, which limits the same
 * @param whole MaxInboundConnection
 * @param percent MaxInboundConnectionPercentagePerSource
 * @param load the connections that others keep open
 */
public record SourceShare(Limit promised, Limit whole, long percent, long load) {

  public static final long ALL = 100;

  private static final UnknownFact OF_UNLIMITED =
      new UnknownFact(
          "what a percentage of an unlimited MaxInboundConnection amounts to is not documented",
          "state MaxInboundConnection as a number");

  /** Of a connector at the usual load of its server, as people tell it. */
  public static SourceShare of(Connector connector) throws NotKnownException {
    return new SourceShare(
        connector.least(MAX_INBOUND_CONNECTION_PER_SOURCE),
        connector.most(MAX_INBOUND_CONNECTION),
        connector.most(MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE),
        connector.server().around().usualLoad().orElse(0L));
  }

  /** The same for a source that wants so many. */
  public SourceShare promising(Limit wanted) {
    return new SourceShare(wanted, whole, percent, load);
  }

  /** That it gives a source less than it is promised, in words; empty if it does not. */
  public Optional<String> shortfall() throws NotKnownException {
    if (!isKnown()) {
      throw new NotKnownException(OF_UNLIMITED);
    }
    return binds() ? Optional.of(found()) : Optional.empty();
  }

  /** Whether it, and not what is promised, is the limit for one source. */
  public boolean binds() {
    return most().compareTo(promised) < 0;
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

  private String found() {
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
        + (promised.isUnlimited() ? "although" : "not the " + promised + " of")
        + " MaxInboundConnectionPerSource"
        + (promised.isUnlimited() ? " is unlimited" : "");
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
  public String enough() {
    long rest = remaining() - promised.most();
    long needed = rest > 0 ? ceiling(ALL * promised.most(), rest) : ALL + 1;
    return needed <= ALL
        ? "MaxInboundConnectionPercentagePerSource at least " + needed
        : "MaxInboundConnectionPerSource at most " + own() + room();
  }

  private String room() {
    return promised.isUnlimited()
        ? ", or MaxInboundConnectionPercentagePerSource " + ALL
        : ", or MaxInboundConnection at least "
            + (load + 2 * promised.most())
            + " and MaxInboundConnectionPercentagePerSource "
            + ALL;
  }

  private static long ceiling(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
