package org.relaycheck.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A connector as New-ReceiveConnector makes it. */
final class Fresh {

  private Fresh() {}

  static Connector connector(
      String server, String name, Map<String, Object> settings, Set<String> lacking) {
    Connector connector = new Connector(server, name);
    for (String setting : Formats.names()) {
      if (Formats.flag(setting)) {
        connector.put(setting, "False");
      } else {
        connector.put(setting, "");
      }
    }
    for (String on :
        List.of(
            "Enabled",
            "BinaryMimeEnabled",
            "ChunkingEnabled",
            "DeliveryStatusNotificationEnabled",
            "EightBitMimeEnabled",
            "EnhancedStatusCodesEnabled",
            "PipeliningEnabled",
            "SmtpUtf8Enabled")) {
      connector.put(on, "True");
    }
    List.of("Bindings", "RemoteIPRanges", "TlsDomainCapabilities")
        .forEach(list -> connector.put(list, List.of()));
    connector.put("ConnectionTimeout", "00:10:00");
    connector.put("ConnectionInactivityTimeout", "00:05:00");
    connector.put("TarpitInterval", "00:00:05");
    connector.put("AuthTarpitInterval", "00:00:05");
    connector.put("MaxAcknowledgementDelay", "00:00:30");
    connector.put("MessageRateLimit", "Unlimited");
    connector.put("MaxInboundConnection", "5000");
    connector.put("MaxInboundConnectionPerSource", "20");
    connector.put("MaxInboundConnectionPercentagePerSource", "2");
    connector.put("MaxProtocolErrors", "5");
    connector.put("MaxHopCount", "60");
    connector.put("MaxLocalHopCount", "12");
    connector.put("MaxLogonFailures", "3");
    connector.put("MaxRecipientsPerMessage", "200");
    connector.put("MaxHeaderSize", Formats.size(262_144));
    connector.put("MaxMessageSize", Formats.size(37_748_736));
    connector.put("AuthMechanism", "Tls");
    connector.put("PermissionGroups", "None");
    connector.put("MessageRateSource", "IPAddress");
    connector.put("TransportRole", "HubTransport");
    connector.put("ExtendedProtectionPolicy", "None");
    connector.put("SizeEnabled", "Enabled");
    connector.put("ProtocolLoggingLevel", "None");
    connector.put("Fqdn", server.toLowerCase(java.util.Locale.ROOT) + ".corp.example");
    connector.settings.putAll(settings);
    connector.settings.keySet().removeAll(lacking);
    return connector;
  }
}
