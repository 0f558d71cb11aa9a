package org.relaycheck.report.plan;

import java.util.List;

/** The hosts of a row, in as many words as a row has room for. */
final class HostNames {

  private HostNames() {}

  static String of(List<String> hosts, int most) {
    return hosts.size() <= most
        ? String.join(", ", hosts)
        : String.join(", ", hosts.subList(0, most)) + " and " + (hosts.size() - most) + " more";
  }
}
