package org.relaycheck.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relaycheck.probe.wire.ConnectionHold;
import org.relaycheck.probe.wire.HeldConnections;
import org.relaycheck.probe.wire.MailEnvelope;
import org.relaycheck.probe.wire.MailingResult;
import org.relaycheck.probe.wire.ServerCall;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.probe.wire.TestMailing;
import org.relaycheck.smtp.SmtpDialler;
import org.relaycheck.standin.mail.Postfix;

/** Holds many connections to Postfix's smtp-sink, and sends to a Postfix beside its smtp-source. */
public final class ProbeLoad {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final MailEnvelope ENVELOPE =
      new MailEnvelope("probe@corp.example", "somebody@corp.example");

  private ProbeLoad() {}

  /** {@code hold CONNECTIONS} or {@code send MESSAGES RUNS}. */
  public static void main(String[] arguments) throws Exception {
    int number = Integer.parseInt(arguments[1]);
    if (arguments[0].equals("hold")) {
      hold(number);
    } else {
      send(number, Integer.parseInt(arguments[2]));
    }
  }

  private static void hold(int number) throws IOException, InterruptedException {
    int port = freePort();
    Process sink =
        new ProcessBuilder("smtp-sink", "-u", "postfix", "-m", "2000", "127.0.0.1:" + port, "1000")
            .inheritIO()
            .start();
    try (SmtpDialler dialler = new SmtpDialler(PATIENCE, PATIENCE)) {
      ServerCall call = call(port);
      while (new ConnectionHold(call, 1).by(dialler, held -> {}).held() == 0) {
        if (!sink.isAlive()) {
          throw new IOException("smtp-sink ended with " + sink.exitValue());
        }
      }
      long start = System.nanoTime();
      HeldConnections held = new ConnectionHold(call, number).by(dialler, count -> {});
      System.out.printf(
          "held %d in %.2f s with closing, dropped %s, refused %s, most memory %s, threads %d%n",
          held.held(),
          (System.nanoTime() - start) / 1e9,
          held.dropped(),
          held.refusal(),
          memory(),
          Thread.activeCount());
    } finally {
      sink.destroy();
    }
  }

  private static String memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .findFirst()
        .orElse("unknown");
  }

  private static void send(int number, int runs) throws Exception {
    try (Postfix postfix = Postfix.in();
        SmtpDialler dialler = new SmtpDialler(PATIENCE, PATIENCE)) {
      List<Double> ours = new ArrayList<>();
      List<Double> source = new ArrayList<>();
      for (int run = 0; run <= runs; run++) {
        double one = ours(dialler, postfix.port(), number);
        double other = source(postfix.port(), number);
        if (run > 0) { // the first warms both up
          ours.add(one);
          source.add(other);
        }
        System.out.printf(
            "%s: ours %.0f messages a second, smtp-source %.0f, ratio %.2f%n",
            run == 0 ? "warm-up" : "run " + run, one, other, one / other);
      }
      System.out.printf("median ratio %.2f%n", median(ours) / median(source));
    }
  }

  private static double ours(SmtpDialler dialler, int port, int number) {
    MailingResult mailed =
        new TestMailing(call(port), ENVELOPE, number, "bench", Instant.now())
            .by(dialler, count -> {});
    if (mailed.acknowledged().size() != number) {
      throw new IllegalStateException(mailed.toString());
    }
    return mailed.perSecond();
  }

  /** In one session, as ours: -d keeps it open; a message of about the same size. */
  private static double source(int port, int number) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                "smtp-source",
                "-d",
                "-s",
                "1",
                "-m",
                Integer.toString(number),
                "-l",
                "500",
                "-f",
                ENVELOPE.sender(),
                "-t",
                ENVELOPE.recipient(),
                "127.0.0.1:" + port)
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("smtp-source failed");
    }
    return number * 1e9 / (System.nanoTime() - start);
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private static ServerCall call(int port) {
    return new ServerCall(
        new SmtpAddress("127.0.0.1", port), new ServerRoute.Route("127.0.0.1", "127.0.0.1"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
