package org.relaycheck.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relaycheck.pwsh.Fault;

/** The parameters of Set-ReceiveConnector: what each takes, and how Get- prints it. */
final class Formats {

  private static final Map<String, String> KINDS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private static final Map<String, List<String>> WORDS = new TreeMap<>();

  static {
    kind("flag", "Enabled RequireTLS RequireEHLODomain DomainSecureEnabled EnableAuthGSSAPI");
    kind("flag", "SuppressXAnonymousTls AdvertiseClientSettings BareLinefeedRejectionEnabled");
    kind("flag", "BinaryMimeEnabled ChunkingEnabled DeliveryStatusNotificationEnabled");
    kind("flag", "EightBitMimeEnabled EnhancedStatusCodesEnabled PipeliningEnabled");
    kind("flag", "LongAddressesEnabled OrarEnabled SmtpUtf8Enabled");
    kind("flag", "RejectReservedTopLevelRecipientDomains RejectSingleLabelRecipientDomains");
    kind("flag", "RejectReservedSecondLevelRecipientDomains");
    kind("text", "Comment TlsCertificateName Fqdn ServiceDiscoveryFqdn Banner DefaultDomain");
    kind("list", "Bindings RemoteIPRanges TlsDomainCapabilities");
    kind("span", "ConnectionTimeout ConnectionInactivityTimeout TarpitInterval");
    kind("span", "AuthTarpitInterval MaxAcknowledgementDelay");
    kind("limit", "MessageRateLimit MaxInboundConnection MaxInboundConnectionPerSource");
    kind("limit", "MaxProtocolErrors");
    kind("count", "MaxInboundConnectionPercentagePerSource MaxHopCount MaxLocalHopCount");
    kind("count", "MaxLogonFailures MaxRecipientsPerMessage");
    kind("size", "MaxHeaderSize MaxMessageSize");
    words(
        "AuthMechanism",
        "Tls Integrated BasicAuth BasicAuthRequireTLS ExchangeServer ExternalAuthoritative");
    words(
        "PermissionGroups",
        "AnonymousUsers ExchangeUsers ExchangeServers ExchangeLegacyServers Partners");
    words("MessageRateSource", "IPAddress User");
    word("TransportRole", "HubTransport FrontendTransport");
    word("ExtendedProtectionPolicy", "None Allow Require");
    word("SizeEnabled", "Disabled Enabled EnabledWithoutValue");
    word("ProtocolLoggingLevel", "None Verbose");
  }

  private Formats() {}

  private static void kind(String kind, String names) {
    for (String name : names.split(" ")) {
      KINDS.put(name, kind);
    }
  }

  private static void words(String name, String all) {
    kind("words", name);
    WORDS.put(name, List.of(all.split(" ")));
  }

  private static void word(String name, String all) {
    kind("word", name);
    WORDS.put(name, List.of(all.split(" ")));
  }

  static boolean known(String name) {
    return KINDS.containsKey(name);
  }

  static Set<String> names() {
    return KINDS.keySet();
  }

  static boolean flag(String name) {
    return "flag".equals(KINDS.get(name));
  }

  /** What Get- prints after Set- took the value; throws what Exchange would say. */
  static Object printed(String name, Object value) {
    String kind = KINDS.get(name);
    if (value == null || value.equals("")) {
      if (kind.equals("list")) {
        return List.of();
      }
      if (kind.equals("text")) {
        return "";
      }
      throw new Fault("Cannot bind argument to parameter '" + name + "' because it is null.");
    }
    return switch (kind) {
      case "flag" -> capital(String.valueOf((boolean) (Boolean) value));
      case "text" -> (String) value;
      case "list" -> reversed((List<?>) value);
      case "span" -> span((String) value);
      case "limit" -> value instanceof Long number ? number.toString() : unlimited((String) value);
      case "count" -> String.valueOf((long) (Long) value);
      case "size" -> size((Long) value);
      default -> spelled(name, (String) value);
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Lists come back in another order than they were given. */
  private static List<String> reversed(List<?> texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(0, (String) text));
    return List.copyOf(all);
  }

  private static String span(String text) {
    if (!text.matches("(\\d+\\.)?\\d\\d:\\d\\d:\\d\\d(\\.\\d{7})?")) {
      throw new Fault("Cannot convert value \"" + text + "\" to type EnhancedTimeSpan.");
    }
    return text;
  }

  private static String unlimited(String text) {
    if (!text.equals("unlimited")) {
      throw new Fault("Cannot convert value \"" + text + "\" to type Unlimited.");
    }
    return "Unlimited";
  }

  /** The unit is rounded, as Exchange rounds it. */
  static String size(long bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    int unit = 0;
    double rest = bytes;
    while (rest >= 1024 && unit < units.length - 1) {
      rest /= 1024;
      unit++;
    }
    String rounded = String.format(Locale.ROOT, "%.4g", rest).replaceAll("\\.?0+$", "");
    return String.format(Locale.ROOT, "%s %s (%,d bytes)", rounded, units[unit], bytes);
  }

  private static String spelled(String name, String text) {
    Set<String> found = new LinkedHashSet<>();
    for (String word : text.split(",\\s*")) {
      if (word.equals("None")) {
        continue;
      }
      if (!WORDS.get(name).contains(word)) {
        throw new Fault("Cannot convert value \"" + text + "\" to the type of " + name + ".");
      }
      found.add(word);
    }
    List<String> inOrder = WORDS.get(name).stream().filter(found::contains).toList();
    return inOrder.isEmpty() ? "None" : String.join(", ", inOrder);
  }
}
