package org.relaycheck.kind.receiveconnectors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.catalogue.SettingOwner;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Right;
import org.relaycheck.value.Size;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;
import org.relaycheck.value.Vocabulary;
import org.relaycheck.value.address.AddressSet;

/** The table of receive connector settings: what Set- and New-ReceiveConnector take. */
public final class ReceiveConnectorRows {

  public static final String FRONTEND_TRANSPORT = "FrontendTransport";
  public static final String HUB_TRANSPORT = "HubTransport";

  /** What the groups show where an access list has rights beyond theirs. */
  public static final String CUSTOM_GROUP = "Custom";

  private static final Binding SET = new Binding.SetParameter();
  private static final Binding NEW = new Binding.CreateOnly();
  private static final Binding RIGHT = new Binding.Right();

  // The numbers serve to read answers that hold numbers for words; they are told to nobody.
  private static final Vocabulary USAGES =
      Vocabulary.empty()
          .word("Custom", 0)
          .word("Internet", 1)
          .word("Internal", 2)
          .word("Client", 3)
          .word("Partner", 4);
  private static final Vocabulary ROLES =
      Vocabulary.empty().word(HUB_TRANSPORT, 32).word(FRONTEND_TRANSPORT, 16384);
  private static final Vocabulary AUTH_MECHANISMS =
      Vocabulary.empty()
          .word("None", 0)
          .word("Tls", 1)
          .word("Integrated", 2)
          .word("BasicAuth", 4)
          .word("BasicAuthRequireTLS", 8)
          .word("ExchangeServer", 16)
          .word("ExternalAuthoritative", 32);
  private static final Vocabulary GROUPS =
      Vocabulary.empty()
          .word("None", 0)
          .word("AnonymousUsers", 1)
          .word("ExchangeUsers", 2)
          .word("ExchangeServers", 4)
          .word("ExchangeLegacyServers", 8)
          .word("Partners", 16)
          .computed(
              CUSTOM_GROUP,
              32,
              "is shown by Exchange for rights beyond the groups and cannot be set; state"
                  + " ExtendedRights instead");
  private static final Vocabulary RATE_SOURCES =
      Vocabulary.empty()
          .word("None", 0)
          .word("IPAddress", 1)
          .word("User", 2)
          .means("All", "IPAddress", "User");
  private static final Vocabulary EXTENDED_PROTECTION =
      Vocabulary.empty().word("None", 0).word("Allow", 1).word("Require", 2);
  private static final Vocabulary SIZE_MODES =
      Vocabulary.empty().word("Disabled", 0).word("Enabled", 1).word("EnabledWithoutValue", 2);
  private static final Vocabulary LOGGING = Vocabulary.empty().word("None", 0).word("Verbose", 1);

