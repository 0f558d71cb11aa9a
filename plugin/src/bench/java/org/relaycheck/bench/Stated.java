package org.relaycheck.bench;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.Raw;

/** A value for every setting of a receive connector that a policy can state and a server tells. */
final class Stated {

  /** What differs from the examples; together they break no rule. */
  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          entry("Bindings", "0.0.0.0:25, [::]:25"),
          entry("Banner", "220 SMTP Server Ready"),
          entry("AuthMechanism", "Tls, Integrated, BasicAuth, BasicAuthRequireTLS"),
          entry("PermissionGroups", "AnonymousUsers, ExchangeServers"),
          entry("ExtendedRights", "allow anonymous ms-Exch-SMTP-Submit"),
          entry("TlsDomainCapabilities", "mail.example.com:AcceptCloudServicesMail"),
          entry("MaxHopCount", "60"),
          entry("MaxAcknowledgementDelay", "00:00:30"),
          entry("ConnectionTimeout", "00:10:00"),
          entry("LongAddressesEnabled", "false"),
          entry("Fqdn", "relay.corp.example"));

  private static final List<String> EXAMPLES =
      List.of("100", "65536", "true", "00:05:00", "5", "None", "FrontendTransport", "Enabled");

  private Stated() {}

  /** By name, in order. */
  static Map<String, String> settings() {
    Map<String, String> values = new TreeMap<>();
    for (Property<?> row : ReceiveConnectorRows.CATALOGUE.rows()) {
      if (is(row)) {
        values.put(row.name(), SPECIAL.getOrDefault(row.name(), example(row)));
      }
    }
    return values;
  }

  /** Whether a policy can state the row and a server tells it. */
  static boolean is(Property<?> row) {
    return row.binding() instanceof Binding.SetParameter || row.binding() instanceof Binding.Right;
  }

  private static <T> String example(Property<T> row) {
    for (String text : EXAMPLES) {
      Optional<T> value = row.read(Raw.text(text)).known();
      if (value.filter(row.allowed().allows()).isPresent()) {
        return text;
      }
    }
    return "";
  }
}
