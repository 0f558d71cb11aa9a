package org.relaycheck.explain.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Certificate;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.Known;

/** What the certificates of servers say about sessions that were not encrypted. */
final class CertificateJudges {

  private CertificateJudges() {}

  /** Whether a connector has one that is good. */
  static Optional<CauseJudgement> connector(Connector connector) {
    Optional<String> lack = Known.asking(connector::certificateLack).value();
    if (lack.isPresent()) {
      return Optional.of(CauseJudgement.of(Likelihood.FITS, connector + ": " + lack.get()));
    }
    Optional<Certificate> shown = Known.asking(connector::certificate).value();
    return shown
        .map(one -> CauseJudgement.of(Likelihood.UNLIKELY, connector + ": " + words(one)))
        .or(
            () ->
                connector
                    .known(ReceiveConnectorRows.TLS_CERTIFICATE_NAME)
                    .value()
                    .map(
                        any ->
                            CauseJudgement.of(
                                Likelihood.POSSIBLE,
                                connector.told(ReceiveConnectorRows.TLS_CERTIFICATE_NAME))));
  }

  private static String words(Certificate one) {
    return "its certificate "
        + one
        + one.until().map(day -> " is good until " + day).orElse(" is there");
  }

  /** Whether the one that an account is shown is good, and for the name that it calls. */
  static CauseJudgement client(FlowRead world) {
    List<CauseJudgement> told = new ArrayList<>();
    for (Account account : world.accounts()) {
      for (Connector end : world.ends(account)) {
        client(account, end).ifPresent(told::add);
      }
      if (world.ends(account).isEmpty()) {
        told.add(
            CauseJudgement.of(Likelihood.POSSIBLE, account.told(MailAccountRows.MAILSERVER_NAME)));
      }
    }
    return CauseJudgement.any(told);
  }

  private static Optional<CauseJudgement> client(Account account, Connector end) {
    Optional<String> lack = Known.asking(end::certificateLack).value();
    if (lack.isPresent()) {
      return Optional.of(CauseJudgement.of(Likelihood.FITS, end + ": " + lack.get()));
    }
    String called = account.told(MailAccountRows.MAILSERVER_NAME);
    Optional<Certificate> shown = Known.asking(end::certificate).value();
    Optional<String> name = Known.exactly(account::mailServer).value();
    if (shown.isEmpty() || name.isEmpty()) {
      return Optional.of(CauseJudgement.of(Likelihood.POSSIBLE, called));
    }
    String of = "the certificate " + shown.get() + " of " + end;
    return Optional.of(
        shown.get().isFor(name.get())
            ? CauseJudgement.of(
                Likelihood.POSSIBLE,
                called + "; " + of + " is for it; whether Windows trusts its issuer is not read")
            : CauseJudgement.of(
                Likelihood.FITS,
                called
                    + "; "
                    + of
                    + " is for "
                    + String.join(", ", shown.get().names())
                    + ", not for that"));
  }
}
