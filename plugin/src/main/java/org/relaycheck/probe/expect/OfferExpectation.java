package org.relaycheck.probe.expect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.VisitResult;
import org.relaycheck.state.Statement;

/**
 * A way to authenticate or to encrypt that a connector offers, or does not.
 *
 * @param source what the policy says of AuthMechanism
 * @param mechanism the word of AuthMechanism
 * @param wanted whether it is to be offered
 */
record OfferExpectation(Statement<Set<String>> source, String mechanism, boolean wanted)
    implements WireExpectation {

  static final String TLS = "Tls";
  static final String INTEGRATED = "Integrated";
  static final String BASIC = "BasicAuth";

  /** The mechanisms that a client can see. */
  static final List<String> VISIBLE = List.of(TLS, INTEGRATED, BASIC);

  @Override
  public String topic() {
    return ReceiveConnectorRows.AUTH_MECHANISM.name();
  }

  @Override
  public String expected() {
    return (wanted ? "" : "no ") + mechanism + ": " + (wanted ? "" : "no ") + word();
  }

  private String word() {
    return switch (mechanism) {
      case TLS -> "STARTTLS";
      case INTEGRATED -> "AUTH NTLM or GSSAPI";
      default -> "AUTH LOGIN";
    };
  }

  @Override
  public Optional<String> read(ProbeTarget target) {
    return mechanism.equals(TLS) ? target.certificate() : Optional.empty();
  }

  @Override
  public Optional<WireVerdict> judge(VisitResult visited) {
    return visited.hello().flatMap(hello -> judge(hello, visited));
  }

  private Optional<WireVerdict> judge(SmtpResponse.Reply hello, VisitResult visited) {
    if (mechanism.equals(TLS)) {
      return Optional.of(judgement(hello.parameters("STARTTLS").isPresent(), "EHLO"));
    }
    boolean plain = offers(hello);
    Optional<SmtpResponse.Reply> secure =
        visited
            .secure()
            .flatMap(one -> one.transcript().reply(SessionStep.SECURE_HELLO))
            .filter(SmtpResponse::isGood);
    if (!plain && secure.isEmpty() && hello.parameters("STARTTLS").isPresent()) {
      return Optional.of(
          new WireVerdict.Inconclusive(
              "EHLO: no " + word() + " before STARTTLS, and TLS could not be established",
              NextSteps.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME)));
    }
    boolean offered = plain || secure.filter(this::offers).isPresent();
    return Optional.of(
        judgement(offered, secure.isPresent() ? "EHLO before and after STARTTLS" : "EHLO"));
  }

  private WireVerdict judgement(boolean offered, String where) {
    String evidence = where + ": " + (offered ? "" : "no ") + word();
    return offered == wanted
        ? new WireVerdict.Proved(evidence)
        : new WireVerdict.Refuted(evidence, NextSteps.look(source.property()));
  }

  private boolean offers(SmtpResponse.Reply hello) {
    List<String> ways = Arrays.asList(hello.parameters("AUTH").orElse("").split("\\s+"));
    return mechanism.equals(INTEGRATED)
        ? ways.contains("NTLM") || ways.contains("GSSAPI") || ways.contains("NEGOTIATE")
        : ways.contains("LOGIN");
  }
}
