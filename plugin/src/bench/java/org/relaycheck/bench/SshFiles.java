package org.relaycheck.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files that lead to many SSH hosts, for us and for Ansible: each host on a loopback address of
 * its own, all with one key.
 *
 * @param folder where they are written
 * @param port the one port of all
 * @param key type and key of the hosts, as known_hosts has them
 * @param print the fingerprint of that key
 */
record SshFiles(Path folder, int port, String key, String print) {

  /** The address of a host, from 1 on. */
  static String address(int host) {
    return "127.1.0." + host;
  }

  /** Writes them; the lines say to Ansible who logs in, and how. */
  void write(int hosts, List<String> login) throws IOException {
    List<String> connections = new ArrayList<>(List.of("hosts:"));
    List<String> inventory = new ArrayList<>(List.of("[windows]"));
    List<String> known = new ArrayList<>();
    for (int i = 1; i <= hosts; i++) {
      String name = String.format(Locale.ROOT, "EX%03d", i);
      connections.add(
          "  %s: {powershell: {ssh: %s, port: %d, credentials: bench, hostKey: '%s'}}"
              .formatted(name, address(i), port, print));
      inventory.add(name + " ansible_host=" + address(i));
      known.add("[" + address(i) + "]:" + port + " " + key);
    }
    inventory.add("[windows:vars]");
    inventory.add("ansible_port=" + port);
    inventory.addAll(login);
    inventory.add("ansible_ssh_common_args=-o UserKnownHostsFile=" + folder.resolve("known_hosts"));
    lines(folder.resolve("ssh-connections.yaml"), connections);
    lines(
        folder.resolve("ssh-policy.yaml"),
        List.of(
            "version: 1", "receiveConnectors:", "  SQL Relay: {hosts: all, TarpitInterval: 5s}"));
    lines(folder.resolve("inventory"), inventory);
    lines(folder.resolve("known_hosts"), known);
  }

  /** Writes the settings.xml with the one account of all hosts. */
  static void settings(Path folder, String user, String secret) throws IOException {
    lines(
        folder.resolve("settings.xml"),
        List.of(
            "<settings><servers><server><id>bench</id><username>"
                + user
                + "</username>"
                + secret
                + "</server></servers></settings>"));
  }

  static void lines(Path file, List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
