package org.relaycheck.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Step;
import org.relaycheck.probe.Visited;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Statement;

/**
 * A way to authenticate or to encrypt that a connector offers, or does not.
 *
 * @param source what the policy says of AuthMechanism
 * @param mechanism the word of AuthMechanism
 * @param wanted whether it is to be offered
 */
record WordClaim(Statement<Set<String>> source, String mechanism, boolean wanted) implements Claim {

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
  public Optional<String> read(Aim aim) {
    return mechanism.equals(TLS) ? aim.certificate() : Optional.empty();
  }

  @Override
  public Optional<Judgement> judge(Visited visited) {
    return visited.hello().flatMap(hello -> judge(hello, visited));
  }

  private Optional<Judgement> judge(Response.Reply hello, Visited visited) {
    if (mechanism.equals(TLS)) {
      return Optional.of(judgement(hello.parameters("STARTTLS").isPresent(), "EHLO"));
    }
    boolean plain = offers(hello);
    Optional<Response.Reply> secure =
        visited
            .secure()
            .flatMap(one -> one.transcript().reply(Step.SECURE_HELLO))
            .filter(Response::isGood);
    if (!plain && secure.isEmpty() && hello.parameters("STARTTLS").isPresent()) {
      return Optional.of(
          new Judgement.Untold(
              "EHLO: no " + word() + " before STARTTLS, and TLS did not come about",
              Advice.look(ReceiveConnectorRows.TLS_CERTIFICATE_NAME)));
    }
    boolean offered = plain || secure.filter(this::offers).isPresent();
    return Optional.of(
        judgement(offered, secure.isPresent() ? "EHLO before and after STARTTLS" : "EHLO"));
  }

  private Judgement judgement(boolean offered, String where) {
    String evidence = where + ": " + (offered ? "" : "no ") + word();
    return offered == wanted
        ? new Judgement.Proved(evidence)
        : new Judgement.Refuted(evidence, Advice.look(source.property()));
  }

  private boolean offers(Response.Reply hello) {
    List<String> ways = Arrays.asList(hello.parameters("AUTH").orElse("").split("\\s+"));
    return mechanism.equals(INTEGRATED)
        ? ways.contains("NTLM") || ways.contains("GSSAPI") || ways.contains("NEGOTIATE")
        : ways.contains("LOGIN");
  }
}
