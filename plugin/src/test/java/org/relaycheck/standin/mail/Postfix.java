package org.relaycheck.standin.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.relaycheck.Peers;

/**
 * A real Postfix on loopback, with a configuration, a queue and a process of its own. It needs
 * root, as Postfix does, and delivers nothing: mail for its own domain is thrown away.
 */
public final class Postfix implements AutoCloseable {

  private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");
  private static final String FOLDER_FOR_ALL = "rwxr-xr-x";

  private final Path folder;
  private final int port;
  private final Process master;

  private Postfix(Path folder, int port, Process master) {
    this.folder = folder;
    this.port = port;
    this.master = master;
  }

  /**
   * Starts one; tells where it is missing.
   *
   * @param settings lines of main.cf beside its own, which they override
   */
  public static Postfix in(String... settings) throws IOException, InterruptedException {
    if (!Files.isExecutable(MASTER)) {
      Peers.missing("Postfix (apt-get install postfix)");
    }
    if (!System.getProperty("user.name").equals("root")) {
      Peers.missing("root, as whom Postfix is started,");
    }
    // its processes run as another user, who must come through every folder above
    Path folder = Files.createTempDirectory(Path.of("/tmp"), "relay-postfix");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_FOR_ALL));
    int port = freePort();
    configure(folder, port, settings);
    run(folder, "/usr/sbin/postfix", "-c", folder.resolve("etc").toString(), "check");
    Process master =
        new ProcessBuilder(MASTER.toString(), "-c", folder.resolve("etc").toString(), "-d")
            .redirectErrorStream(true)
            .start();
    Postfix started = new Postfix(folder, port, master);
    started.awaitListening();
    return started;
  }

  private static void configure(Path folder, int port, String... settings) throws IOException {
    Path etc = Files.createDirectory(folder.resolve("etc"));
    Path queue = Files.createDirectory(folder.resolve("queue"));
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setOwner(
        data,
        data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
    List<String> lines = new ArrayList<>();
    lines.add("compatibility_level = 3.6");
    lines.add("queue_directory = " + queue);
    lines.add("data_directory = " + data);
    lines.add("maillog_file = /dev/stdout");
    lines.add("inet_interfaces = 127.0.0.1");
    lines.add("inet_protocols = ipv4");
    lines.add("myhostname = mx.corp.example");
    lines.add("mydestination =");
    lines.add("local_recipient_maps =");
    lines.add("mynetworks =");
    lines.add("relay_domains = corp.example");
    lines.add("relay_recipient_maps =");
    lines.add("smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination");
    lines.add("default_transport = discard:");
    lines.add("relay_transport = discard:");
    lines.add("alias_maps =");
    lines.add("alias_database =");
    lines.add("default_process_limit = 300");
    // otherwise clients of mynetworks are not counted
    lines.add("smtpd_client_event_limit_exceptions =");
    lines.add("smtpd_client_connection_rate_limit = 0");
    lines.addAll(List.of(settings));
    Files.writeString(etc.resolve("main.cf"), String.join("\n", lines) + "\n");
    Files.writeString(etc.resolve("master.cf"), services(port));
  }

  /** Without chroot, and with what a server that discards needs. */
  private static String services(int port) {
    return """
        127.0.0.1:%d inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        proxymap unix - - n - - proxymap
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        tlsmgr unix - - n 1000? 1 tlsmgr
        postlog unix-dgram n - n - 1 postlogd
        """
        .formatted(port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  /** Its log must be read on, or it would block. */
  private void awaitListening() throws IOException {
    BufferedReader log = master.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      if (line.contains("daemon started")) {
        Thread reader = new Thread(() -> drain(log), "postfix-log");
        reader.setDaemon(true);
        reader.start();
        return;
      }
    }
    throw new IOException("Postfix did not start: " + said);
  }

  private static void drain(BufferedReader log) {
    try {
      log.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      return; // the master has ended
    }
  }

  public int port() {
    return port;
  }

  /** Ends the master, and with it every process of this Postfix. */
  @Override
  public void close() {
    master.destroy();
    boolean ended;
    try {
      ended = master.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ended = false;
    }
    if (!ended) {
      master.destroyForcibly();
    }
    clear();
  }

  /** Its processes end a moment after their master, and may still be at work in the queue. */
  private void clear() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException busy) {
      return; // the system clears /tmp
    }
  }
}
