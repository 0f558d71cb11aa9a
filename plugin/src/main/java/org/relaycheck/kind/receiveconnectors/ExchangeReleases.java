package org.relaycheck.kind.receiveconnectors;

import org.relaycheck.catalogue.NamedRelease;
import org.relaycheck.catalogue.Version;

/** The releases of Exchange Server, by the version that a server tells of itself. */
public final class ExchangeReleases {

  public static final NamedRelease EXCHANGE_2007 =
      new NamedRelease("Exchange 2007", Version.of(8, 0));
  public static final NamedRelease EXCHANGE_2007_SP1 =
      new NamedRelease("Exchange 2007 SP1", Version.of(8, 1));
  public static final NamedRelease EXCHANGE_2010 =
      new NamedRelease("Exchange 2010", Version.of(14, 0));
  public static final NamedRelease EXCHANGE_2010_SP1 =
      new NamedRelease("Exchange 2010 SP1", Version.of(14, 1));
  public static final NamedRelease EXCHANGE_2010_SP2 =
      new NamedRelease("Exchange 2010 SP2", Version.of(14, 2));
  public static final NamedRelease EXCHANGE_2013 =
      new NamedRelease("Exchange 2013", Version.of(15, 0));
  public static final NamedRelease EXCHANGE_2016 =
      new NamedRelease("Exchange 2016", Version.of(15, 1));
  public static final NamedRelease EXCHANGE_2019 =
      new NamedRelease("Exchange 2019", Version.of(15, 2));

  /**
   * Shares major and minor version with 2019: only the build tells them apart. The first build is
   * the one that servers show in the headers of mail since the release, no reference's.
   */
  public static final NamedRelease EXCHANGE_SE =
      new NamedRelease("Exchange SE", Version.of(15, 2, 2562));

  private ExchangeReleases() {}
}
