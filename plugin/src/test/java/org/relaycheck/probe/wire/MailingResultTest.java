package org.relaycheck.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailingResultTest {

  @Test
  void percentiles_are_of_the_messages_that_were_taken() {
    List<Duration> times = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
    MailingResult mailed = new MailingResult(times, Duration.ofSeconds(10), Optional.empty());

    assertThat(mailed.percentile(50)).isEqualTo(Duration.ofMillis(50));
    assertThat(mailed.percentile(95)).isEqualTo(Duration.ofMillis(95));
    assertThat(mailed.percentile(100)).isEqualTo(Duration.ofMillis(100));
    assertThat(mailed.perSecond()).isEqualTo(10.0);
  }

  @Test
  void without_messages_there_is_no_speed() {
    MailingResult none = new MailingResult(List.of(), Duration.ZERO, Optional.empty());

    assertThat(none.percentile(50)).isZero();
    assertThat(none.perSecond()).isZero();
  }

  @Test
  void caps_are_hard() {
    ServerCall call =
        new ServerCall(
            new SmtpAddress("mx.example", 25), new ServerRoute.Route("192.0.2.1", "192.0.2.2"));
    MailEnvelope envelope = new MailEnvelope("a@example.com", "b@example.com");

    assertThatThrownBy(() -> new ConnectionHold(call, ConnectionHold.CAP + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConnectionHold(call, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new TestMailing(call, envelope, TestMailing.CAP + 1, "x", Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_star_in_a_certificate_stands_for_one_label() {
    CertificateChain chain =
        new CertificateChain(
            "CN=x",
            "CN=y",
            List.of("*.corp.example"),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty());

    assertThat(chain.isFor("mail.corp.example")).isTrue();
    assertThat(chain.isFor("a.mail.corp.example")).isFalse();
    assertThat(chain.isFor("corp.example")).isFalse();
    assertThat(chain.daysLeft(Instant.EPOCH.plusSeconds(1))).isEqualTo(-1);
  }

  @Test
  void a_reply_tells_its_enhanced_code_if_it_has_one() {
    assertThat(new SmtpResponse.Reply(421, List.of("4.3.2 busy")).enhanced()).contains("4.3.2");
    assertThat(new SmtpResponse.Reply(250, List.of("fine")).enhanced()).isEmpty();
    assertThat(new SmtpResponse.Reply(250, List.of("me", "SIZE", "AUTH NTLM")).parameters("auth"))
        .contains("NTLM");
    assertThat(new SmtpResponse.Reply(250, List.of("SIZE 5")).parameters("SIZE")).isEmpty();
  }
}
