package org.relaycheck.state;

import java.time.LocalDate;
import java.util.List;

/**
 * Hosts that are not asked for a time, because somebody works on them.
 *
 * @param hosts in whatever case
 * @param until the last day, in UTC
 * @param reason what is done there
 * @param owner who does it
 * @param place where it stands
 */
public record MaintenanceWindow(
    List<String> hosts, LocalDate until, String reason, String owner, Place place) {

  public MaintenanceWindow {
    hosts = List.copyOf(hosts);
  }

  /** Whether it has ended; on its last day it has not. */
  public boolean isOver(LocalDate today) {
    return until.isBefore(today);
  }

  public boolean isOn(String host) {
    return hosts.stream().anyMatch(one -> Address.compareFolded(one, host) == 0);
  }
}
