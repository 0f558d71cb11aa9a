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
 * A made-up fleet in which every connector has drifted in two settings, as files: the most that
 * there can be to fix and to adopt.
 *
 * <p>With no more resources than hosts a resource is on all hosts, and the values that differ go
 * below its {@code at}; otherwise each resource is on one host, and they are replaced in place.
 *
 * @param hosts how many servers
 * @param resources how many receive connectors the policy states
 */
record DriftedFleet(int hosts, int resources) {

  private static final String HOPS = ReceiveConnectorRows.MAX_HOP_COUNT.name();
  private static final String RANGES = ReceiveConnectorRows.REMOTE_IP_RANGES.name();
  private static final int LOW = 256;

  /** Writes policy, connections and records into a folder. */
  void write(Path folder) throws IOException {
    Map<String, String> settings = Stated.settings();
    Files.createDirectories(folder.resolve("recorded"));
    Files.writeString(folder.resolve("relay-policy.yaml"), policy(settings));
    StringBuilder connections = new StringBuilder("hosts:\n");
    for (int host = 0; host < hosts; host++) {
      connections.append("  " + name(host) + ": {recorded: recorded/" + name(host) + ".xml");
      connections.append(", maxAge: never}\n");
      Files.writeString(
          folder.resolve("recorded/" + name(host) + ".xml"),
          new RecordWriter().text(name(host), answer(settings, host)));
    }
    Files.writeString(folder.resolve("relay-connections.yaml"), connections);
  }

  private boolean everywhere() {
    return resources <= hosts;
  }

  private String policy(Map<String, String> settings) {
    StringBuilder yaml = new StringBuilder("version: 1\ntemplates:\n  receiveConnectors:\n");
    yaml.append("    bulk:\n");
    settings.forEach((name, value) -> yaml.append("      " + name + ": '" + value + "'\n"));
    yaml.append("receiveConnectors:\n");
    for (int i = 0; i < resources; i++) {
      yaml.append("  Relay " + i + ":  # of " + name(i % hosts) + "\n");
      yaml.append("    hosts: " + (everywhere() ? "all" : name(i % hosts)) + "\n    like: bulk\n");
      yaml.append("    " + HOPS + ": 60\n    " + RANGES + ": [" + address(i, 1) + "]\n");
    }
    return yaml.toString();
  }

  private Answer answer(Map<String, String> settings, int host) {
    List<AnswerItem> items =
        IntStream.range(0, resources)
            .filter(i -> everywhere() || i % hosts == host)
            .mapToObj(i -> item(settings, i, host))
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

  private static AnswerItem item(Map<String, String> settings, int resource, int host) {
    Map<String, Raw> values = new TreeMap<>();
    settings.forEach((name, value) -> values.put(name, Raw.text(value)));
    values.put(HOPS, Raw.text("7"));
    values.put(RANGES, Raw.items(List.of(address(resource, 1), address(host, 2))));
    String kind = ReceiveConnectorRows.CATALOGUE.kind();
    String name = "Relay " + resource;
    return new AnswerItem(kind, name, Optional.of(name(host)), values, LastChange.unknown());
  }

  private static String address(int number, int block) {
    return "10." + block + "." + number / LOW + "." + number % LOW;
  }

  private static String name(int host) {
    return "EX" + host;
  }
}
