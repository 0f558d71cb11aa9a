package org.relaycheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.relaycheck.ssh.WindowsServer;
import org.relaycheck.standin.tds.Encryption;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.standin.tds.TestCertificate;

/**
 * Hosts that take their time, in a process of their own until its input ends: SSH servers on as
 * many loopback addresses, one powershell entry each, and SQL Servers on as many ports; with the
 * files that lead there, for us and for Ansible.
 *
 * <p>Arguments: SSH hosts, SQL Servers, milliseconds that each needs, a folder for the files.
 */
final class SimulatedSite {

  private static final String PASSWORD = "only-for-the-benchmark";

  private final Path folder;
  private final long millis;

  private SimulatedSite(Path folder, long millis) {
    this.folder = folder;
    this.millis = millis;
  }

  public static void main(String[] args) throws Exception {
    SimulatedSite site = new SimulatedSite(Path.of(args[3]), Long.parseLong(args[2]));
    Files.createDirectories(site.folder);
    SshFiles.settings(site.folder, "reader", "<password>" + PASSWORD + "</password>");
    SshServer ssh = site.ssh(Integer.parseInt(args[0]));
    List<TdsServer> sql = site.sql(Integer.parseInt(args[1]));
    Files.writeString(site.folder.resolve("ready"), "");
    System.in.readAllBytes();
    ssh.stop(true);
    for (TdsServer server : sql) {
      server.close();
    }
  }

  private SshServer ssh(int hosts) throws IOException {
    var key = WindowsServer.keyPair();
    SshServer server = SshServer.setUpDefaultServer();
    server.setPort(SshFiles.freePort());
    server.setHost(
        IntStream.rangeClosed(1, hosts)
            .mapToObj(SshFiles::address)
            .collect(Collectors.joining(",")));
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
    server.setCommandFactory(
        (channel, command) ->
            new SlowCommand(Duration.ofMillis(millis), command.contains("powershell")));
    server.start();
    var host = key.getPublic();
    new SshFiles(
            folder, server.getPort(), PublicKeyEntry.toString(host), KeyUtils.getFingerPrint(host))
        .write(hosts, List.of("ansible_user=reader", "ansible_password=" + PASSWORD));
    return server;
  }

  private List<TdsServer> sql(int instances) throws Exception {
    List<TdsServer> servers = new ArrayList<>();
    List<String> connections = new ArrayList<>(List.of("hosts:"));
    List<String> policy = new ArrayList<>(List.of("version: 1", "mailAccounts:"));
    policy.add("  Bulk: {hosts: all, port: 25}");
    TestCertificate certificate = TestCertificate.create(folder, "localhost");
    for (int i = 1; i <= instances; i++) {
      String name = String.format(Locale.ROOT, "SQL%03d", i);
      TdsServer server =
          TdsServer.start(
              Encryption.ON, certificate, new SlowInstance(name, Duration.ofMillis(millis)));
      servers.add(server);
      connections.add(
          ("  %s: {sqlserver: localhost, port: %d, credentials: bench,"
                  + " properties: {trustServerCertificate: 'true'}}")
              .formatted(name, server.port()));
    }
    SshFiles.lines(folder.resolve("sql-connections.yaml"), connections);
    SshFiles.lines(folder.resolve("sql-policy.yaml"), policy);
    return servers;
  }
}