  public static final Property<Boolean> ENABLED =
      Row.of("Enabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .symptom("connection refused, or a reply of another connector")
          .because(
              "Whether the connector accepts mail at all.",
              "A disabled relay connector refuses every client, or leaves them to"
                  + " a wider connector on the same port.",
              "Set-ReceiveConnector reference");

  public static final Property<Text> COMMENT =
      Row.of("Comment", Types.EXACT_TEXT, SET)
          .because(
              "Free text for people.",
              "The place to say who may relay and why.",
              "Set-ReceiveConnector reference");

  public static final Property<String> USAGE =
      Row.of("Usage", Types.choice(USAGES), NEW)
          .because(
              "The purpose that a new connector is made for; it picks the first"
                  + " AuthMechanism and PermissionGroups.",
              "It cannot be read back: state what matters as AuthMechanism and PermissionGroups.",
              "New-ReceiveConnector reference");

  public static final Property<String> TRANSPORT_ROLE =
      Row.of("TransportRole", Types.choice(ROLES), SET)
          .byDefault(
              "Default Frontend, Client Frontend, Outbound Proxy Frontend", "FrontendTransport")
          .byDefault("Default, Client Proxy", "HubTransport")
          .since(ExchangeReleases.EXCHANGE_2013)
          .notOn("EDGE")
          .symptom(
              "421 4.3.2 Service not available now and then on port 25; or the"
                  + " connector cannot be created")
          .because(
              "The transport service that listens: FrontendTransport or HubTransport.",
              "A relay connector on port 25 of a Mailbox server belongs to"
                  + " FrontendTransport; both services cannot listen on one address and"
                  + " port.",
              "Set-ReceiveConnector reference; custom receive connector guide");

  public static final Property<Set<org.relaycheck.value.address.NetworkBinding>> BINDINGS =
      Row.of("Bindings", Types.BINDING_SET, SET)
          .byDefault("2013 and later, Default Frontend", "0.0.0.0:25, [::]:25")
          .byDefault("2013 and later, Client Frontend", "0.0.0.0:587, [::]:587")
          .byDefault("2013 and later, Outbound Proxy Frontend", "0.0.0.0:717, [::]:717")
          .byDefault("2013 and later, Default", "0.0.0.0:2525, [::]:2525")
          .byDefault("2013 and later, Client Proxy", "0.0.0.0:465, [::]:465")
          .byDefault("Edge", "0.0.0.0:25")
          .because(
              "The local addresses and ports it listens on.",
              "An address that the server does not have can keep the transport"
                  + " service from starting the next time. A script writes the whole list.",
              "Set-ReceiveConnector reference; receive connectors guide");

  public static final Property<AddressSet> REMOTE_IP_RANGES =
      Row.of("RemoteIPRanges", Types.ADDRESS_SET, SET)
          .byDefault(
              "2013 and later, made by setup",
              "0.0.0.0-255.255.255.255, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
          .byDefault("Edge", "0.0.0.0-255.255.255.255")
          .symptom(
              "550 5.7.54 Unable to relay recipient in non-accepted domain (before"
                  + " 2013: 550 5.7.1 Unable to relay)")
          .because(
              "The client addresses it serves.",
              "Of several connectors on one port the one with the narrowest"
                  + " fitting range answers. Behind a load balancer the balancer's"
                  + " address may be what Exchange sees. A script writes the whole list.",
              "Set-ReceiveConnector reference; receive connectors guide");

  public static final Property<Set<String>> AUTH_MECHANISM =
      Row.of("AuthMechanism", Types.words(AUTH_MECHANISMS), SET)
          .byDefault(
              "2013 and later, Client Frontend", "Tls, Integrated, BasicAuth, BasicAuthRequireTLS")
          .byDefault(
              "2013 and later, others made by setup",
              "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer")
          .byDefault("Edge", "Tls, ExchangeServer")
          .byDefault("made with Usage Custom, Internet or Partner", "Tls")
          .byDefault("made with Usage Internal", "Tls, ExchangeServer")
          .byDefault("made with Usage Client", "Tls, Integrated, BasicAuth, BasicAuthRequireTLS")
          .because(
              "The ways to authenticate that it offers or assumes.",
              "ExternalAuthoritative trusts every client without a login; it goes"
                  + " only with Tls, and needs ExchangeServers in PermissionGroups."
                  + " BasicAuthRequireTLS needs BasicAuth and Tls.",
              "Set-ReceiveConnector reference; receive connectors guide");

  public static final Property<Set<String>> PERMISSION_GROUPS =
      Row.of("PermissionGroups", Types.words(GROUPS), SET)
          .byDefault(
              "2013 and later, Default Frontend",
              "AnonymousUsers, ExchangeServers, ExchangeLegacyServers")
          .byDefault(
              "2013 and later, Default", "ExchangeUsers, ExchangeServers, ExchangeLegacyServers")
          .byDefault("2013 and later, Client Proxy", "ExchangeUsers, ExchangeServers")
          .byDefault("2013 and later, Client Frontend", "ExchangeUsers")
          .byDefault("2013 and later, Outbound Proxy Frontend", "ExchangeServers")
          .byDefault("Edge", "AnonymousUsers, ExchangeServers, Partners")
          .byDefault("made with Usage Custom", "None")
          .byDefault("made with Usage Internet", "AnonymousUsers")
          .byDefault("made with Usage Internal", "ExchangeServers, ExchangeLegacyServers")
          .byDefault("made with Usage Client", "ExchangeUsers")
          .byDefault("made with Usage Partner", "Partners")
          .because(
              "Groups of clients that may submit mail.",
              "An anonymous relay needs AnonymousUsers here and the right to send"
                  + " to any recipient among ExtendedRights. Edge has neither"
                  + " ExchangeUsers nor ExchangeLegacyServers.",
              "Set-ReceiveConnector reference; receive connectors guide; anonymous relay guide");

  public static final Property<Set<Right>> EXTENDED_RIGHTS =
      Row.of("ExtendedRights", Types.RIGHTS, RIGHT)
          .symptom(
              "550 5.7.54 Unable to relay recipient in non-accepted domain (before"
                  + " 2013: 550 5.7.1 Unable to relay)")
          .because(
              "Entries of the connector's access list that are its own, not"
                  + " inherited: allow or deny, who, and the right.",
              "ms-Exch-SMTP-Accept-Any-Recipient is the right to relay. For"
                  + " anonymous, on a connector that serves every address, it makes an"
                  + " open relay.",
              "anonymous relay guide; Get- and Add-ADPermission reference");

  public static final Property<Set<Right>> INHERITED_RIGHTS =
      Row.of("InheritedRights", Types.RIGHTS, new Binding.ReadOnly())
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "Entries of the connector's access list that come from above it, such as from the"
                  + " organisation.",
              "A right to relay that is inherited is found at no connector and opens all of them.",
              "Get-ADPermission reference");

  public static final Property<Set<Text>> OTHER_RIGHTS =
      Row.of("OtherRights", Types.TEXT_SET, new Binding.ReadOnly())
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "Entries of the access list that name no extended right, such as GenericAll;"
                  + " 'inherited' stands before those from above.",
              "GenericAll holds every extended right, that to relay too.",
              "Get-ADPermission reference; ActiveDirectoryRights enumeration");

