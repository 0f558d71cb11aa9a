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

/** A real OpenSSH server on this machine, under this user. */
public final class OpenSsh implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Process server;

  private OpenSsh(Path folder, int port, Process server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** Starts a server on whose PATH a stand-in for powershell.exe is. */
  static OpenSsh in(Path folder, String... settings) throws IOException, InterruptedException {
    return in(folder, standIn(folder), settings);
  }

  /**
   * Starts a server with keys of its own; tells where it is missing.
   *
   * @param programs the folder that comes first on its PATH
   */
  public static OpenSsh in(Path folder, Path programs, String... settings)
      throws IOException, InterruptedException {
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
    int port = freePort();
    List<String> config = config(folder, port);
    config.add("SetEnv PATH=" + programs + ":/usr/bin:/bin");
    config.addAll(List.of(settings));
    Files.write(folder.resolve("sshd_config"), config);
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

  private static List<String> config(Path folder, int port) {
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
    return lines;
  }

  private static Path standIn(Path folder) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Path program = programs.resolve("powershell.exe");
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
    return programs;
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
        Thread reader = new Thread(() -> readOn(log), "sshd-log");
        reader.setDaemon(true);
        reader.start();
        return;
      }
    }
    throw new IOException("sshd did not start: " + said);
  }

  private static void readOn(BufferedReader log) {
    try (log) {
      while (log.readLine() != null) {
        // nobody wants to know
      }
    } catch (IOException ended) {
      return; // the server was stopped
    }
  }

  /** What powershell.exe does from now on. */
  void behaves(Behaviour behaviour) throws IOException {
    Files.writeString(folder.resolve("behaviour"), behaviour.name());
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** A file of its folder: {@code user} is the private key that it lets in. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** A public key of its folder, as known_hosts has it. */
  public String publicKey(String name) throws IOException {
    String[] words = Files.readString(folder.resolve(name + ".pub")).split(" ");
    return words[0] + " " + words[1];
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
