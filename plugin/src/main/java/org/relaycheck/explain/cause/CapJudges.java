package org.relaycheck.explain.cause;

import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.SizeCap;
import org.relaycheck.landscape.input.Known;

/** What gets through a connector: how large a mail, and to how many. */
final class CapJudges {

  private CapJudges() {}

  /** The lowest limit on a mail's size, and whether Database Mail sends larger ones. */
  static CauseJudgement size(FlowRead world) {
    return new ConnectorJudge(connector -> Optional.of(size(world, connector))).of(world);
  }

  private static CauseJudgement size(FlowRead world, Connector connector) {
    Optional<SizeCap> cap = Known.exactly(connector::sizeCap).value();
    List<String> exceeded =
        cap.stream()
            .flatMap(limit -> world.services().stream().flatMap(one -> larger(one, limit).stream()))
            .toList();
    if (!exceeded.isEmpty()) {
      return new CauseJudgement(Likelihood.FITS, exceeded);
    }
    return CauseJudgement.of(
        Likelihood.POSSIBLE,
        cap.map(limit -> connector + " lets through " + limit.words())
            .orElseGet(() -> connector.told(ReceiveConnectorRows.MAX_MESSAGE_SIZE)));
  }

  private static Optional<String> larger(ServerResource service, SizeCap limit) {
    return service
        .known(MailSettingRows.MAX_FILE_SIZE)
        .value()
        .flatMap(limit::exceeded)
        .map(found -> service + ": " + found);
  }

  /** The lowest limit on the recipients of a mail. */
  static Optional<CauseJudgement> recipients(Connector connector) {
    return Known.exactly(connector::recipientCap)
        .value()
        .map(cap -> connector + " accepts mail for at most " + cap)
        .or(
            () ->
                connector
                    .known(ReceiveConnectorRows.MAX_RECIPIENTS_PER_MESSAGE)
                    .value()
                    .map(any -> connector.told(ReceiveConnectorRows.MAX_RECIPIENTS_PER_MESSAGE)))
        .map(told -> CauseJudgement.of(Likelihood.POSSIBLE, told));
  }
}
