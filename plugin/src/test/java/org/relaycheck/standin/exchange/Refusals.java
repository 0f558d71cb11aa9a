package org.relaycheck.standin.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.relaycheck.standin.powershell.Fault;

/** What Exchange refuses of a connector's settings together. */
final class Refusals {

  private Refusals() {}

  static void check(Connector connector, List<Connector> others, boolean edge) {
    timeouts(connector);
    authentication(connector);
    if (text(connector, "BinaryMimeEnabled").equals("True")
        && text(connector, "ChunkingEnabled").equals("False")) {
      throw new Fault("BinaryMimeEnabled needs ChunkingEnabled.");
    }
    String banner = text(connector, "Banner");
    if (!banner.isEmpty() && !banner.startsWith("220")) {
      throw new Fault("The banner must start with 220.");
    }
    if (edge && text(connector, "PermissionGroups").matches(".*(ExchangeUsers|Legacy).*")) {
      throw new Fault("The group is not available on Edge.");
    }
    if (text(connector, "LongAddressesEnabled").equals("True")
        && text(connector, "TransportRole").equals("FrontendTransport")) {
      throw new Fault("LongAddressesEnabled is for the Hub role.");
    }
    others.forEach(other -> bindings(connector, other));
  }

  private static String text(Connector connector, String setting) {
    return String.valueOf(connector.settings.getOrDefault(setting, ""));
  }

  private static void timeouts(Connector connector) {
    if (span(text(connector, "ConnectionTimeout"))
            .compareTo(span(text(connector, "ConnectionInactivityTimeout")))
        <= 0) {
      throw new Fault("ConnectionTimeout must be greater than ConnectionInactivityTimeout.");
    }
  }

  private static Duration span(String text) {
    String[] days = text.contains(".") ? text.split("\\.") : new String[] {"0", text};
    String[] parts = days[1].split(":");
    return Duration.ofDays(Long.parseLong(days[0]))
        .plusHours(Long.parseLong(parts[0]))
        .plusMinutes(Long.parseLong(parts[1]))
        .plusSeconds(Long.parseLong(parts[2]));
  }

  private static void authentication(Connector connector) {
    Set<String> words = Set.of(text(connector, "AuthMechanism").split(", "));
    if (words.contains("BasicAuthRequireTLS") && !words.containsAll(Set.of("Tls", "BasicAuth"))) {
      throw new Fault("BasicAuthRequireTLS requires BasicAuth and Tls.");
    }
    if (words.contains("ExternalAuthoritative")) {
      if (!Set.of("Tls", "ExternalAuthoritative").containsAll(words)) {
        throw new Fault("ExternalAuthoritative coexists only with Tls.");
      }
      if (!text(connector, "PermissionGroups").contains("ExchangeServers")) {
        throw new Fault("ExternalAuthoritative requires ExchangeServers.");
      }
    }
    if (text(connector, "RequireTLS").equals("True") && !words.contains("Tls")) {
      throw new Fault("RequireTLS requires Tls.");
    }
  }

  private static void bindings(Connector one, Connector other) {
    boolean sameBinding =
        ((List<?>) one.get("Bindings"))
            .stream().anyMatch(((List<?>) other.get("Bindings"))::contains);
    boolean sameRole = text(one, "TransportRole").equals(text(other, "TransportRole"));
    boolean sameRange =
        Set.copyOf((List<?>) one.get("RemoteIPRanges"))
            .equals(Set.copyOf((List<?>) other.get("RemoteIPRanges")));
    if (sameBinding && (!sameRole || sameRange)) {
      throw new Fault(
          "The values that you specified for the Bindings and RemoteIPRanges parameters conflict with"
              + " the settings on Receive connector \""
              + other.name
              + "\".");
    }
  }
}
