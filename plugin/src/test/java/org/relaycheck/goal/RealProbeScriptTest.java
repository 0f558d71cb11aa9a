package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.standin.mail.Mta;
import org.relaycheck.standin.network.ExchangeShell;
import org.relaycheck.standin.tds.TestCertificate;

/** The script of a probe in a real PowerShell, against servers on this machine. */
@Timeout(300)
class RealProbeScriptTest {

  @TempDir private Path folder;

  @Test
  void the_version_of_tls_that_was_agreed_is_told() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "mx.corp.example");
    try (Mta mta = Mta.start(certificate.context())) {
      String said = run("127.0.0.1", mta.port());

      assertThat(said)
          .containsPattern("TLS: Tls1[23], certificate: CN=mx.corp.example")
          .contains("EHLO after STARTTLS: 250-");
    }
  }

  @Test
  void a_handshake_that_fails_is_tried_with_new_tls_and_names_the_old_default() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      serve(server, List.of("220 mx", "250-mx\r\n250 STARTTLS", "220 go"));

      String said = run("127.0.0.1", server.getLocalPort());

      assertThat(said)
          .contains("TLS handshake failed: ")
          .contains("with TLS 1.2 asked for by name it fails, too: ")
          .contains("SchUseStrongCrypto and SystemDefaultTlsVersions");
    }
  }

  @Test
  void a_server_that_stays_silent_is_given_up_once_also_over_ip_version_6() throws Exception {
    try (ServerSocket server = listening("::1")) {
      serve(server, List.of());

      String said = run("::1", server.getLocalPort());

      assertThat(said)
          .contains("from: [::1]:")
          .containsOnlyOnce("greeting: (no reply within 1 s: given up)")
          .doesNotContain("failed");
    }
  }

  private static ServerSocket listening(String address) throws IOException {
    try {
      return new ServerSocket(0, 9, InetAddress.getByName(address));
    } catch (IOException none) {
      return abort("this machine has no IPv6: " + none);
    }
  }

  /** Answers the greeting and each line in turn, closes after the last, and is silent with none. */
  private static void serve(ServerSocket server, List<String> replies) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket call = server.accept()) {
                  answer(call, replies);
                } catch (IOException over) {
                  return; // the test is over
                }
              }
            },
            "server");
    thread.setDaemon(true);
    thread.start();
  }

  private static void answer(Socket call, List<String> replies) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
    if (replies.isEmpty()) {
      while (lines.readLine() != null) {
        // says nothing
      }
    }
    for (String reply : replies) {
      call.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
      if (lines.readLine() == null) {
        return;
      }
    }
  }

  private String run(String address, int port) throws Exception {
    Wires wires = new Wires(folder).connector("Relay", 2525).policy("TarpitInterval: 5s");
    wires.probe();
    String script =
        wires
            .lastScript()
            .replace("$try.Name = '127.0.0.1'", "$try.Name = '" + address + "'")
            .replace("$try.Port = 2525", "$try.Port = " + port);
    Path file = Files.writeString(folder.resolve("probe.ps1"), script);
    Process process =
        new ProcessBuilder(
                ExchangeShell.engine(),
                "-NoProfile",
                "-ExecutionPolicy",
                "Bypass",
                "-File",
                file.toString(),
                "-Patience",
                address.equals("::1") ? "1" : "60")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
