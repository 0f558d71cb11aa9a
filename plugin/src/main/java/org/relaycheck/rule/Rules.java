package org.relaycheck.rule;

import java.util.List;
import org.relaycheck.rule.account.CloudLoginEnds;
import org.relaycheck.rule.account.DirectSend;
import org.relaycheck.rule.connector.AcceptedDomainOpen;
import org.relaycheck.rule.connector.ConnectorCertificate;
import org.relaycheck.rule.connector.HybridVersionThrottled;

/** The rules that there are, one line a rule. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          // a connector by itself
          new ConnectionTimeouts(),
          new PerSourceLimit(),
          new MessageSize(),
          new RecipientLimit(),
          new UnusedAcknowledgementDelay(),
          new LocalHopCountReset(),
          Combination.authentication(),
          Combination.prerequisites(),
          new HubOnSmtpPort(),
          new SuppressedTls(),
          new EdgeGroups(),
          new FrontendSenderRights(),
          new DefaultConnectorName(),
          new ConnectorCertificate(),
          new HybridVersionThrottled(),
          // who may relay
          new OpenRelay(),
          new AcceptedDomainOpen(),
          new RelayTwoWays(),
          new HybridRelay(),
          new BalancerMayRelay(),
          // the connectors of a server
          new PortRoles(),
          new RangeOverlap(),
          // a mail account by itself
          new BackPressureTimeout(),
          new ImplicitTlsPort(),
          new AccountLoginState(),
          new AccountInProfile(),
          new MailServerOfItsOwn(),
          // a mail account that leaves for Exchange Online
          new CloudLoginEnds(),
          new DirectSend(),
          // a mail profile by itself
          new ProfileOrder(),
          new ProfileWithAccount(),
          // the instances of an availability group
          new ReplicasAlike(),
          // a mail account and the connector that answers it
          new AnsweringConnector(),
          new HeldReplies(),
          new AccountEncryption(),
          new AccountLogin(),
          new SenderConnections(),
          new AttachmentSize());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }
}
