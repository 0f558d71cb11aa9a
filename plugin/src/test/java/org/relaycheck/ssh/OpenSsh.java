package org.relaycheck.ssh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.Peers;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.StandIn;

/** A real OpenSSH server on this machine, under this user, with a stand-in for powershell.exe. */
final class OpenSsh implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Process server;

  private OpenSsh(Path folder, int port, Process server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** Starts a server with keys of its own; tells where it is missing. */
  static OpenSsh in(Path folder, String... settings) throws IOException, InterruptedException {
    Optional<Path> sshd =
        Stream.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (sshd.isEmpty()) {
      Peers.missing("OpenSSH's sshd (apt-get install openssh-server)");
    }
    key(folder, "host");
    key(folder, "user");
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized_keys"));
    standIn(folder);
    int port = freePort();
    Files.writeString(folder.resolve("sshd_config"), config(folder, port, List.of(settings)));
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd")); // it insists on it, and only as root
    }
    Process server =
        new ProcessBuilder(
                sshd.orElseThrow().toString(),
                "-D",
                "-e",
                "-f",
                folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .start();
    OpenSsh started = new OpenSsh(folder, port, server);
    started.awaitListening();
    return started;
  }

  private static String config(Path folder, int port, List<String> more) {
    List<String> lines = new ArrayList<>();
    lines.add("Port " + port);
    lines.add("ListenAddress 127.0.0.1");
    lines.add("HostKey " + folder.resolve("host"));
    lines.add("AuthorizedKeysFile " + folder.resolve("authorized_keys"));
    lines.add("PidFile none");
    lines.add("StrictModes no");
    lines.add("UsePAM no");
    lines.add("PasswordAuthentication no");
    lines.add("Subsystem sftp internal-sftp");
    lines.add("SetEnv PATH=" + folder.resolve("bin") + ":/usr/bin:/bin");
    lines.addAll(more);
    return String.join("\n", lines) + "\n";
  }

  private static void standIn(Path folder) throws IOException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("powershell.exe");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("java.class.path")
            + "' "
            + StandIn.class.getName()
            + " \"$(cat '"
            + folder.resolve("behaviour")
            + "')\" \"$@\"\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }

  /** A pair of keys without a passphrase, unless it is there. */
  static void key(Path folder, String name) throws IOException, InterruptedException {
    if (Files.exists(folder.resolve(name))) {
      return;
    }
    run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", name);
  }

  /** Runs a program to its end. */
  static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its log must be read on, or the server would block. */
  private void awaitListening() throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Server listening")) {
        Thread reader = new Thread(() -> log.lines().forEach(more -> {}), "sshd-log");
        reader.setDaemon(true);
        reader.start();
        return;
      }
    }
    throw new IOException("sshd did not start: " + said);
  }

  /** What powershell.exe does from now on. */
  void behaves(Behaviour behaviour) throws IOException {
    Files.writeString(folder.resolve("behaviour"), behaviour.name());
  }

  int port() {
    return port;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String publicKey(String name) throws IOException {
    String[] words = Files.readString(folder.resolve(name + ".pub")).split(" ");
    return words[0] + " " + words[1];
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
