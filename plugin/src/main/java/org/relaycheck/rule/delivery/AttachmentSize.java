package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.mailsettings.MailSettingRows.MAX_FILE_SIZE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_MESSAGE_SIZE;

import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.SizeCap;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.BreachValue;
import org.relaycheck.value.Size;

/** The largest attachment that Database Mail sends is taken by Exchange. */
public final class AttachmentSize implements DeliveryRule {

  /** Percent that line ends and the rest of a mail take besides, with a reserve. */
  private static final long WHOLE = 140;

  private static final long HUNDRED = 100;

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "attachment-size",
          "An attachment of MaxFileSize fits into a mail that Exchange takes",
          new RuleFacts.Grounds(
              "Attachments grow by a third on the way. Database Mail takes what MaxFileSize allows"
                  + " and tries to send it; where a limit on its way is lower, the mail is refused"
                  + " with 5.3.4 after it was accepted from the caller.",
              "Lower MaxFileSize, or raise the limit that the finding names.",
              "sysmail_configure_sp reference; message size limits guide: the most restrictive"
                  + " limit wins. Only the growth of base64 is counted as certain"),
          MAX_FILE_SIZE,
          MAX_MESSAGE_SIZE,
          MailAccountRows.MAILSERVER_NAME,
          MailAccountRows.PORT,
          BreachFacts.SIZE_CAP);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  /** Those that were found; none only where there are none, or where nobody asked for them. */
  private static List<ServerResource> settings(Server sender) throws NotKnownException {
    List<ServerResource> found = sender.known(MailSettingRows.CATALOGUE);
    return found.isEmpty() && sender.mayHave(MailSettingRows.CATALOGUE)
        ? sender.all(MailSettingRows.CATALOGUE)
        : found;
  }

  @Override
  public Optional<RuleBreach> breach(Delivery delivery) throws NotKnownException {
    List<ServerResource> settings = settings(delivery.account().server());
    Optional<Connector> connector = delivery.connector();
    if (settings.isEmpty() || connector.isEmpty()) {
      return Optional.empty();
    }
    long file = settings.get(0).most(MAX_FILE_SIZE);
    SizeCap cap = connector.get().sizeCap();
    return cap.exceeded(file)
        .flatMap(
            found ->
                RuleBreach.of(
                    found, "MaxFileSize at most " + cap.bytes() / WHOLE * HUNDRED, settings.get(0)))
        .map(breach -> by(breach, connector.get(), delivery, cap));
  }

  /** The account may be answered by several connectors, each with a limit of its own. */
  private static RuleBreach by(
      RuleBreach breach, Connector connector, Delivery delivery, SizeCap cap) {
    String name = connector.nameFrom(delivery.account());
    return breach.with(
        new BreachValue<>(name, BreachFacts.SIZE_CAP, Optional.of(new Size(cap.bytes()))));
  }
}
