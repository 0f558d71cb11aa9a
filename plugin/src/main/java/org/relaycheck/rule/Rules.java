package org.relaycheck.rule;

import java.util.List;
import org.relaycheck.rule.account.AccountInProfile;
import org.relaycheck.rule.account.AccountLoginWhole;
import org.relaycheck.rule.account.AccountPort465;
import org.relaycheck.rule.account.AccountTimeoutBackPressure;
import org.relaycheck.rule.account.CloudLoginEnds;
import org.relaycheck.rule.account.DirectSend;
import org.relaycheck.rule.account.MailServerIsSqlServer;
import org.relaycheck.rule.account.ProfileOrder;
import org.relaycheck.rule.account.ProfileWithAccount;
import org.relaycheck.rule.account.ReplicasAlike;
import org.relaycheck.rule.connector.AcceptedDomainOpen;
import org.relaycheck.rule.connector.AcknowledgementDelayUnused;
import org.relaycheck.rule.connector.AllowanceEnded;
import org.relaycheck.rule.connector.AllowanceEnding;
import org.relaycheck.rule.connector.AuthenticationCombination;
import org.relaycheck.rule.connector.BalancerMayRelay;
import org.relaycheck.rule.connector.ConnectionTimeoutAboveInactivity;
import org.relaycheck.rule.connector.ConnectorCertificate;
import org.relaycheck.rule.connector.DefaultConnectorFqdn;
import org.relaycheck.rule.connector.EdgePermissionGroups;
import org.relaycheck.rule.connector.FrontendSenderRights;
import org.relaycheck.rule.connector.HubConnectorOnPort25;
import org.relaycheck.rule.connector.HybridRelay;
import org.relaycheck.rule.connector.HybridVersionThrottled;
import org.relaycheck.rule.connector.LocalHopCountReset;
import org.relaycheck.rule.connector.MessageSizeReached;
import org.relaycheck.rule.connector.OpenRelay;
import org.relaycheck.rule.connector.PerSourceLimit;
import org.relaycheck.rule.connector.PortOfOneRole;
import org.relaycheck.rule.connector.RecipientsReached;
import org.relaycheck.rule.connector.RelayOneWay;
import org.relaycheck.rule.connector.RemoteRangeOverlap;
import org.relaycheck.rule.connector.SettingNeedsAnother;
import org.relaycheck.rule.connector.SuppressedAnonymousTls;
import org.relaycheck.rule.delivery.AccountEncryption;
import org.relaycheck.rule.delivery.AccountLogin;
import org.relaycheck.rule.delivery.AccountTimeoutHeldReplies;
import org.relaycheck.rule.delivery.AnsweringConnector;
import org.relaycheck.rule.delivery.AttachmentSize;
import org.relaycheck.rule.delivery.SenderConnections;

/** The rules that there are, one line a rule. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          // a connector by itself
          new ConnectionTimeoutAboveInactivity(),
          new PerSourceLimit(),
          new MessageSizeReached(),
          new RecipientsReached(),
          new AcknowledgementDelayUnused(),
          new LocalHopCountReset(),
          new AuthenticationCombination(),
          new SettingNeedsAnother(),
          new HubConnectorOnPort25(),
          new SuppressedAnonymousTls(),
          new EdgePermissionGroups(),
          new FrontendSenderRights(),
          new DefaultConnectorFqdn(),
          new ConnectorCertificate(),
          new HybridVersionThrottled(),
          // who may relay
          new OpenRelay(),
          new AcceptedDomainOpen(),
          new RelayOneWay(),
          new HybridRelay(),
          new BalancerMayRelay(),
          new AllowanceEnded(),
          new AllowanceEnding(),
          // the connectors of a server
          new PortOfOneRole(),
          new RemoteRangeOverlap(),
          // a mail account by itself
          new AccountTimeoutBackPressure(),
          new AccountPort465(),
          new AccountLoginWhole(),
          new AccountInProfile(),
          new MailServerIsSqlServer(),
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
          new AccountTimeoutHeldReplies(),
          new AccountEncryption(),
          new AccountLogin(),
          new SenderConnections(),
          new AttachmentSize());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }
}
