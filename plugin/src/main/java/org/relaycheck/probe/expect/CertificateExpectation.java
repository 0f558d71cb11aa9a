package org.relaycheck.probe.expect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.CertificateChain;
import org.relaycheck.probe.wire.TlsHandshake;
import org.relaycheck.probe.wire.VisitResult;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;

/**
 * That the certificate is good for who uses it.
 *
 * @param source the line of the policy that wants TLS
 * @param aspect what of it
 * @param names that clients call the server by
 * @param needed whether a mail account of the policy uses TLS by one of them
 * @param now the run's moment
 */
public record CertificateExpectation(
    Statement<?> source, Aspect aspect, List<String> names, boolean needed, Instant now)
    implements WireExpectation {

  /** Fewer days are told, because renewing one takes people and time. */
  static final int SOON = 14;

  /** What is to be good about it. */
  enum Aspect {
    /** It is good today. */
    TIME,
    /** It is good for some time yet. */
    FUTURE,
    NAME,
    TRUST
  }

  public CertificateExpectation {
    names = List.copyOf(names);
  }

  @Override
  public String topic() {
    return "certificate";
  }

  @Override
  public String expected() {
    return switch (aspect) {
      case TIME -> "good today";
      case FUTURE -> "good for " + SOON + " days or more";
      case NAME -> "for " + String.join(", ", names);
      case TRUST -> "trusted by this Java";
    };
  }

  /** Who does not check certificates is not stopped by one; other machines trust otherwise. */
  @Override
  public Severity severity(WireVerdict judgement) {
    boolean binding = aspect == Aspect.TIME || (aspect == Aspect.NAME && needed);
    return binding ? source.severity() : least(source.severity());
  }

  private static Severity least(Severity stated) {
    return stated.reaches(Severity.WARNING) ? Severity.WARNING : stated;
  }

  @Override
  public Optional<String> read(ProbeTarget target) {
    return target.certificate();
  }

  @Override
  public Optional<WireVerdict> judge(VisitResult visited) {
    Optional<WireVerdict> seen = visited.chain().map(this::judge);
    return seen.or(() -> visited.secure().map(CertificateExpectation::unseen));
  }

  private static WireVerdict unseen(VisitResult.Secure secure) {
    String why =
        secure
            .handshake()
            .filter(TlsHandshake.Unsecured.class::isInstance)
            .map(failed -> ((TlsHandshake.Unsecured) failed).why())
            .orElseGet(() -> secure.transcript().last().shown());
    return new WireVerdict.Inconclusive(
        "TLS was offered but could not be established: " + why,
        NextSteps.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME));
  }

  private WireVerdict judge(CertificateChain chain) {
    return switch (aspect) {
      case TIME -> time(chain);
      case FUTURE -> future(chain);
      case NAME -> name(chain);
      case TRUST ->
          chain
              .distrust()
              .<WireVerdict>map(
                  why ->
                      new WireVerdict.Refuted(
                          "issued by " + chain.issuer() + ": " + why,
                          "a mail account with enable_ssl needs an issuer that its SQL Server"
                              + " trusts; \"-Drelay.probe.script=true\" writes a script that checks it there"))
              .orElseGet(() -> new WireVerdict.Proved("issued by " + chain.issuer()));
    };
  }

  private WireVerdict time(CertificateChain chain) {
    String evidence = "good from " + chain.from() + " until " + chain.until();
    return now.isBefore(chain.from()) || now.isAfter(chain.until())
        ? new WireVerdict.Refuted(
            evidence, "renew it, then " + NextSteps.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME))
        : new WireVerdict.Proved(evidence);
  }

  private WireVerdict future(CertificateChain chain) {
    long days = chain.daysLeft(now);
    String evidence = days + " days left";
    return days < SOON
        ? new WireVerdict.Refuted(evidence, "renew it before it ends")
        : new WireVerdict.Proved(evidence);
  }

  private WireVerdict name(CertificateChain chain) {
    List<String> missing = names.stream().filter(name -> !chain.isFor(name)).toList();
    String evidence = "it is for " + String.join(", ", chain.names());
    return missing.isEmpty()
        ? new WireVerdict.Proved(evidence)
        : new WireVerdict.Refuted(
            evidence + ", not for " + String.join(", ", missing),
            NextSteps.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME, ReceiveConnectorRows.FQDN));
  }
}
