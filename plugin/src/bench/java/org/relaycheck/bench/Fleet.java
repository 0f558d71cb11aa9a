package org.relaycheck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Item;
import org.relaycheck.recorded.RecordWriter;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Change;
import org.relaycheck.value.Raw;

/**
 * A made-up fleet as files: one template of every setting, connectors that are like it with one
 * setting of their own, a record a host, and one connector in a hundred that has drifted.
 *
 * @param hosts how many servers
 * @param connectors how many receive connectors in all
 */
record Fleet(int hosts, int connectors) {

  private static final int DRIFTS = 100;

  /** A policy file holds at most 1 000 000 characters; several form one layer. */
  private static final int CONNECTORS_A_FILE = 10_000;

  private static final Map<String, String> SPECIAL =
      Map.of(
          "Bindings", "0.0.0.0:25",
          "RemoteIPRanges", "10.0.0.0/24",
          "Banner", "220 SMTP Server Ready",
          "ExtendedRights", "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient",
          "ConnectionTimeout", "00:10:00",
          "ConnectionInactivityTimeout", "00:05:00");

  /** Every setting that can be read and stated, with a value of its shape. */
  static Map<String, String> settings() {
    Map<String, String> values = new HashMap<>();
    for (Property<?> row : ReceiveConnectorRows.CATALOGUE.rows()) {
      boolean statable = row.binding() instanceof Binding.SetParameter;
      if (statable || row.binding() instanceof Binding.Right) {
        values.put(row.name(), SPECIAL.getOrDefault(row.name(), example(row)));
      }
    }
    return values;
  }

  private static <T> String example(Property<T> row) {
    for (String text : List.of("100", "65536", "true", "00:00:05", "None", "FrontendTransport")) {
      Optional<T> value = row.read(Raw.text(text)).known();
      if (value.filter(row.allowed().allows()).isPresent()) {
        return text;
      }
    }
    return "Enabled";
  }

  /** Writes policy files, connections and records; the policy files, in order. */
  List<Path> write(Path folder) throws IOException {
    Map<String, String> settings = settings();
    Files.createDirectories(folder.resolve("recorded"));
    List<Path> policies = new ArrayList<>();
    for (int from = 0; from < connectors; from += CONNECTORS_A_FILE) {
      Path file = folder.resolve("policy-" + from + ".yaml");
      Files.writeString(file, policy(settings, from));
      policies.add(file);
    }
    StringBuilder connections = new StringBuilder("hosts:\n");
    for (int host = 0; host < hosts; host++) {
      connections.append(
          "  " + host(host) + ": {recorded: recorded/" + host(host) + ".xml, maxAge: never}\n");
      record(settings, host, folder.resolve("recorded/" + host(host) + ".xml"));
    }
    Files.writeString(folder.resolve("relay-connections.yaml"), connections);
    return policies;
  }

  private String policy(Map<String, String> settings, int from) {
    StringBuilder yaml = new StringBuilder("version: 1\ntemplates:\n  receiveConnectors:\n");
    yaml.append("    all" + from + ":\n");
    settings.forEach((name, value) -> yaml.append("      " + name + ": '" + value + "'\n"));
    yaml.append("receiveConnectors:\n");
    for (int i = from; i < Math.min(connectors, from + CONNECTORS_A_FILE); i++) {
      yaml.append("  Relay " + i + ": {hosts: " + host(i % hosts) + ", like: all" + from)
          .append(", MaxHopCount: " + own(i) + "}\n");
    }
    return yaml.toString();
  }

  private void record(Map<String, String> settings, int host, Path file) {
    List<Item> items =
        IntStream.range(0, connectors)
            .filter(i -> i % hosts == host)
            .mapToObj(i -> item(settings, i))
            .toList();
    Map<String, String> facts = Map.of("ExchangeVersion", "Version 15.2 (Build 1118.7)");
    Answer answer =
        new Answer(
            facts, Optional.of(Instant.parse("2026-01-01T00:00:00Z")), true, Map.of(), items);
    write(answer, host(host), file);
  }

  private static void write(Answer answer, String host, Path file) {
    try {
      RecordWriter.write(file, host, answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Item item(Map<String, String> settings, int i) {
    Map<String, Raw> values = new HashMap<>();
    settings.forEach((name, value) -> values.put(name, Raw.text(value)));
    values.put("MaxHopCount", Raw.text(Integer.toString(i % DRIFTS == 0 ? 500 : own(i))));
    return new Item(
        ReceiveConnectorRows.CATALOGUE.kind(),
        "Relay " + i,
        Optional.of(host(i % hosts)),
        values,
        Change.untold());
  }

  private static int own(int i) {
    return 1 + i % 60;
  }

  private static String host(int host) {
    return "EX" + host;
  }
}