  public static final Property<Boolean> REQUIRE_TLS =
      Row.of("RequireTLS", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .because(
              "Whether a session must be encrypted before mail is taken.",
              "Needs Tls in AuthMechanism. Database Mail then needs enable_ssl.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> REQUIRE_EHLO_DOMAIN =
      Row.of("RequireEHLODomain", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .because(
              "Whether a client must name itself in EHLO.",
              "The connection of a client that names nothing is closed.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> DOMAIN_SECURE_ENABLED =
      Row.of("DomainSecureEnabled", Types.FLAG, SET)
          .because(
              "Whether mutual TLS with partner domains is possible.",
              "Works only with Tls and without ExternalAuthoritative in"
                  + " AuthMechanism. What setup makes and what is documented differ by"
                  + " connector.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> ENABLE_AUTH_GSSAPI =
      Row.of("EnableAuthGSSAPI", Types.FLAG, SET)
          .byDefault("documented, all but the client connectors", "false")
          .since(ExchangeReleases.EXCHANGE_2007_SP1)
          .because(
              "Whether Kerberos through GSSAPI is offered.",
              "Has an effect only with Integrated in AuthMechanism.",
              "Set-ReceiveConnector reference");

  public static final Property<String> EXTENDED_PROTECTION_POLICY =
      Row.of("ExtendedProtectionPolicy", Types.choice(EXTENDED_PROTECTION), SET)
          .byDefault("everywhere", "None")
          .since(ExchangeReleases.EXCHANGE_2010_SP1)
          .because(
              "Whether Integrated logins must be bound to their TLS channel.",
              "Require shuts out clients that cannot do it.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> SUPPRESS_XANONYMOUS_TLS =
      Row.of("SuppressXAnonymousTls", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2010)
          .because(
              "Whether X-ANONYMOUSTLS between Exchange servers is not offered.",
              "True needs UseDownGradedExchangeServerAuth" + " on the transport service.",
              "Set-ReceiveConnector reference");

  public static final Property<Text> TLS_CERTIFICATE_NAME =
      Row.of("TlsCertificateName", Types.TEXT, SET)
          .since(ExchangeReleases.EXCHANGE_2013)
          .owner(SettingOwner.HYBRID_WIZARD)
          .because(
              "The certificate for TLS, as <I>issuer<S>subject.",
              "When the certificate is renewed by another issuer the name fits no more.",
              "Set-ReceiveConnector reference");

  public static final Property<Set<Text>> TLS_DOMAIN_CAPABILITIES =
      Row.of("TlsDomainCapabilities", Types.CAPABILITY_SET, SET)
          .since(ExchangeReleases.EXCHANGE_2010)
          .owner(SettingOwner.HYBRID_WIZARD)
          .because(
              "Per partner domain, what it may do, as domain:capability.",
              "Belongs to hybrid mail flow; a plain relay leaves it empty.",
              "Set-ReceiveConnector reference");

  public static final Property<Text> FQDN =
      Row.of("Fqdn", Types.TEXT, SET)
          .because(
              "The name it gives itself in its greeting.",
              "Leave that of setup's Default connector alone.",
              "Set-ReceiveConnector reference");

  public static final Property<Text> SERVICE_DISCOVERY_FQDN =
      Row.of("ServiceDiscoveryFqdn", Types.TEXT, SET)
          .since(ExchangeReleases.EXCHANGE_2013)
          .because(
              "The name for service discovery.",
              "A relay leaves it empty.",
              "Set-ReceiveConnector reference");

  public static final Property<Text> BANNER =
      Row.of("Banner", Types.EXACT_TEXT, SET)
          .allows(
              text -> text.spelling().startsWith("220"),
              "text that starts with 220, such as '220 SMTP Server Ready'")
          .because(
              "The greeting line; empty for Exchange's own, which shows product and version.",
              "Hardening guides ask for a line that reveals nothing.",
              "Set-ReceiveConnector reference; DISA STIG");

  public static final Property<Text> DEFAULT_DOMAIN =
      Row.of("DefaultDomain", Types.TEXT, SET)
          .because(
              "The accepted domain that completes an address without a domain.",
              "A relay whose clients send bare names depends on it.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> ADVERTISE_CLIENT_SETTINGS =
      Row.of("AdvertiseClientSettings", Types.FLAG, SET)
          .since(ExchangeReleases.EXCHANGE_2010)
          .because(
              "Whether Outlook on the web shows users this connector for POP and IMAP clients.",
              "Of no use on a relay.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> BARE_LINEFEED_REJECTION_ENABLED =
      Row.of("BareLinefeedRejectionEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2010_SP1)
          .because(
              "Whether messages with line feeds without carriage returns are refused.",
              "Old scripts and devices send such messages. Only Set- takes it.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> BINARY_MIME_ENABLED =
      Row.of("BinaryMimeEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .because(
              "Whether BINARYMIME is offered.",
              "Needs ChunkingEnabled.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> CHUNKING_ENABLED =
      Row.of("ChunkingEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .because(
              "Whether CHUNKING is offered.",
              "BinaryMimeEnabled needs it; a DISA rule asks for it on Edge.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> DELIVERY_STATUS_NOTIFICATION_ENABLED =
      Row.of("DeliveryStatusNotificationEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .because(
              "Whether delivery status notifications (DSN) are offered.",
              "Without it a client cannot ask for a receipt.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> EIGHT_BIT_MIME_ENABLED =
      Row.of("EightBitMimeEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .because(
              "Whether 8BITMIME is offered.",
              "Without it clients encode mail into seven bits.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> ENHANCED_STATUS_CODES_ENABLED =
      Row.of("EnhancedStatusCodesEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .because(
              "Whether replies carry codes such as 4.3.2.",
              "Without them a mail log hardly shows why a message failed.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> PIPELINING_ENABLED =
      Row.of("PipeliningEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "true")
          .because(
              "Whether a client may send several commands without waiting.",
              "Without it every mail takes more round trips.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> LONG_ADDRESSES_ENABLED =
      Row.of("LongAddressesEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2007_SP1)
          .because(
              "Whether long X.400 addresses are taken.",
              "Only connectors of the Hub service take it.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> ORAR_ENABLED =
      Row.of("OrarEnabled", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2007_SP1)
          .because(
              "Whether the originator may name an alternate recipient (ORAR).",
              "Long X.400 addresses in it need LongAddressesEnabled.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> SMTP_UTF8_ENABLED =
      Row.of("SmtpUtf8Enabled", Types.FLAG, SET)
          .since(ExchangeReleases.EXCHANGE_2013)
          .because(
              "Whether the SMTPUTF8 extension is on.",
              "Microsoft keeps it for internal use; state it only to notice a"
                  + " change. Only Set- takes it.",
              "Set-ReceiveConnector reference");

  public static final Property<Boolean> REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS =
      Row.of("RejectReservedTopLevelRecipientDomains", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2016)
          .symptom("5.1.4")
          .because(
              "Whether recipients in .test, .example, .invalid and .localhost are refused.",
              "Test mail to such addresses is refused with 5.1.4.",
              "Set-ReceiveConnector reference; non-delivery reports guide");

  public static final Property<Boolean> REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS =
      Row.of("RejectReservedSecondLevelRecipientDomains", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2016)
          .symptom("5.1.5")
          .because(
              "Whether recipients in example.com, example.net and example.org are refused.",
              "Test mail to such addresses is refused with 5.1.5.",
              "Set-ReceiveConnector reference; non-delivery reports guide");

  public static final Property<Boolean> REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS =
      Row.of("RejectSingleLabelRecipientDomains", Types.FLAG, SET)
          .byDefault("everywhere", "false")
          .since(ExchangeReleases.EXCHANGE_2016)
          .symptom("5.1.6")
          .because(
              "Whether recipients in a domain without a dot are refused.",
              "Mail to internal names such as root@server is refused with 5.1.6.",
              "Set-ReceiveConnector reference; non-delivery reports guide");

  public static final Property<Duration> CONNECTION_TIMEOUT =
      Row.of("ConnectionTimeout", Types.SPAN, SET)
          .range("00:00:01", "1.00:00:00")
          .byDefault("all but Edge", "00:10:00")
          .byDefault("Edge", "00:05:00")
          .symptom("421 4.4.1 Connection timed out")
          .because(
              "How long a session may last, even while mail is being sent.",
              "Must be longer than ConnectionInactivityTimeout.",
              "Set-ReceiveConnector reference; message rate limits guide");

  public static final Property<Duration> CONNECTION_INACTIVITY_TIMEOUT =
      Row.of("ConnectionInactivityTimeout", Types.SPAN, SET)
          .range("00:00:01", "1.00:00:00")
          .byDefault("all but Edge", "00:05:00")
          .byDefault("Edge", "00:01:00")
          .because(
              "How long a session may be idle.",
              "Must be shorter than ConnectionTimeout. Clients that keep"
                  + " connections open for reuse find them closed.",
              "Set-ReceiveConnector reference; message rate limits guide");

  public static final Property<Limit> MESSAGE_RATE_LIMIT =
      Row.of("MessageRateLimit", Types.LIMIT, SET)
          .range("1", "2147483647", "unlimited")
          .byDefault("Hub and Mailbox", "unlimited")
          .byDefault("2013 and later, Client Proxy and Client Frontend", "5")
          .byDefault("Edge", "600")
          .symptom(
              "421 4.4.2 Message submission rate for this client has exceeded the"
                  + " configured limit; event 1031")
          .because(
              "Messages a minute from one source; MessageRateSource says what a source is.",
              "Where it is set, bulk mail runs into it even when connections are free.",
              "Set-ReceiveConnector reference; message rate limits guide");

  public static final Property<Set<String>> MESSAGE_RATE_SOURCE =
      Row.of("MessageRateSource", Types.words(RATE_SOURCES), SET)
          .byDefault("all but the client connectors", "IPAddress")
          .byDefault("2013 and later, Client Proxy and Client Frontend", "User")
          .since(ExchangeReleases.EXCHANGE_2010)
          .because(
              "By what MessageRateLimit counts: client address, user, or both.",
              "Counted by address, all mail of one SQL Server counts together.",
              "Set-ReceiveConnector reference; message rate limits guide");

  public static final Property<Limit> MAX_INBOUND_CONNECTION =
      Row.of("MaxInboundConnection", Types.LIMIT, SET)
          .range("1", "2147483647", "unlimited")
          .byDefault("everywhere", "5000")
          .symptom("421 4.3.2; event 1009")
          .because(
              "Connections at a time from all clients together.",
              "MaxInboundConnectionPercentagePerSource is a share of it.",
              "Set-ReceiveConnector reference; message rate limits guide");

  public static final Property<Limit> MAX_INBOUND_CONNECTION_PER_SOURCE =
      Row.of("MaxInboundConnectionPerSource", Types.LIMIT, SET)
          .range("1", "10000", "unlimited")
          .byDefault("2007", "100")
          .byDefault("2010 and later", "20")
          .byDefault("2013 and later, Default", "unlimited")
          .symptom(
              "421 4.3.2 The maximum number of concurrent server connections has"
                  + " exceeded a per-source limit (2010: ... connections has exceeded a"
                  + " limit); event 1021")
          .because(
              "Connections at a time from one client address.",
              "Database Mail opens many connections when it sends in bulk; with the default of 20,"
                  + " refusals were reported from about a hundred mails on."
                  + " MaxInboundConnectionPercentagePerSource limits the same thing: the smaller"
                  + " one binds, so raise both.",
              "Set-ReceiveConnector reference; message rate limits guide; event 1021 help");

  public static final Property<Long> MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE =
      Row.of("MaxInboundConnectionPercentagePerSource", Types.COUNT, SET)
          .range("1", "100")
          .byDefault("everywhere but Default of 2013 and later", "2")
          .byDefault("2013 and later, Default", "100")
          .symptom(
              "421 4.3.2 The maximum number of concurrent server connections has"
                  + " exceeded a per-source limit (2010: ... connections has exceeded a"
                  + " limit); event 1021")
          .because(
              "Share in percent, of the connections that are still free, for one client address.",
              "It shrinks as the connector fills, and binds even where"
                  + " MaxInboundConnectionPerSource is high: 2 percent of 5000 are 100.",
              "Set-ReceiveConnector reference; message rate limits guide");

  public static final Property<Size> MAX_HEADER_SIZE =
      Row.of("MaxHeaderSize", Types.SIZE, SET)
          .range("1", "2147483647")
          .byDefault("documented, 2010 and 2013", "64KB")
          .byDefault("2016 and later", "256KB")
          .because(
              "Size of a message header in bytes.",
              "Mail with very many recipients or hops has a large header.",
              "Set-ReceiveConnector reference; message size limits guide");

  public static final Property<Size> MAX_MESSAGE_SIZE =
      Row.of("MaxMessageSize", Types.SIZE, SET)
          .range("64KB", "2147483647")
          .byDefault("documented, 2010 and 2013", "10MB")
          .byDefault("2016 and later", "36MB")
          .symptom("5.3.4 Message size exceeds fixed maximum message size")
          .because(
              "Size of a message in bytes, attachments as they are encoded.",
              "The smallest of organisation, connector and mailbox limit counts;"
                  + " reports from Database Mail grow.",
              "Set-ReceiveConnector reference; message size limits guide");

  public static final Property<Long> MAX_HOP_COUNT =
      Row.of("MaxHopCount", Types.COUNT, SET)
          .range("1", "500")
          .symptom("5.4.6 Hop count exceeded - possible mail loop")
          .because(
              "Received headers that a message may have.",
              "Stops loops. What is documented (30) and what servers have (60)"
                  + " differ; a DISA rule asks for 60.",
              "Set-ReceiveConnector reference; DISA STIG");

  public static final Property<Long> MAX_LOCAL_HOP_COUNT =
      Row.of("MaxLocalHopCount", Types.COUNT, SET)
          .range("0", "50")
          .trait(SettingTrait.ZERO_IS_NO_LIMIT)
          .owner(SettingOwner.SETUP)
          .symptom("5.4.6 Hop count exceeded - possible mail loop")
          .because(
              "Received headers of servers of the own organisation that a message"
                  + " may have; 0 for no limit.",
              "Exchange 2013 setup sets it to 5 where it is above 1, so another"
                  + " value comes back as drift after an update.",
              "Set-ReceiveConnector reference; observed after 2013 updates");

  public static final Property<Long> MAX_LOGON_FAILURES =
      Row.of("MaxLogonFailures", Types.COUNT, SET)
          .range("0", "10")
          .byDefault("everywhere", "3")
          .trait(SettingTrait.ZERO_IS_NO_LIMIT)
          .symptom("event 1012")
          .because(
              "Failed logins before a session is closed; 0 for no limit.",
              "A client with an old password is thrown out; with no limit"
                  + " passwords can be guessed.",
              "Set-ReceiveConnector reference; event 1012 help");

  public static final Property<Limit> MAX_PROTOCOL_ERRORS =
      Row.of("MaxProtocolErrors", Types.LIMIT, SET)
          .range("0", "2147483647", "unlimited")
          .byDefault("everywhere", "5")
          .because(
              "Protocol errors before a session is closed.",
              "Simple clients that send wrong commands are thrown out.",
              "Set-ReceiveConnector reference");

  public static final Property<Long> MAX_RECIPIENTS_PER_MESSAGE =
      Row.of("MaxRecipientsPerMessage", Types.COUNT, SET)
          .range("1", "512000")
          .byDefault("all but Default", "200")
          .byDefault("Default", "5000")
          .symptom("452 4.5.3 Too many recipients")
          .because(
              "Recipients that a client may give for one message in one go.",
              "The rest get 452 and have to be sent again, which simple clients do not do.",
              "Set-ReceiveConnector reference; message size limits guide");

  public static final Property<Duration> TARPIT_INTERVAL =
      Row.of("TarpitInterval", Types.SPAN, SET)
          .range("00:00:00", "00:10:00")
          .byDefault("documented", "00:00:05")
          .symptom("slow mail, time-outs of the client")
          .because(
              "How long replies to anonymous clients that look abusive are"
                  + " delayed; 0 for no delay.",
              "Each wrong recipient of an anonymous bulk sender costs this time."
                  + " Authenticated sessions are never delayed.",
              "Set-ReceiveConnector reference; message throttling guide; recipient"
                  + " filtering guide");

  public static final Property<Duration> AUTH_TARPIT_INTERVAL =
      Row.of("AuthTarpitInterval", Types.SPAN, SET)
          .byDefault("everywhere", "00:00:05")
          .since(ExchangeReleases.EXCHANGE_2016)
          .because(
              "How long the reply to a failed login is delayed; 0 for no delay.",
              "Split from TarpitInterval with 2016; slows the guessing of passwords.",
              "Set-ReceiveConnector reference");

  public static final Property<Duration> MAX_ACKNOWLEDGEMENT_DELAY =
      Row.of("MaxAcknowledgementDelay", Types.SPAN, SET)
          .byDefault("everywhere", "00:00:30")
          .since(ExchangeReleases.EXCHANGE_2010)
          .symptom("The operation has timed out; 421 4.3.2; 'DelayedAck' in the protocol log")
          .because(
              "How long the last reply waits for a copy or the delivery of the"
                  + " mail (delayed acknowledgement); 0 for no delay.",
              "On 2010 it slows every sender that does not speak Exchange's own"
                  + " extension and keeps its connections open, so that the limits per"
                  + " source are hit. Later versions return it and do not use it.",
              "Set-ReceiveConnector reference; shadow redundancy guide");

  public static final Property<String> SIZE_ENABLED =
      Row.of("SizeEnabled", Types.choice(SIZE_MODES), SET)
          .byDefault("documented", "Enabled")
          .because(
              "Whether and how the SIZE extension is offered.",
              "With Disabled a client learns only after sending that a mail is too large.",
              "Set-ReceiveConnector reference");

  public static final Property<String> PROTOCOL_LOGGING_LEVEL =
      Row.of("ProtocolLoggingLevel", Types.choice(LOGGING), SET)
          .byDefault("all but Default Frontend", "None")
          .byDefault("2013 and later, Default Frontend", "Verbose")
          .because(
              "Whether sessions are written to the protocol log.",
              "Verbose is needed to see the replies that a relay client got; the log takes disk"
                  + " space.",
              "Set-ReceiveConnector reference; receive connectors guide");

  public static final Property<Boolean> SETUP =
      Row.of("setup", Types.FLAG, new Binding.Computed(SetupConnector::told))
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "Whether Exchange setup made the connector, judged by role, port and full remote"
                  + " range.",
              "Mail inside the organisation depends on these connectors.",
              "receive connectors guide");

  public static final Catalogue CATALOGUE =
      new Catalogue(
          "receiveConnectors",
          "receive connector",
          Product.EXCHANGE,
          List.of(
              ENABLED,
              COMMENT,
              USAGE,
              TRANSPORT_ROLE,
              BINDINGS,
              REMOTE_IP_RANGES,
              AUTH_MECHANISM,
              PERMISSION_GROUPS,
              EXTENDED_RIGHTS,
              INHERITED_RIGHTS,
              OTHER_RIGHTS,
              REQUIRE_TLS,
              REQUIRE_EHLO_DOMAIN,
              DOMAIN_SECURE_ENABLED,
              ENABLE_AUTH_GSSAPI,
              EXTENDED_PROTECTION_POLICY,
              SUPPRESS_XANONYMOUS_TLS,
              TLS_CERTIFICATE_NAME,
              TLS_DOMAIN_CAPABILITIES,
              FQDN,
              SERVICE_DISCOVERY_FQDN,
              BANNER,
              DEFAULT_DOMAIN,
              ADVERTISE_CLIENT_SETTINGS,
              BARE_LINEFEED_REJECTION_ENABLED,
              BINARY_MIME_ENABLED,
              CHUNKING_ENABLED,
              DELIVERY_STATUS_NOTIFICATION_ENABLED,
              EIGHT_BIT_MIME_ENABLED,
              ENHANCED_STATUS_CODES_ENABLED,
              PIPELINING_ENABLED,
              LONG_ADDRESSES_ENABLED,
              ORAR_ENABLED,
              SMTP_UTF8_ENABLED,
              REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS,
              REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS,
              REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS,
              CONNECTION_TIMEOUT,
              CONNECTION_INACTIVITY_TIMEOUT,
              MESSAGE_RATE_LIMIT,
              MESSAGE_RATE_SOURCE,
              MAX_INBOUND_CONNECTION,
              MAX_INBOUND_CONNECTION_PER_SOURCE,
              MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE,
              MAX_HEADER_SIZE,
              MAX_MESSAGE_SIZE,
              MAX_HOP_COUNT,
              MAX_LOCAL_HOP_COUNT,
              MAX_LOGON_FAILURES,
              MAX_PROTOCOL_ERRORS,
              MAX_RECIPIENTS_PER_MESSAGE,
              TARPIT_INTERVAL,
              AUTH_TARPIT_INTERVAL,
              MAX_ACKNOWLEDGEMENT_DELAY,
              SIZE_ENABLED,
              PROTOCOL_LOGGING_LEVEL,
              SETUP),
          refused());

  private ReceiveConnectorRows() {}

  /** Whether the groups of a connector, as they were read, tell of rights beyond theirs. */
  public static boolean showsRightsBeyondGroups(Reading<?> groups) {
    return PERMISSION_GROUPS
        .type()
        .refusal(groups.raw())
        .filter(why -> why.contains("'" + CUSTOM_GROUP + "'"))
        .isPresent();
  }

  private static Map<String, String> refused() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("Name", "the name is the key of the connector; renaming is not a setting");
    reasons.put(
        "Identity", "it is made of the server and the name, which are the host and the key");
    reasons.put("Server", "the server is stated as 'hosts', and a connector cannot move");
    reasons.put("AcceptConsumerMail", "Exchange returns it, no cmdlet sets it");
    reasons.put("AdminDisplayName", "Exchange returns it, no cmdlet sets it; use Comment");
    reasons.put("LiveCredentialEnabled", "Microsoft keeps it for internal use");
    reasons.put("ProxyEnabled", "Exchange returns it, and only early Exchange 2013 could set it");
    List.of("DistinguishedName", "Guid", "Id", "ObjectCategory", "ObjectClass", "OrganizationId")
        .forEach(name -> reasons.put(name, "the directory makes it, no cmdlet sets it"));
    List.of("WhenChanged", "WhenChangedUTC", "WhenCreated", "WhenCreatedUTC")
        .forEach(name -> reasons.put(name, "it comes from the directory, no cmdlet sets it"));
    List.of("ExchangeVersion", "IsValid", "ObjectState", "OriginatingServer")
        .forEach(name -> reasons.put(name, "it is about the answer, not about the connector"));
    List.of("PSComputerName", "PSShowComputerName", "RunspaceId", "SerializationData")
        .forEach(name -> reasons.put(name, "PowerShell adds it, it is not of the connector"));
    return reasons;
  }
}
