package org.relaycheck.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relaycheck.powershell.CannedAnswer;

/**
 * Hosts that take their time behind Debian's OpenSSH server, until its input ends: as many loopback
 * addresses as hosts, one key that lets in, and a stand-in for powershell.exe.
 *
 * <p>Arguments: hosts, milliseconds that each needs, the stand-in, a folder for the files.
 */
final class OpenSshSite {

  /** A server listens on no more addresses than that (MAX_LISTEN_SOCKS of OpenSSH). */
  private static final int ADDRESSES = 16;

  private final Path folder;
  private final int port;

  private OpenSshSite(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[3])).toAbsolutePath();
    OpenSshSite site = new OpenSshSite(folder, SshFiles.freePort());
    int hosts = Integer.parseInt(args[0]);
    site.standIn(Path.of(args[2]), args[1]);
    site.files(hosts);
    List<Process> servers = site.servers(hosts);
    try {
      Files.writeString(folder.resolve("ready"), "");
      System.in.readAllBytes();
    } finally {
      servers.forEach(Process::destroy);
    }
  }

  /** It is found as powershell.exe by us, and as collect by whoever asks nothing. */
  private void standIn(Path script, String millis) throws IOException {
    Files.writeString(folder.resolve("answer"), CannedAnswer.connector());
    String program =
        Files.readString(script)
            .replace("@ANSWER@", folder.resolve("answer").toString())
            .replace("@MILLIS@", millis);
    for (String name : List.of("powershell.exe", "collect")) {
      Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
      Files.writeString(file, program);
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
  }

  private void files(int hosts) throws IOException, InterruptedException {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "host");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "user");
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized_keys"));
    String[] key = Files.readString(folder.resolve("host.pub")).split(" ");
    String print = run("ssh-keygen", "-l", "-f", "host.pub").split(" ")[1];
    String user = System.getProperty("user.name");
    new SshFiles(folder, port, key[0] + " " + key[1], print)
        .write(
            hosts,
            List.of(
                "ansible_user=" + user, "ansible_ssh_private_key_file=" + folder.resolve("user")));
    SshFiles.settings(folder, user, "<privateKey>" + folder.resolve("user") + "</privateKey>");
  }

  private List<Process> servers(int hosts) throws IOException, InterruptedException {
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd")); // it insists on it, and only as root
    }
    List<Process> servers = new ArrayList<>();
    for (int first = 1; first <= hosts; first += ADDRESSES) {
      Path config = folder.resolve("sshd_config_" + first);
      SshFiles.lines(config, config(first, Math.min(hosts, first + ADDRESSES - 1)));
      Process server =
          new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("sshd.log").toFile()))
              .start();
      servers.add(server);
    }
    return servers;
  }

  /** Without MaxStartups a server drops some of 32 clients that come at once. */
  private List<String> config(int first, int last) {
    List<String> lines = new ArrayList<>();
    lines.add("Port " + port);
    IntStream.rangeClosed(first, last)
        .mapToObj(host -> "ListenAddress " + SshFiles.address(host))
        .collect(Collectors.toCollection(() -> lines));
    lines.add("HostKey " + folder.resolve("host"));
    lines.add("AuthorizedKeysFile " + folder.resolve("authorized_keys"));
    lines.add("PidFile none");
    lines.add("StrictModes no");
    lines.add("UsePAM no");
    lines.add("PasswordAuthentication no");
    lines.add("MaxStartups 1000");
    lines.add("SetEnv PATH=" + folder.resolve("bin") + ":/usr/bin:/bin");
    return lines;
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }
}
