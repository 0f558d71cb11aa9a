package org.relaycheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.SmtpSession;
import org.relaycheck.probe.wire.TlsHandshake;
import org.relaycheck.standin.mail.Mta;
import org.relaycheck.standin.mail.Parrot;
import org.relaycheck.standin.tds.TestCertificate;

class SmtpDiallerTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String HELLO = "250-mx.example Hello\n250-SIZE 1000\n250 STARTTLS";

  private final SmtpDialler dialler = new SmtpDialler(LONG, LONG);

  @AfterEach
  void hang_up() {
    dialler.close();
  }

  @Test
  void greeting_and_words_are_heard_and_the_session_ends_in_order() throws Exception {
    try (Parrot parrot = new Parrot("220 mx.example ready").says("EHLO", HELLO)) {
      try (SmtpSession line = open(parrot.port())) {
        assertThat(line.isOpen()).isTrue();
        assertThat(line.opening())
            .extracting(exchange -> exchange.response().shown())
            .containsExactly("220 mx.example ready", "250 mx.example Hello / SIZE 1000 / STARTTLS");
        assertThat(((SmtpResponse.Reply) line.opening().get(1).response()).parameters("size"))
            .contains("1000");
        assertThat(line.say(SessionStep.SENDER, "MAIL FROM:<a@example.com>").response().is(250))
            .isTrue();
        assertThat(line.end().response().isGood()).isTrue();
      }
      assertThat(parrot.heard())
          .containsExactly("EHLO [127.0.0.1]", "MAIL FROM:<a@example.com>", "QUIT");
    }
  }

  @Test
  void who_does_not_know_EHLO_is_asked_by_HELO() throws Exception {
    try (Parrot parrot =
            new Parrot("220 old").says("EHLO", "502 what").says("HELO", "250 old here");
        SmtpSession line = open(parrot.port())) {
      assertThat(line.isOpen()).isTrue();
      assertThat(line.opening().get(1).response().shown()).isEqualTo("250 old here");
    }
  }

  @Test
  void a_greeting_that_refuses_is_kept_with_its_words() throws Exception {
    try (Parrot parrot = new Parrot("421 4.3.2 Service not available" + Parrot.HANG_UP);
        SmtpSession line = open(parrot.port())) {
      assertThat(line.isOpen()).isFalse();
      assertThat(line.opening())
          .extracting(CommandReply::shown)
          .containsExactly("greeting: 421 4.3.2 Service not available");
    }
  }

  @Test
  void a_421_for_EHLO_is_kept() throws Exception {
    try (Parrot parrot =
            new Parrot("220 mx").says("EHLO", "421 4.3.2 going down" + Parrot.HANG_UP);
        SmtpSession line = open(parrot.port())) {
      assertThat(line.isOpen()).isFalse();
      assertThat(line.opening().get(1).response().shown()).isEqualTo("421 4.3.2 going down");
    }
  }

  @Test
  void a_421_for_a_command_is_its_reply() throws Exception {
    try (Parrot parrot =
            new Parrot("220 mx")
                .says("EHLO", HELLO)
                .says("RCPT", "421 4.4.2 rate exceeded" + Parrot.HANG_UP);
        SmtpSession line = open(parrot.port())) {
      line.say(SessionStep.SENDER, "MAIL FROM:<a@example.com>");

      CommandReply refused = line.say(SessionStep.RECIPIENT, "RCPT TO:<b@example.org>");

      assertThat(refused.response().shown()).isEqualTo("421 4.4.2 rate exceeded");
    }
  }

  @Test
  void a_421_that_nobody_asked_for_is_not_lost_behind_a_broken_pipe() throws Exception {
    try (Parrot parrot =
            new Parrot("220 mx")
                .says("EHLO", HELLO + "\n421 4.4.1 Connection timed out" + Parrot.HANG_UP);
        SmtpSession line = open(parrot.port())) {
      parrot.awaitHangUp();

      CommandReply first = line.say(SessionStep.SENDER, "MAIL FROM:<a@example.com>");

      assertThat(first.response().shown()).isEqualTo("421 4.4.1 Connection timed out");
      assertThat(line.say(SessionStep.END, "QUIT").response())
          .isInstanceOf(SmtpResponse.Silence.class);
    }
  }

  @Test
  void a_server_that_hangs_up_without_a_word_is_silence() throws Exception {
    try (Parrot parrot = new Parrot(Parrot.HANG_UP);
        SmtpSession line = open(parrot.port())) {
      assertThat(line.isOpen()).isFalse();
      assertThat(line.opening().get(0).response()).isInstanceOf(SmtpResponse.Silence.class);
    }
  }

  @Test
  void a_closed_port_is_told_in_words() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    try (SmtpSession line = open(port)) {
      assertThat(line.isOpen()).isFalse();
      assertThat(line.opening().get(0).shown()).startsWith("greeting: no connection (");
      assertThat(line.end().response()).isInstanceOf(SmtpResponse.Silence.class);
      assertThat(line.secure()).isInstanceOf(TlsHandshake.Unsecured.class);
    }
  }

  @Test
  void a_line_is_cut_when_its_life_is_over_however_the_server_drips() throws Exception {
    try (Parrot parrot = new Parrot("220-still thinking")) {
      SmtpAddress endpoint = new SmtpAddress("mx.example", parrot.port());

      try (SmtpSession line = dialler.open(endpoint, LOOPBACK, Duration.ofMillis(200))) {
        assertThat(line.isOpen()).isFalse();
        assertThat(line.opening().get(0).response()).isInstanceOf(SmtpResponse.Silence.class);
      }
    }
  }

  @Test
  void a_reply_that_does_not_come_in_time_is_silence() throws Exception {
    try (Parrot parrot = new Parrot("");
        SmtpDialler hasty = new SmtpDialler(LONG, Duration.ofMillis(100));
        SmtpSession line =
            hasty.open(new SmtpAddress("mx.example", parrot.port()), LOOPBACK, LONG)) {
      assertThat(line.opening().get(0).response().shown()).startsWith("no reply in time");
    }
  }

  @Test
  void the_certificate_is_seen_and_judged_though_nobody_vouches_for_it(@TempDir Path folder)
      throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "mx.corp.example");
    try (Mta mta = Mta.start(certificate.context());
        SmtpSession line = open(mta.port())) {
      TlsHandshake handshake = line.secure();

      assertThat(handshake).isInstanceOf(TlsHandshake.Secured.class);
      TlsHandshake.Secured secured = (TlsHandshake.Secured) handshake;
      assertThat(secured.chain().names()).containsExactly("mx.corp.example");
      assertThat(secured.chain().isFor("MX.corp.example.")).isTrue();
      assertThat(secured.chain().isFor("other.corp.example")).isFalse();
      assertThat(secured.chain().distrust()).isPresent();
      assertThat(secured.chain().daysLeft(secured.chain().from())).isBetween(1L, 2L);
      assertThat(secured.exchanges())
          .extracting(CommandReply::step)
          .containsExactly(SessionStep.START_TLS, SessionStep.SECURE_HELLO);
      assertThat(line.say(SessionStep.SENDER, "MAIL FROM:<a@example.com>").response().isGood())
          .isTrue();
      assertThat(line.end().response().isGood()).isTrue();
    }
  }

  @Test
  void a_refused_STARTTLS_keeps_its_reply() throws Exception {
    try (Parrot parrot =
            new Parrot("220 mx").says("EHLO", HELLO).says("STARTTLS", "454 4.7.0 no certificate");
        SmtpSession line = open(parrot.port())) {
      TlsHandshake handshake = line.secure();

      assertThat(handshake).isInstanceOf(TlsHandshake.Unsecured.class);
      assertThat(handshake.exchanges())
          .extracting(CommandReply::shown)
          .containsExactly("STARTTLS: 454 4.7.0 no certificate");
    }
  }

  @Test
  void the_way_to_a_server_is_known_without_calling_it() {
    assertThat(dialler.route(new SmtpAddress(LOOPBACK, 25)))
        .isEqualTo(new ServerRoute.Route(LOOPBACK, LOOPBACK));
    assertThat(dialler.route(new SmtpAddress("no-such-host.invalid", 25)))
        .isEqualTo(new ServerRoute.Lost("DNS has no address for no-such-host.invalid"));
  }

  @Test
  void no_thread_is_left() throws Exception {
    try (Parrot parrot = new Parrot("220 mx").says("EHLO", HELLO)) {
      open(parrot.port()).close();
    }
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("relay-probe-watchdog"))
            .toList();
    assertThat(ours).isNotEmpty();

    dialler.close();

    for (Thread thread : ours) {
      thread.join();
    }
    assertThat(ours).noneMatch(Thread::isAlive);
  }

  private SmtpSession open(int port) throws IOException {
    return dialler.open(new SmtpAddress("mx.example", port), LOOPBACK, LONG);
  }
}
