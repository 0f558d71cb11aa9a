package org.relaycheck.resource.receiveconnectors;

import org.relaycheck.catalogue.Release;
import org.relaycheck.catalogue.Version;

/** The releases of Exchange Server, by the version that a server tells of itself. */
public final class ExchangeReleases {

  public static final Release EXCHANGE_2007 = new Release("Exchange 2007", Version.of(8, 0));
  public static final Release EXCHANGE_2007_SP1 =
      new Release("Exchange 2007 SP1", Version.of(8, 1));
  public static final Release EXCHANGE_2010 = new Release("Exchange 2010", Version.of(14, 0));
  public static final Release EXCHANGE_2010_SP1 =
      new Release("Exchange 2010 SP1", Version.of(14, 1));
  public static final Release EXCHANGE_2010_SP2 =
      new Release("Exchange 2010 SP2", Version.of(14, 2));
  public static final Release EXCHANGE_2013 = new Release("Exchange 2013", Version.of(15, 0));
  public static final Release EXCHANGE_2016 = new Release("Exchange 2016", Version.of(15, 1));
  public static final Release EXCHANGE_2019 = new Release("Exchange 2019", Version.of(15, 2));

  /**
   * Shares major and minor version with 2019: only the build tells them apart. The first build is
   * the one that servers show in the headers of mail since the release, no reference's.
   */
  public static final Release EXCHANGE_SE = new Release("Exchange SE", Version.of(15, 2, 2562));

  private ExchangeReleases() {}
}
