package org.relaycheck.report;

import java.util.List;
import org.relaycheck.compare.HostNames;
import org.relaycheck.report.html.HtmlWriter;

/**
 * Names of hosts on a page: the first few, and all of many to unfold.
 *
 * @param hosts at least one
 */
record HostNamesFold(List<String> hosts) {

  void write(HtmlWriter page) {
    if (hosts.size() <= HostNames.MOST) {
      page.element("code", HostNames.list(hosts));
      return;
    }
    page.open("details").element("summary", HostNames.list(hosts)).open("ul");
    hosts.forEach(host -> page.element("li", host));
    page.close("ul").close("details");
  }
}
