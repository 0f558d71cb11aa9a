package org.relaycheck.bench;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import org.javers.core.metamodel.annotation.Id;

/**
 * A receive connector as a plain bean, a field a setting, which is what JaVers compares.
 *
 * <p>The fields are spelled as the settings are, so that the names can be looked up.
 */
final class ConnectorBean {

  @Id String identity = "";
  boolean Enabled;
  String Comment = "";
  String TransportRole = "";
  Set<String> Bindings = Set.of();
  Set<String> RemoteIPRanges = Set.of();
  Set<String> AuthMechanism = Set.of();
  Set<String> PermissionGroups = Set.of();
  Set<String> ExtendedRights = Set.of();
  boolean RequireTLS;
  boolean RequireEHLODomain;
  boolean DomainSecureEnabled;
  boolean EnableAuthGSSAPI;
  String ExtendedProtectionPolicy = "";
  boolean SuppressXAnonymousTls;
  String TlsCertificateName = "";
  Set<String> TlsDomainCapabilities = Set.of();
  String Fqdn = "";
  String ServiceDiscoveryFqdn = "";
  String Banner = "";
  String DefaultDomain = "";
  boolean AdvertiseClientSettings;
  boolean BareLinefeedRejectionEnabled;
  boolean BinaryMimeEnabled;
  boolean ChunkingEnabled;
  boolean DeliveryStatusNotificationEnabled;
  boolean EightBitMimeEnabled;
  boolean EnhancedStatusCodesEnabled;
  boolean PipeliningEnabled;
  boolean LongAddressesEnabled;
  boolean OrarEnabled;
  boolean SmtpUtf8Enabled;
  boolean RejectReservedTopLevelRecipientDomains;
  boolean RejectReservedSecondLevelRecipientDomains;
  boolean RejectSingleLabelRecipientDomains;
  String ConnectionTimeout = "";
  String ConnectionInactivityTimeout = "";
  String MessageRateLimit = "";
  Set<String> MessageRateSource = Set.of();
  String MaxInboundConnection = "";
  String MaxInboundConnectionPerSource = "";
  long MaxInboundConnectionPercentagePerSource;
  String MaxHeaderSize = "";
  String MaxMessageSize = "";
  long MaxHopCount;
  long MaxLocalHopCount;
  long MaxLogonFailures;
  String MaxProtocolErrors = "";
  long MaxRecipientsPerMessage;
  String TarpitInterval = "";
  String AuthTarpitInterval = "";
  String MaxAcknowledgementDelay = "";
  String SizeEnabled = "";
  String ProtocolLoggingLevel = "";

  /** A bean of these texts by the settings' names; JaVers reads the fields by reflection too. */
  static ConnectorBean of(String identity, Map<String, String> texts) {
    ConnectorBean bean = new ConnectorBean();
    bean.identity = identity;
    texts.forEach((name, text) -> bean.set(name, text));
    return bean;
  }

  private void set(String name, String text) {
    try {
      Field field = ConnectorBean.class.getDeclaredField(name);
      if (field.getType() == boolean.class) {
        field.setBoolean(this, Boolean.parseBoolean(text));
      } else if (field.getType() == long.class) {
        field.setLong(this, Long.parseLong(text));
      } else {
        field.set(this, field.getType() == Set.class ? Set.of(text.split(", ")) : text);
      }
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("the bean lacks the setting " + name, missing);
    }
  }
}
