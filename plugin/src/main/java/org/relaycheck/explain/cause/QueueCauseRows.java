package org.relaycheck.explain.cause;

import static org.relaycheck.explain.cause.PlaceToLook.at;
import static org.relaycheck.explain.cause.PlaceToLook.elsewhere;

import java.util.List;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;

/** Causes behind what Exchange took: where it sends on to, and mailboxes. */
final class QueueCauseRows {

  private static final String QUEUES = "Exchange queue errors that administrators published";
  private static final String NDR = "Exchange non-delivery reports guide";

  static final List<Cause> ALL =
      List.of(
          Cause.row(
                  "next-hop-silent",
                  "a firewall or the provider drops what Exchange sends on to the next server",
                  "Exchange took the mail and cannot hand it on; many providers close port 25 for"
                      + " whoever is no mail server of theirs.")
              .look(
                  elsewhere("Test-NetConnection NEXT-SERVER -Port 25 on the Exchange server"),
                  elsewhere(
                      "Get-SendConnector | fl SmartHosts,Port,AddressSpaces: whether the next server"
                          + " is the one that is meant"))
              .from(QUEUES),
          Cause.row(
                  "next-hop-closed",
                  "nothing listens at the server and port to which Exchange sends on",
                  "A refusal comes from the machine itself: it is there, and its mail service is not.")
              .look(
                  elsewhere("the mail service of the next server, and the port that it listens on"),
                  elsewhere("Get-SendConnector | fl SmartHosts,Port"))
              .from(QUEUES),
          Cause.row(
                  "server-login",
                  "the connector that answers another Exchange server does not let it log in",
                  "Exchange servers log in to each other. Where a relay connector has ranges that"
                      + " hold the other server's address, it answers instead of the one that setup"
                      + " made, and offers no such login; clocks that differ end it, too.")
              .look(
                  at(
                      ReceiveConnectorRows.REMOTE_IP_RANGES,
                      "of a relay connector: without the addresses of Exchange servers"),
                  at(
                      ReceiveConnectorRows.AUTH_MECHANISM,
                      "ExchangeServer on the connectors that setup made"),
                  elsewhere("clock and service names (setspn -L) of both servers"))
              .judged(ConnectorJudge.value(ReceiveConnectorRows.REMOTE_IP_RANGES))
              .from(QUEUES + "; receive connectors guide"),
          Cause.row(
                  "queue-database",
                  "the database of Exchange's mail queue is damaged, or has no room to work",
                  "The transport service stops, or restarts again and again, and connections are"
                      + " refused or break off meanwhile. No setting of a connector changes that.")
              .look(
                  elsewhere("free disk space where the queue database is (QueueDatabasePath)"),
                  elsewhere(
                      "whether the virus scanner leaves that folder alone, and what the event says"
                          + " of the exception"),
                  elsewhere("Get-Service MSExchangeTransport: whether it runs, and since when"))
              .from("help of the events 17003 to 17021"),
          Cause.row(
                  "no-send-connector",
                  "no send connector accepts mail for this domain or kind of address",
                  "Exchange took the mail and knows nobody to hand it to.")
              .look(
                  elsewhere("Get-SendConnector | fl AddressSpaces,Enabled,SourceTransportServers"))
              .from(NDR),
          Cause.row(
                  "send-certificate",
                  "the certificate of the next server, or the one for the send connector, is not good",
                  "A send connector with TlsAuthLevel or TlsCertificateName wants more than that"
                      + " there is encryption.")
              .look(
                  elsewhere(
                      "Get-SendConnector | fl TlsAuthLevel,TlsDomain,TlsCertificateName; name,"
                          + " issuer and last day of both certificates"))
              .from(QUEUES),
          Cause.row(
                  "expired-in-queue",
                  "the mail waited in a queue until it was given up, for the reason that the queue"
                      + " shows",
                  "Exchange gives a mail up after two days; what kept it is the last error of its"
                      + " queue.")
              .look(
                  elsewhere("Get-Queue | fl Identity,NextHopDomain,LastError, while mail waits"),
                  elsewhere("DNS of the Exchange server, and its way to the next server"))
              .from(NDR),
          Cause.row(
                  "mailbox-full",
                  "the recipient's mailbox is full",
                  "Nothing of the relay is at fault.")
              .look(
                  elsewhere("Get-MailboxStatistics and the quotas of the mailbox and its database"))
              .from(NDR),
          Cause.row(
                  "mailbox-store",
                  "the database of the recipient's mailbox takes the mail too slowly, or is down",
                  "Exchange delivers few mails at once to one mailbox or group, and tries again.")
              .look(elsewhere("Get-MailboxDatabaseCopyStatus; one mail to a group instead of many"))
              .from(NDR),
          Cause.row(
                  "port-taken",
                  "another program or service listens on the connector's address and port",
                  "Windows gives a port to who asks first.")
              .look(
                  elsewhere("Get-NetTCPConnection -LocalPort 25 -State Listen on the server"),
                  at(ReceiveConnectorRows.BINDINGS, "an address and port that is free"),
                  at(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport for port 25"))
              .from("list of Exchange transport events"),
          Cause.row(
                  "sender-policy",
                  "the recipient's side does not believe the domain of the sender: SPF, DKIM or"
                      + " DMARC",
                  "The public address that the mail leaves from is not in the domain's records, or"
                      + " the mail is not signed.")
              .look(
                  elsewhere(
                      "the SPF record of the sender's domain: the public address of the relay;"
                          + " DKIM and DMARC of the same domain"),
                  at(
                      MailAccountRows.EMAIL_ADDRESS,
                      "a sender of a domain whose records name the relay"))
              .from("replies that administrators published"));

  private QueueCauseRows() {}
}
