package org.relaycheck.explain.cause;

import static org.relaycheck.explain.cause.PlaceToLook.at;
import static org.relaycheck.explain.cause.PlaceToLook.elsewhere;

import java.util.List;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;

/** Causes that lie with a mail system which is no Exchange server of one's own. */
final class OtherRelayCauseRows {

  private static final String TEAM = "Exchange Team blog; replies that administrators published";
  private static final String PUBLISHED = "replies that administrators published";
  private static final String OWN_RELAY =
      "a relay of your own (such as a standalone Edge Transport server) that the account sends to"
          + " and that sends on without a password of yours";

  static final List<Cause> ALL =
      List.of(
          Cause.row(
                  "cloud-smtp-auth-off",
                  "SMTP AUTH is off in Exchange Online, for the tenant or for this mailbox",
                  "The user name and the password may be right: Exchange Online accepts no SMTP"
                      + " login"
                      + " unless an administrator of the tenant allows it.")
              .look(
                  elsewhere(
                      "Get-TransportConfig | fl SmtpClientAuthenticationDisabled, and"
                          + " Get-CASMailbox USER | fl SmtpClientAuthenticationDisabled, in"
                          + " Exchange"
                          + " Online PowerShell; Set-CASMailbox turns it on for one mailbox"),
                  elsewhere(OWN_RELAY),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is meant to be Exchange Online"))
              .from(TEAM),
          Cause.row(
                  "cloud-security-defaults",
                  "the security defaults of the tenant forbid logins with a password alone",
                  "Database Mail knows no second factor and no OAuth, so that no setting of the"
                      + " account helps.")
              .look(
                  elsewhere(
                      "Entra admin center, properties of the tenant: security defaults; conditional"
                          + " access with an exception for this mailbox takes their place"),
                  elsewhere(OWN_RELAY))
              .from(TEAM),
          Cause.row(
                  "cloud-conditional-access",
                  "a conditional access policy of the tenant forbids this login",
                  "The password is right, and the policy does not let it be used from here or by"
                      + " this protocol.")
              .look(
                  elsewhere(
                      "Entra sign-in logs of the mailbox: which policy refused the login; an"
                          + " exception for the public address of the sender"),
                  elsewhere(OWN_RELAY))
              .from(TEAM),
          Cause.row(
                  "cloud-password",
                  "Exchange Online does not know this user name with this password",
                  "The password was changed, has expired, or the user name is not the full sign-in"
                      + " name.")
              .look(
                  at(MailAccountRows.USERNAME, "the sign-in name, such as relay@corp.example"),
                  at(MailAccountRows.AUTH, "basic, with the password set again"))
              .from(TEAM),
          Cause.row(
                  "cloud-login-ended",
                  "Exchange Online has ended logins with a password over SMTP for this tenant",
                  "Database Mail speaks no OAuth, so that it cannot log in there any more; an"
                      + " administrator of the tenant may turn SMTP AUTH on again while that is"
                      + " still offered.")
              .look(
                  elsewhere(OWN_RELAY),
                  elsewhere(
                      "High Volume Email for recipients of the tenant, or Azure Communication"
                          + " Services for others: both take a user name and a password"),
                  at(MailAccountRows.MAILSERVER_NAME, "the relay instead of Exchange Online"))
              .judged(new AccountJudge(CloudJudges::login))
              .from(TEAM),
          Cause.row(
                  "cloud-no-login",
                  "Exchange Online requires a login, and the account uses none",
                  "Without a login Exchange Online accepts mail only at the tenant's own MX"
                      + " name, for"
                      + " its own recipients, or through an inbound connector.")
              .look(
                  at(MailAccountRows.AUTH, "basic, as long as the tenant lets it log in"),
                  at(
                      MailAccountRows.MAILSERVER_NAME,
                      "the tenant's MX name, if all recipients are its own"),
                  elsewhere("an inbound connector in Exchange Online for your public address"))
              .from(PUBLISHED),
          Cause.row(
                  "cloud-send-as",
                  "the mailbox that logged in may not send as this sender (Send As, in Exchange"
                      + " Online)",
                  "Exchange Online lets a mailbox send as itself, and as others only with Send As.")
              .look(
                  at(MailAccountRows.EMAIL_ADDRESS, "the address of the mailbox that logs in"),
                  elsewhere(
                      "Add-RecipientPermission SENDER -Trustee USER -AccessRights SendAs, in"
                          + " Exchange Online PowerShell"))
              .from(PUBLISHED),
          Cause.row(
                  "cloud-inbound-connector",
                  "no inbound connector of the tenant fits the sender's address or certificate",
                  "Exchange Online recognises by them whose mail it is; after a new public"
                      + " address or a"
                      + " new certificate they no longer fit.")
              .look(
                  elsewhere(
                      "Get-InboundConnector | fl SenderIPAddresses,TlsSenderCertificateName in"
                          + " Exchange Online PowerShell; the domain of the sender has to be one of"
                          + " the tenant's accepted domains"))
              .from("Microsoft's troubleshooting page for 5.7.64"),
          Cause.row(
                  "cloud-direct-send-rejected",
                  "the tenant rejects direct send: mail without a login in the name of its own"
                      + " domains",
                  "RejectDirectSend is on, and the sender comes through no inbound connector.")
              .look(
                  elsewhere(
                      "Get-OrganizationConfig | fl RejectDirectSend; an inbound connector for your"
                          + " public address or certificate lets this sender through"))
              .from("Set-OrganizationConfig reference; " + PUBLISHED),
          Cause.row(
                  "cloud-old-exchange",
                  "Exchange Online throttles, and then blocks, an Exchange server that is out of"
                      + " support",
                  "It looks at the version of the hybrid server that hands the mail over.")
              .look(
                  elsewhere(
                      "an update of that server; New-TenantExemptionInfo in Exchange Online"
                          + " PowerShell pauses it for some days"))
              .judged(CloudJudges::throttling)
              .from("Exchange Team blog on throttling of old servers"),
          Cause.row(
                  "cloud-tls-version",
                  "the client speaks a version of TLS that Exchange Online no longer accepts",
                  "It wants TLS 1.2 or newer; .NET on an older SQL Server machine begins with less.")
              .look(
                  elsewhere(
                      "SchUseStrongCrypto and SystemDefaultTlsVersions of .NET, and the Schannel"
                          + " settings, on the SQL Server's own machine"))
              .from(PUBLISHED),
          Cause.row(
                  "exchange-online",
                  "a limit of Exchange Online, which no setting of yours changes",
                  "It counts connections and messages of one mailbox.")
              .look(
                  elsewhere(
                      "your own relay as the account's mail server, which sends on at its own pace"),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is meant to be Exchange Online"))
              .from(PUBLISHED),
          Cause.row(
                  "cloud-high-volume",
                  "High Volume Email accepts recipients of the tenant only",
                  "It is made for mail inside of an organisation.")
              .look(
                  elsewhere(
                      "recipients outside of the tenant, first; Azure Communication Services or a"
                          + " relay of your own send to them"))
              .from("High Volume Email documentation"),
          Cause.row(
                  "azure-communication",
                  "Azure Communication Services does not accept this login or this sender",
                  "It wants the user name of an SMTP user name resource, the secret of its Entra"
                      + " application as the password, and a sender of a verified domain.")
              .look(
                  at(MailAccountRows.USERNAME, "the SMTP user name resource, not a mailbox"),
                  at(MailAccountRows.EMAIL_ADDRESS, "a sender of a verified domain"),
                  at(MailAccountRows.PORT, "587, with enable_ssl"))
              .from("Azure Communication Services SMTP documentation"),
          Cause.row(
                  "cloud-refusal",
                  "Exchange Online refused the mail for the reason that its reply links to",
                  "Another side than your own servers answered; no receive connector of yours plays"
                      + " a part.")
              .look(
                  elsewhere(
                      "the page that the reply links to, and the message trace of the tenant"),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is meant to be Exchange Online"))
              .from(PUBLISHED),
          Cause.row(
                  "gmail-login",
                  "Gmail requires another login than the account uses",
                  "It takes an app password of an account with a second factor, or no login through"
                      + " its relay service for addresses that an administrator listed.")
              .look(
                  at(MailAccountRows.AUTH, "basic, with an app password"),
                  at(
                      MailAccountRows.MAILSERVER_NAME,
                      "smtp-relay.gmail.com, if the public address is listed there"),
                  at(MailAccountRows.ENABLE_SSL, "true, with port 587"))
              .from(PUBLISHED),
          Cause.row(
                  "gmail-refusal",
                  "Gmail refused the mail for the reason that its reply links to",
                  "Another side than your own servers answered; no receive connector of yours plays"
                      + " a part.")
              .look(
                  elsewhere("the page that the reply links to"),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is meant to be Gmail"))
              .from(PUBLISHED),
          Cause.row(
                  "gmail-limit",
                  "Gmail's limit of mail for one user or one address",
                  "It counts recipients and messages of a day; a relay of your own that is no Gmail"
                      + " does not.")
              .look(
                  elsewhere("the page that the reply links to: how many a day, and until when"),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is meant to be Gmail"))
              .from(PUBLISHED),
          Cause.row(
                  "cloud-banned",
                  "Exchange Online has banned the sender, or the address that the mail comes from",
                  "It took mail of it for spam, or the account was misused; no setting of yours"
                      + " takes part.")
              .look(
                  elsewhere(
                      "restricted entities in the Defender portal for a sender;"
                          + " https://sender.office.com for a public address"))
              .from(PUBLISHED),
          Cause.row(
                  "other-relay-size",
                  "the mail server that answered is not Exchange, and accepts no mail of this size",
                  "Attachments grow by a third on the way.")
              .look(
                  elsewhere("that server's limit (Postfix: message_size_limit)"),
                  at(MailSettingRows.MAX_FILE_SIZE, "what Database Mail lets out at all"))
              .from("Postfix configuration parameters"),
          Cause.row(
                  "other-relay-no-login",
                  "the mail server that answered is not Exchange, and offers no login, or only after"
                      + " encryption",
                  "Postfix, for one, does not offer AUTH before STARTTLS where it is configured so.")
              .look(
                  at(MailAccountRows.ENABLE_SSL, "true"),
                  at(MailAccountRows.AUTH, "anonymous, if that server relays by address"))
              .from("Postfix SASL readme"),
          Cause.row(
                  "other-relay-permission",
                  "the mail server that answered is not Exchange, and does not relay for this"
                      + " sender",
                  "It relays for addresses that it lists, such as mynetworks of Postfix, or after a"
                      + " login.")
              .look(
                  elsewhere(
                      "that server's list of addresses that may relay (Postfix: mynetworks), for"
                          + " the address that the SQL Server sends from"),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is the server that is meant"),
                  at(MailAccountRows.AUTH, "basic, if that server requires a login"))
              .from("Postfix SMTPD access controls; " + PUBLISHED),
          Cause.row(
                  "foreign-login",
                  "the mail server requires a login that the account does not use",
                  "The words are of no Exchange server that is known.")
              .look(
                  at(MailAccountRows.AUTH, "basic, if that server wants it"),
                  at(MailAccountRows.MAILSERVER_NAME, "whether it is the server that is meant"))
              .from(PUBLISHED),
          Cause.row(
                  "other-relay-password",
                  "the mail server that answered is not Exchange, and does not know this password",
                  "Its users are its own.")
              .look(
                  at(MailAccountRows.USERNAME, "a user of that server"),
                  at(MailAccountRows.AUTH, "basic, with the password set again"))
              .from("Postfix SASL readme; " + PUBLISHED),
          Cause.row(
                  "other-relay-sender",
                  "the mail server that answered is not Exchange, and does not accept this sender",
                  "Such services take senders that were verified, or that belong to the login.")
              .look(at(MailAccountRows.EMAIL_ADDRESS, "a sender that was verified there"))
              .from(PUBLISHED),
          Cause.row(
                  "other-relay-client",
                  "the mail server that answered is not Exchange, and does not accept this client",
                  "It judges by the client's address, or by the name that it calls itself.")
              .look(
                  elsewhere(
                      "that server's rules for clients (Postfix: smtpd_client_restrictions,"
                          + " smtpd_helo_restrictions), and the reverse DNS entry of the sender"))
              .from("Postfix SMTPD access controls"),
          Cause.row(
                  "other-relay-recipient",
                  "the mail server that answered is not Exchange, and does not accept this"
                      + " recipient",
                  "The address does not exist there, or is refused by a rule.")
              .look(elsewhere("the address itself, and that server's rules for recipients"))
              .from("Postfix SMTPD access controls"),
          Cause.row(
                  "other-relay-limit",
                  "the mail server that answered is not Exchange, and has a limit for one client",
                  "Postfix, for one, counts the connections of a client at once and in a minute.")
              .look(
                  elsewhere(
                      "that server's limits (Postfix: smtpd_client_connection_count_limit and"
                          + " smtpd_client_connection_rate_limit)"))
              .from("Postfix tuning readme"),
          Cause.row(
                  "greylisting",
                  "the other side defers the first mail of every sender that it does not know",
                  "A mail that is tried again after some minutes is taken; Database Mail tries"
                      + " again only if it is configured to.")
              .look(
                  at(
                      MailSettingRows.ACCOUNT_RETRY_ATTEMPTS,
                      "3 or more, with a delay of some minutes"))
              .from(PUBLISHED));

  private OtherRelayCauseRows() {}
}
