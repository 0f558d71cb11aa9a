package org.relaycheck.landscape;

import org.relaycheck.value.Limit;

/**
 * What a percentage of a connector's remaining connections gives one client.
 *
 * @param whole MaxInboundConnection
 * @param percent MaxInboundConnectionPercentagePerSource
 * @param load the connections that others keep open
 */
public record SourceShare(long whole, long percent, long load) {

  public static final long ALL = 100;

  public static final Lack OF_UNLIMITED =
      new Lack(
          "what a percentage of an unlimited MaxInboundConnection comes to is not documented",
          "state MaxInboundConnection as a number");

  private long remaining() {
    return Math.max(0, whole - load);
  }

  /** In the most generous reading: nothing of the client's own counts, and it is rounded up. */
  public long most() {
    return ceiling(percent * remaining(), ALL);
  }

  /** With its own connections counted among those that are no longer there. */
  private long own() {
    return percent * remaining() / (ALL + percent);
  }

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
        + remaining()
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
