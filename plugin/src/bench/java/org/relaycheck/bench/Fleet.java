package org.relaycheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/**
 * A made-up fleet as files: a template of every setting, connectors that are like it with one
 * setting of their own, a record a host, and one connector in a hundred that has drifted.
 *
 * <p>The setting of their own is RemoteIPRanges, an address that no other connector has: values
 * that are all the same would flatter a reader that keeps what it has read.
 *
 * @param hosts how many servers
 * @param connectors how many receive connectors in all, at most 131 072
 */
record Fleet(int hosts, int connectors) {

  private static final int DRIFTS = 100;
  private static final int BYTE = 8;
  private static final int LOW = 0xFF;

  /** A policy file holds at most 1 000 000 characters; several form one layer. */
  private static final int CONNECTORS_A_FILE = 10_000;

  private static final String OWN = ReceiveConnectorRows.REMOTE_IP_RANGES.name();
  private static final String DRIFTING = ReceiveConnectorRows.MAX_HOP_COUNT.name();

  /** The policy files in a folder, in order. */
  List<Path> policies(Path folder) {
    return IntStream.iterate(0, from -> from < connectors, from -> from + CONNECTORS_A_FILE)
        .mapToObj(from -> folder.resolve("policy-" + from + ".yaml"))
        .toList();
  }

  /** Writes policy files, connections and records into a folder. */
  void write(Path folder) throws IOException {
    Map<String, String> settings = Stated.settings();
    Files.createDirectories(folder.resolve("recorded"));
    int from = 0;
    for (Path file : policies(folder)) {
      Files.writeString(file, policy(settings, from));
      from += CONNECTORS_A_FILE;
    }
    StringBuilder connections = new StringBuilder("hosts:\n");
    for (int host = 0; host < hosts; host++) {
      String way = "{recorded: recorded/" + host(host) + ".xml, maxAge: never}";
      connections.append("  " + host(host) + ": " + way + "\n");
      Files.writeString(
          folder.resolve("recorded/" + host(host) + ".xml"),
          new RecordWriter().text(host(host), answer(settings, host)));
    }
    Files.writeString(folder.resolve("relay-connections.yaml"), connections);
  }

  private String policy(Map<String, String> settings, int from) {
    StringBuilder yaml = new StringBuilder("version: 1\ntemplates:\n  receiveConnectors:\n");
    yaml.append("    bulk-" + from + ":\n");
    settings.forEach((name, value) -> yaml.append("      " + name + ": '" + value + "'\n"));
    yaml.append("receiveConnectors:\n");
    for (int i = from; i < Math.min(connectors, from + CONNECTORS_A_FILE); i++) {
      yaml.append("  Relay " + i + ": {hosts: " + host(i % hosts) + ", like: bulk-" + from)
          .append(", " + OWN + ": " + address(i) + "}\n");
    }
    return yaml.toString();
  }

  private Answer answer(Map<String, String> settings, int host) {
    List<AnswerItem> items =
        IntStream.range(0, connectors)
            .filter(i -> i % hosts == host)
            .mapToObj(i -> item(settings, i))
            .toList();
    Map<String, String> facts =
        Map.of(
            "ExchangeVersion", "Version 15.2 (Build 2562.17)",
            "ServerRole", "Mailbox",
            "TransportConfig.MaxReceiveSize", "36 MB (37,748,736 bytes)",
            "TransportConfig.MaxRecipientEnvelopeLimit", "500");
    Instant read = Instant.parse("2026-01-01T00:00:00Z");
    return new Answer(facts, Optional.of(read), true, Map.of(), items);
  }

  private AnswerItem item(Map<String, String> settings, int i) {
    Map<String, Raw> values = new TreeMap<>();
    settings.forEach((name, value) -> values.put(name, Raw.text(value)));
    values.put(OWN, Raw.text(address(i)));
    if (drifts(i)) {
      values.put(DRIFTING, Raw.text("7"));
    }
    String kind = ReceiveConnectorRows.CATALOGUE.kind();
    return new AnswerItem(
        kind, "Relay " + i, Optional.of(host(i % hosts)), values, LastChange.unknown());
  }

  /** One in a hundred, spread over the hosts. */
  private boolean drifts(int i) {
    return (i + i / hosts) % DRIFTS == 0;
  }

  /** One of 198.18.0.0/15, which RFC 2544 sets aside for benchmarks. */
  private static String address(int i) {
    return "198." + (18 + (i >> 2 * BYTE)) + "." + (i >> BYTE & LOW) + "." + (i & LOW);
  }

  private static String host(int host) {
    return "EX" + host;
  }
}
