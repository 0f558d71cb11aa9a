package org.relaycheck.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a site accepts for a time.
 *
 * @param waivers drift
 * @param maintenance hosts that do not answer as they should
 */
public record Waivers(List<Waiver> waivers, List<MaintenanceWindow> maintenance) {

  public Waivers {
    waivers = List.copyOf(waivers);
    maintenance = List.copyOf(maintenance);
  }

  public static Waivers none() {
    return new Waivers(List.of(), List.of());
  }

  /** Why a host is not asked on a day; empty if it is. */
  public Optional<MaintenanceWindow> maintenance(String host, LocalDate today) {
    return maintenance.stream().filter(one -> one.isOn(host) && !one.isOver(today)).findFirst();
  }
}
