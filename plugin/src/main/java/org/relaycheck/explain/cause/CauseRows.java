package org.relaycheck.explain.cause;

import static org.relaycheck.explain.cause.PlaceToLook.at;
import static org.relaycheck.explain.cause.PlaceToLook.elsewhere;

import java.util.List;
import java.util.function.Function;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;

/** Causes that lie with a receive connector, a mail account, or the way between them. */
final class CauseRows {

  private static final String RATES = "message rate limits guide; Set-ReceiveConnector reference";
  private static final String NDR = "Exchange non-delivery reports guide";
  private static final String RELAY = "anonymous relay guide";
  private static final String LOGS = "cases that administrators published";
  private static final String BY_HEART = "as remembered, not seen on a server";
  private static final String MESSAGES = "messages of SQL Server";

  static final List<Cause> ALL =
      List.of(
          Cause.row(
                  "component-inactive",
                  "a component of the server is not active",
                  "Exchange answers so while it is in maintenance, or when a health check has taken"
                      + " a component out of service.")
              .look(
                  elsewhere(
                      "Get-ServerComponentState on the server: ServerWideOffline,"
                          + " FrontendTransport and HubTransport have to be Active; end the"
                          + " maintenance with Set-ServerComponentState, as the requester that"
                          + " began it"))
              .judged(ServiceJudges::components)
              .from(NDR),
          Cause.row(
                  "hub-connector-on-25",
                  "a connector of the hub service listens on the front end's port",
                  "Two services cannot share port 25: whichever starts first has it, and mail fails"
                      + " now and then.")
              .look(
                  at(
                      ReceiveConnectorRows.TRANSPORT_ROLE,
                      "FrontendTransport for a connector on port 25 of a Mailbox server"),
                  at(ReceiveConnectorRows.BINDINGS, "no address and port in two services"))
              .judged(ServiceJudges::hubOnSmtp)
              .from(NDR + "; receive connector conflicts, as published"),
          Cause.row(
                  "transport-agent",
                  "a transport agent fails",
                  "An agent that cannot be loaded, or breaks, takes the service down with it.")
              .look(
                  elsewhere(
                      "Get-TransportAgent, and the Application log of the server at the time of the"
                          + " reply"))
              .from(NDR),
          Cause.row(
                  "per-source-limit",
                  "the limit of connections from one client address",
                  "Database Mail opens many connections when it sends in bulk, and all of them come"
                      + " from one address; each one above the limit is refused.")
              .look(
                  at(
                      ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE,
                      "more than the client opens at once, such as 100, on the connector that is"
                          + " for this sender alone"),
                  at(
                      MailSettingRows.ACCOUNT_RETRY_ATTEMPTS,
                      "one more attempt delivers what was refused for a moment only"))
              .judged(limits(ConnectorLimits::perSourceLimit))
              .from(RATES + "; event 1021 help; " + LOGS),
          Cause.row(
                  "percentage-limit",
                  "the percentage of free connections that one client address may have",
                  "It limits the same thing in another way, the smaller of the two binds, and it"
                      + " shrinks as the server fills.")
              .look(
                  at(
                      ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE,
                      "so much that its share of MaxInboundConnection is more than"
                          + " MaxInboundConnectionPerSource, also while others are connected, such"
                          + " as 10"))
              .judged(limits(ConnectorLimits::percentageLimit))
              .from(RATES + "; that the smaller one binds is concluded, not documented"),
          Cause.row(
                  "delayed-acknowledgement",
                  "Exchange 2010 holds back its last reply",
                  "For a sender that does not speak Exchange's own extension, Exchange 2010 waits"
                      + " until the mail is delivered onwards, or this time is over. Mail gets"
                      + " slow,"
                      + " and each connection stays open meanwhile, which is how the limits are"
                      + " reached.")
              .look(
                  at(
                      ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY,
                      "0 answers at once, and gives up the protection of a mail that is lost"
                          + " together with the server; only on the connector for this sender"))
              .judged(new ConnectorJudge(HeldReplyJudges::delay))
              .from("shadow redundancy guide; Set-ReceiveConnector reference; " + LOGS),
          Cause.row(
                  "total-limit",
                  "the limit of connections of all clients together",
                  "The connector is full, whoever filled it.")
              .look(
                  at(
                      ReceiveConnectorRows.MAX_INBOUND_CONNECTION,
                      "who is connected, first (Get-Counter '\\MSExchangeTransport"
                          + " SmtpReceive(*)\\Connections Current'); a higher limit only if all of"
                          + " them belong there"))
              .judged(limits(ConnectorLimits::totalLimit))
              .from(RATES + "; event 1009 help"),
          Cause.row(
                  "short-timeout",
                  "the account gives up before the server has answered",
                  "The time-out covers all of one mail. Exchange may hold replies back on purpose:"
                      + " by back pressure up to 55 s, on 2010 by the delayed acknowledgement.")
              .look(
                  at(
                      MailAccountRows.TIMEOUT,
                      "at least 60 s, and more than MaxAcknowledgementDelay and TarpitInterval"
                          + " together on Exchange 2010, such as 120"))
              .judged(HeldReplyJudges::timeout)
              .from("back pressure guide; sysmail_update_account_sp reference"),
          Cause.row(
                  "implicit-tls",
                  "the account talks to a port that waits for TLS",
                  "Database Mail can only begin unencrypted and change to TLS then (STARTTLS). On"
                      + " port 465 both sides wait for the other.")
              .look(
                  at(MailAccountRows.PORT, "25 or 587, not 465"),
                  at(MailAccountRows.ENABLE_SSL, "as the connector on that port wants it"))
              .judged(new AccountJudge(LoginJudges::implicitTls))
              .from(".NET SmtpClient; " + BY_HEART),
          Cause.row(
                  "tarpit",
                  "the server delays its replies on purpose (tarpit)",
                  "Replies to an anonymous session that names recipients which do not exist are"
                      + " delayed, each of them. Sessions that have logged in never wait.")
              .look(
                  at(
                      ReceiveConnectorRows.TARPIT_INTERVAL,
                      "old addresses among the recipients, first; 0 only on a connector whose"
                          + " RemoteIPRanges are narrow"))
              .judged(
                  ConnectorJudge.value(
                      ReceiveConnectorRows.TARPIT_INTERVAL,
                      time -> time.isZero() ? Likelihood.UNLIKELY : Likelihood.POSSIBLE))
              .from("message throttling guide; recipient filtering guide"),
          Cause.row(
                  "back-pressure",
                  "the server is short of disk space or memory, and slows mail down (back pressure)",
                  "It first answers late, then with 452 4.3.1, until there is room again.")
              .look(
                  elsewhere(
                      "events 15004 to 15007 of MSExchangeTransport in the Application log; free"
                          + " disk space where the queue database is"))
              .from("back pressure guide"),
          Cause.row(
                  "wrong-name",
                  "the name of the mail server is wrong, or DNS does not know it",
                  "It is the SQL Server's own machine that looks the name up, when it sends.")
              .look(
                  at(MailAccountRows.MAILSERVER_NAME, "a name that is in DNS"),
                  elsewhere("Resolve-DnsName NAME on the SQL Server itself"))
              .judged(
                  AccountJudge.value(MailAccountRows.MAILSERVER_NAME, any -> Likelihood.POSSIBLE))
              .from("words of Windows and .NET"),
          Cause.row(
                  "wrong-port",
                  "the account names a server or a port where nothing listens",
                  "A refusal comes from the machine itself: it is there, and nothing listens on"
                      + " that"
                      + " port.")
              .look(
                  at(MailAccountRows.MAILSERVER_NAME, "the name or address of the mail server"),
                  at(MailAccountRows.PORT, "a port in the Bindings of a receive connector"))
              .judged(LoginJudges::port)
              .from(LOGS),
          Cause.row(
                  "firewall",
                  "a firewall in between drops the connection",
                  "When nothing comes back at all, something on the way dropped the packets.")
              .look(
                  elsewhere(
                      "Test-NetConnection SERVER -Port 25 on the SQL Server itself, under the"
                          + " account of its service if rules depend on it"))
              .from(LOGS),
          Cause.row(
                  "local-software",
                  "a virus scanner or firewall on the SQL Server itself",
                  "Such programs often forbid everybody but known mail programs to use port 25.")
              .look(elsewhere("an exception for DatabaseMail.exe (older: DatabaseMail90.exe)"))
              .from(LOGS),
          Cause.row(
                  "relay-right",
                  "the connector that answers has no right to relay for anonymous",
                  "AnonymousUsers may submit mail to the organisation's own recipients; for foreign"
                      + " ones a right of its own is needed.")
              .look(
                  at(
                      ReceiveConnectorRows.EXTENDED_RIGHTS,
                      "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient, on a connector whose"
                          + " RemoteIPRanges are narrow"),
                  at(ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers"))
              .judged(LoginJudges::relay)
              .from(RELAY),
          Cause.row(
                  "anonymous-refused",
                  "the connector accepts no mail from anonymous clients",
                  "Without AnonymousUsers among its groups a client has to log in first.")
              .look(
                  at(ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers, for a relay"),
                  at(
                      MailAccountRows.AUTH,
                      "anonymous, windows or basic, as the connector wants it"))
              .judged(LoginJudges::anonymous)
              .from("telnet test guide; the setting behind it " + BY_HEART),
          Cause.row(
                  "sender-right",
                  "the connector does not let anonymous clients use this sender address",
                  "Sender addresses of the organisation's own domains need a right of their own.")
              .look(
                  at(
                      ReceiveConnectorRows.EXTENDED_RIGHTS,
                      "allow anonymous ms-Exch-SMTP-Accept-Authoritative-Domain-Sender and"
                          + " ms-Exch-SMTP-Accept-Any-Sender, which AnonymousUsers brings along"),
                  at(MailAccountRows.EMAIL_ADDRESS, "a sender that the connector lets through"))
              .judged(new ConnectorJudge(LoginJudges::senders))
              .from(RELAY + "; " + LOGS),
          Cause.row(
                  "other-connector",
                  "another connector answers than the one that is meant",
                  "Of several connectors on one port the one with the narrowest fitting range"
                      + " answers. Behind a load balancer Exchange may see the balancer's address.")
              .look(
                  at(
                      ReceiveConnectorRows.REMOTE_IP_RANGES,
                      "of the connector that is meant, the narrowest range around the address that"
                          + " Exchange sees, which the protocol log shows"))
              .judged(AnsweringJudge::judge)
              .from("receive connectors guide; " + LOGS),
          Cause.row(
                  "connector-disabled",
                  "the receive connector is switched off, or its service does not run",
                  "Then its port is closed, or another connector answers on it.")
              .look(
                  at(ReceiveConnectorRows.ENABLED, "true"),
                  elsewhere(
                      "Get-Service MSExchangeFrontEndTransport, MSExchangeTransport on the server"))
              .judged(ServiceJudges::disabled)
              .from("Set-ReceiveConnector reference"),
          Cause.row(
                  "password-lost",
                  "the account's password is wrong, or SQL Server has lost it",
                  "Tools that change an account often clear its password, without a message.")
              .look(
                  at(MailAccountRows.AUTH, "basic, with the password set again"),
                  at(MailAccountRows.USERNAME, "the user that the mail server knows"))
              .judged(new AccountJudge(LoginJudges::password))
              .from("source of sysmail_update_account_sp"),
          Cause.row(
                  "encryption-wanted",
                  "the connector requires an encrypted session, and the account sends without one",
                  "RequireTLS refuses everything before STARTTLS.")
              .look(
                  at(MailAccountRows.ENABLE_SSL, "true"),
                  at(ReceiveConnectorRows.REQUIRE_TLS, "false where senders cannot encrypt"))
              .judged(LoginJudges::encryption)
              .from("Set-ReceiveConnector reference; the reply " + BY_HEART),
          Cause.row(
                  "certificate-name",
                  "the certificate is for another name, has expired, or is not trusted",
                  "SQL Server compares the certificate with the name in the account: an IP address"
                      + " or a short name is not in it.")
              .look(
                  at(MailAccountRows.MAILSERVER_NAME, "a name that is in the certificate"),
                  at(ReceiveConnectorRows.TLS_CERTIFICATE_NAME, "a certificate with that name"),
                  elsewhere("whether Windows on the SQL Server trusts its issuer"))
              .judged(CertificateJudges::client)
              .from(LOGS),
          Cause.row(
                  "tls-versions",
                  "both sides have no version of TLS in common",
                  "One of them knows only versions that the other has switched off.")
              .look(elsewhere("the Schannel settings of both machines"))
              .from(BY_HEART),
          Cause.row(
                  "content-filter",
                  "a filter refuses the mail, or the address is on a block list",
                  "This is decided by what is sent and from where, not by a setting of the relay.")
              .look(
                  elsewhere("the filter that the reply names, and the list that it links to"),
                  elsewhere(
                      "on Exchange: Get-AgentLog; Get-IPBlockListEntry, and the anti-spam agents of"
                          + " Get-TransportAgent"))
              .from(LOGS),
          Cause.row(
                  "message-rate",
                  "the limit of messages a minute",
                  "It counts messages of one source, which for Database Mail is one address.")
              .look(
                  at(
                      ReceiveConnectorRows.MESSAGE_RATE_LIMIT,
                      "unlimited, or more than the bulk sends in a minute"),
                  at(ReceiveConnectorRows.MESSAGE_RATE_SOURCE, "what a source is"),
                  elsewhere("a throttling policy, where the sender logs in with a mailbox"))
              .judged(
                  ConnectorJudge.value(
                      ReceiveConnectorRows.MESSAGE_RATE_LIMIT,
                      limit -> limit.isUnlimited() ? Likelihood.UNLIKELY : Likelihood.FITS))
              .from(RATES + "; event 1031 help"),
          Cause.row(
                  "too-many-recipients",
                  "the limit of recipients in one mail",
                  "The rest get 452 and have to be sent again, which simple senders do not do.")
              .look(
                  at(
                      ReceiveConnectorRows.MAX_RECIPIENTS_PER_MESSAGE,
                      "more than the longest list; or send to a group"))
              .judged(new ConnectorJudge(CapJudges::recipients))
              .from("message size limits guide"),
          Cause.row(
                  "message-size",
                  "the limit of a mail's size",
                  "The smallest of organisation, connector and mailbox counts, and attachments grow"
                      + " by a third on the way.")
              .look(
                  at(ReceiveConnectorRows.MAX_MESSAGE_SIZE, "more than the largest mail"),
                  elsewhere("Get-TransportConfig: MaxReceiveSize"),
                  at(MailSettingRows.MAX_FILE_SIZE, "what Database Mail lets out at all"))
              .judged(CapJudges::size)
              .from("message size limits guide"),
          Cause.row(
                  "attachment-size",
                  "Database Mail's own limit of an attachment",
                  "It refuses before anything is sent.")
              .look(at(MailSettingRows.MAX_FILE_SIZE, "more bytes than the largest attachment has"))
              .judged(new ServiceJudge<>(MailSettingRows.MAX_FILE_SIZE, any -> Likelihood.POSSIBLE))
              .from("sysmail_configure_sp reference"),
          Cause.row(
                  "hop-count",
                  "the limit of servers that a mail may have passed",
                  "Either mail goes in circles, or the limit is low for a long way.")
              .look(
                  at(ReceiveConnectorRows.MAX_HOP_COUNT, "60, as servers have it"),
                  at(
                      ReceiveConnectorRows.MAX_LOCAL_HOP_COUNT,
                      "an update of Exchange 2013 sets it to 5 where it was above 1"),
                  elsewhere("the Received lines of the mail: a name that comes again is a circle"))
              .judged(ConnectorJudge.value(ReceiveConnectorRows.MAX_LOCAL_HOP_COUNT))
              .from(NDR),
          Cause.row(
                  "reserved-domain",
                  "the connector refuses domains that are reserved or have a single part",
                  "Test addresses such as user@example.com are refused on purpose.")
              .look(
                  at(
                      ReceiveConnectorRows.REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS,
                      "false to let them through"),
                  at(
                      ReceiveConnectorRows.REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS,
                      "false to let them through"),
                  at(
                      ReceiveConnectorRows.REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS,
                      "false to let them through"))
              .from(NDR),
          Cause.row(
                  "session-length",
                  "the limit of a whole session",
                  "It counts also while mail is under way.")
              .look(
                  at(
                      ReceiveConnectorRows.CONNECTION_TIMEOUT,
                      "longer than the longest session, and than ConnectionInactivityTimeout"))
              .judged(ConnectorJudge.value(ReceiveConnectorRows.CONNECTION_TIMEOUT))
              .from(RATES + "; " + LOGS),
          Cause.row(
                  "session-idle",
                  "the limit of silence in a session",
                  "Clients that keep connections for later find them closed; the next mail opens a"
                      + " new one.")
              .look(
                  at(
                      ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT,
                      "longer than the client keeps still, and shorter than ConnectionTimeout"))
              .judged(ConnectorJudge.value(ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT))
              .from("Set-ReceiveConnector reference; that this reply belongs to it " + BY_HEART),
          Cause.row(
                  "protocol-errors",
                  "the limit of wrong commands in a session",
                  "A client that sends what the server does not know is thrown out.")
              .look(
                  at(
                      ReceiveConnectorRows.MAX_PROTOCOL_ERRORS,
                      "the commands in the protocol log, first; a higher limit hides them"))
              .judged(ConnectorJudge.value(ReceiveConnectorRows.MAX_PROTOCOL_ERRORS))
              .from(BY_HEART),
          Cause.row(
                  "logon-failures",
                  "the limit of failed logins in a session",
                  "A client with an old password tries until it is thrown out.")
              .look(
                  at(MailAccountRows.AUTH, "the password that the account logs in with"),
                  at(
                      ReceiveConnectorRows.MAX_LOGON_FAILURES,
                      "leave it: it slows down the" + " guessing of passwords"))
              .judged(new AccountJudge(LoginJudges::password))
              .from("event 1012 help"),
          Cause.row(
                  "proxy-target",
                  "the front end finds no hub service that takes the mail",
                  "The front end only hands on. The service behind it is down, full, or cannot be"
                      + " reached by its name.")
              .look(
                  elsewhere(
                      "Get-Service MSExchangeTransport on all Mailbox servers, and the DNS servers"
                          + " that the network cards name"))
              .from(BY_HEART),
          Cause.row(
                  "shadow-copy",
                  "mail is refused when it cannot be kept twice",
                  "With RejectMessageOnShadowFailure a server that is alone accepts no mail.")
              .look(elsewhere("Get-TransportConfig: RejectMessageOnShadowFailure"))
              .from("shadow redundancy guide"),
          Cause.row(
                  "queue-stopped",
                  "the mail queue of the instance is stopped",
                  "While it is stopped, sp_send_dbmail refuses: that mail is lost, not kept.")
              .look(at(MailSettingRows.QUEUE, "STARTED: EXEC msdb.dbo.sysmail_start_sp"))
              .judged(
                  new ServiceJudge<>(
                      MailSettingRows.QUEUE,
                      state -> state.equals("STOPPED") ? Likelihood.FITS : Likelihood.UNLIKELY))
              .from("source of sysmail_help_status_sp; " + MESSAGES),
          Cause.row(
                  "xps-off",
                  "the option 'Database Mail XPs' is off",
                  "Hardening guides ask for it to be off.")
              .look(
                  at(
                      MailSettingRows.DATABASE_MAIL_XPS,
                      "true: EXEC sp_configure 'Database Mail XPs', 1; RECONFIGURE"))
              .judged(
                  new ServiceJudge<>(
                      MailSettingRows.DATABASE_MAIL_XPS,
                      on -> on ? Likelihood.UNLIKELY : Likelihood.FITS))
              .from(MESSAGES),
          Cause.row(
                  "profile-right",
                  "the profile does not exist, or its user has no right to it",
                  "SQL Server gives the same answer to both.")
              .look(
                  at(MailProfileRows.GRANTED_TO, "the user that sends, or public"),
                  at(MailProfileRows.ACCOUNTS, "whether there is a profile of that name at all"))
              .from(MESSAGES),
          Cause.row(
                  "default-profile",
                  "no profile is the default of the sender",
                  "A mail that names no profile takes the sender's default, else that of public.")
              .look(
                  at(
                      MailProfileRows.DEFAULT_FOR,
                      "the user or public; or name a profile in @profile_name"))
              .from(MESSAGES),
          Cause.row(
                  "agent-profile",
                  "SQL Server Agent names a profile that is gone or renamed",
                  "The name is kept outside of msdb and does not follow.")
              .look(at(MailProfileRows.AGENT, "the profile in the properties of SQL Server Agent"))
              .from(LOGS),
          Cause.row(
                  "agent-instance",
                  "SQL Server Agent does not find its own instance",
                  "An alias, a stopped browser service or a changed port is in its way.")
              .look(elsewhere("the server alias in the properties of SQL Server Agent"))
              .from(LOGS),
          Cause.row(
                  "msdb-tls",
                  "the mail program cannot log in to msdb",
                  "Since only TLS 1.2 is on, programs of SQL Server 2008 to 2014 without the update"
                      + " for it cannot; a service account without rights cannot either.")
              .look(
                  elsewhere(
                      "SELECT @@VERSION against the list in \"TLS 1.2 support for SQL Server\", and"
                          + " the .NET Framework of the machine"))
              .from("TLS 1.2 support article for SQL Server"),
          Cause.row(
                  "msdb-transaction",
                  "somebody ended the transaction in which the mail program reads its queue",
                  "A killed session, a failover or a restart of msdb does that; the program"
                      + " starts again by itself.")
              .look(elsewhere("the error log of the instance at the same minute"))
              .from("Database Mail troubleshooting article"),
          Cause.row(
                  "connector-conflict",
                  "the connector's settings contradict each other or another connector",
                  "Exchange keeps working with what it had before.")
              .look(
                  at(ReceiveConnectorRows.BINDINGS, "addresses that the server has, used once"),
                  at(ReceiveConnectorRows.REMOTE_IP_RANGES, "ranges that do not partly overlap"),
                  elsewhere("the text of the event, which names the connector"))
              .from("list of Exchange transport events; Set-ReceiveConnector reference"));

  private CauseRows() {}

  private static CauseJudge limits(Function<ConnectorLimits, CauseJudgement> limit) {
    return new ConnectorJudge(connector -> ConnectorLimits.of(connector).map(limit));
  }
}
