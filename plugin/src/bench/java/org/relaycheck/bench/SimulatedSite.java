package org.relaycheck.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.relaycheck.ssh.WindowsServer;
import org.relaycheck.tds.Encryption;
import org.relaycheck.tds.TdsServer;
import org.relaycheck.tds.TestCertificate;

/**
 * Hosts that take their time, in a process of their own until its input ends: SSH servers on as
 * many loopback addresses, one door each, and SQL Servers on as many ports; with the files that
 * lead there, for us and for Ansible.
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
    site.settings();
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
    server.setHost("0.0.0.0"); // all of 127.0.0.0/8 leads here
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
    server.setCommandFactory(
        (channel, command) ->
            new SlowCommand(Duration.ofMillis(millis), command.contains("powershell")));
    server.start();
    String print = KeyUtils.getFingerPrint(key.getPublic());
    List<String> connections = new ArrayList<>(List.of("hosts:"));
    List<String> policy = new ArrayList<>(List.of("version: 1", "receiveConnectors:"));
    List<String> inventory = new ArrayList<>(List.of("[windows]"));
    List<String> known = new ArrayList<>();
    policy.add("  SQL Relay: {hosts: all, TarpitInterval: 5s}");
    for (int i = 1; i <= hosts; i++) {
      String address = "127.1.0." + i;
      String name = String.format(Locale.ROOT, "EX%03d", i);
      connections.add(
          "  %s: {door: {ssh: %s, port: %d, credentials: bench, hostKey: '%s'}}"
              .formatted(name, address, server.getPort(), print));
      inventory.add(name + " ansible_host=" + address);
      known.add("[" + address + "]:" + server.getPort() + " " + entry(key.getPublic()));
    }
    inventory.add("[windows:vars]");
    inventory.add("ansible_port=" + server.getPort());
    inventory.add("ansible_user=reader");
    inventory.add("ansible_password=" + PASSWORD);
    inventory.add("ansible_ssh_common_args=-o UserKnownHostsFile=" + folder.resolve("known_hosts"));
    write("ssh-connections.yaml", connections);
    write("ssh-policy.yaml", policy);
    write("inventory", inventory);
    write("known_hosts", known);
    return server;
  }

  private static String entry(java.security.PublicKey key) {
    return PublicKeyEntry.toString(key);
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
    write("sql-connections.yaml", connections);
    write("sql-policy.yaml", policy);
    return servers;
  }

  private void settings() throws IOException {
    write(
        "settings.xml",
        List.of(
            "<settings><servers><server><id>bench</id><username>reader</username><password>"
                + PASSWORD
                + "</password></server></servers></settings>"));
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.writeString(
        folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }
}
