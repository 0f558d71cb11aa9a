package org.relaycheck.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relaycheck.probe.Chain;
import org.relaycheck.probe.Handshake;
import org.relaycheck.probe.Visited;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
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
record CertificateClaim(
    Statement<?> source, Aspect aspect, List<String> names, boolean needed, Instant now)
    implements Claim {

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

  CertificateClaim {
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
  public Severity severity(Judgement judgement) {
    boolean binding = aspect == Aspect.TIME || (aspect == Aspect.NAME && needed);
    return binding ? source.severity() : least(source.severity());
  }

  private static Severity least(Severity stated) {
    return stated.reaches(Severity.WARNING) ? Severity.WARNING : stated;
  }

  @Override
  public Optional<String> read(Aim aim) {
    return aim.certificate();
  }

  @Override
  public Optional<Judgement> judge(Visited visited) {
    Optional<Judgement> seen = visited.chain().map(this::judge);
    return seen.or(() -> visited.secure().map(CertificateClaim::unseen));
  }

  private static Judgement unseen(Visited.Secure secure) {
    String why =
        secure
            .handshake()
            .filter(Handshake.Unsecured.class::isInstance)
            .map(failed -> ((Handshake.Unsecured) failed).why())
            .orElseGet(() -> secure.transcript().last().shown());
    return new Judgement.Untold(
        "TLS was offered and did not come about: " + why,
        Advice.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME));
  }

  private Judgement judge(Chain chain) {
    return switch (aspect) {
      case TIME -> time(chain);
      case FUTURE -> future(chain);
      case NAME -> name(chain);
      case TRUST ->
          chain
              .distrust()
              .<Judgement>map(
                  why ->
                      new Judgement.Refuted(
                          "issued by " + chain.issuer() + ": " + why,
                          "a mail account with enable_ssl needs an issuer that its SQL Server"
                              + " trusts; -Drelay.probe.script writes a script that tells it there"))
              .orElseGet(() -> new Judgement.Proved("issued by " + chain.issuer()));
    };
  }

  private Judgement time(Chain chain) {
    String evidence = "good from " + chain.from() + " until " + chain.until();
    return now.isBefore(chain.from()) || now.isAfter(chain.until())
        ? new Judgement.Refuted(
            evidence, "renew it, then " + Advice.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME))
        : new Judgement.Proved(evidence);
  }

  private Judgement future(Chain chain) {
    long days = chain.daysLeft(now);
    String evidence = days + " days left";
    return days < SOON
        ? new Judgement.Refuted(evidence, "renew it before it is over")
        : new Judgement.Proved(evidence);
  }

  private Judgement name(Chain chain) {
    List<String> missing = names.stream().filter(name -> !chain.isFor(name)).toList();
    String evidence = "it is for " + String.join(", ", chain.names());
    return missing.isEmpty()
        ? new Judgement.Proved(evidence)
        : new Judgement.Refuted(
            evidence + ", not for " + String.join(", ", missing),
            Advice.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME, ReceiveConnectorRows.FQDN));
  }
}
