package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * A domain whose mail the organisation takes.
 *
 * @param name such as corp.example, or {@code *} for every domain there is
 * @param type Authoritative, InternalRelay or ExternalRelay
 */
public record AcceptedDomain(String name, String type) {

  private static final String READ = "AcceptedDomains";
  private static final String EACH = "AcceptedDomain.";
  private static final String SUBDOMAINS = "*.";

  /** All of the organisation, as one of its servers was told. */
  static List<AcceptedDomain> of(Server server) throws NotKnownException {
    server.listed(READ);
    List<AcceptedDomain> all = new ArrayList<>();
    server.allTold(EACH).forEach((name, type) -> all.add(new AcceptedDomain(name, type)));
    return all;
  }

  /** Whether it stands for every domain there is. */
  public boolean isEverything() {
    return name.equals("*");
  }

  /** Whether mail to a domain is taken because of it. */
  public boolean holds(String domain) {
    String asked = domain.toLowerCase(Locale.ROOT);
    String own = name.toLowerCase(Locale.ROOT);
    return isEverything()
        || asked.equals(own)
        || (own.startsWith(SUBDOMAINS)
            && (asked.endsWith(own.substring(1))
                || asked.equals(own.substring(SUBDOMAINS.length()))));
  }
}
