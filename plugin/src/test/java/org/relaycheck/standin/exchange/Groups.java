package org.relaycheck.standin.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each permission group puts into the access list. */
final class Groups {

  static final Map<String, List<Entry>> ENTRIES = new LinkedHashMap<>();

  static {
    add("AnonymousUsers", "S-1-5-7", "ms-Exch-SMTP-Submit", "ms-Exch-SMTP-Accept-Any-Sender");
    add("AnonymousUsers", "S-1-5-7", "ms-Exch-Accept-Headers-Routing");
    add("AnonymousUsers", "S-1-5-7", "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender");
    add("ExchangeUsers", "S-1-5-11", "ms-Exch-SMTP-Submit", "ms-Exch-SMTP-Accept-Any-Recipient");
    add("ExchangeUsers", "S-1-5-11", "ms-Exch-Bypass-Anti-Spam", "ms-Exch-Accept-Headers-Routing");
    add("ExchangeServers", Organisation.SERVERS, "ms-Exch-SMTP-Submit", "ms-Exch-Accept-XShadow");
    add("ExchangeServers", Organisation.SERVERS, "ms-Exch-SMTP-Accept-Any-Recipient");
    add("ExchangeLegacyServers", "S-1-5-21-1-2-3-1111", "ms-Exch-SMTP-Submit");
    add("Partners", "S-1-9-1419165041-1139599005-3936102811-1022490595-10", "ms-Exch-SMTP-Submit");
  }

  private Groups() {}

  private static void add(String group, String sid, String... rights) {
    for (String right : rights) {
      ENTRIES
          .computeIfAbsent(group, g -> new ArrayList<>())
          .add(new Entry(true, sid, right, false));
    }
  }
}
