package org.relaycheck.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.YamlTree;

/**
 * A SQL Server as lists and tools write it: {@code sql01.corp.example\REPORTING,14330}.
 *
 * @param address the machine
 * @param instance behind the backslash
 * @param port behind the comma
 */
record SqlServerName(String address, Optional<String> instance, Optional<String> port) {

  private static final Pattern WRITTEN =
      Pattern.compile("(?:tcp:)?([^\\\\,\\s]+)(?:\\\\([^,\\s]+))?(?:\\s*,\\s*(\\d+))?");
  private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)(\\..*)?");

  static Optional<SqlServerName> of(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(
            new SqlServerName(
                written.group(1),
                Optional.ofNullable(written.group(2)),
                Optional.ofNullable(written.group(3))))
        : Optional.empty();
  }

  /** As it would be stated under {@code hosts}. */
  YamlTree.Entry entry(Place place) {
    List<YamlTree.Entry> stated = new ArrayList<>(List.of(entry("sqlserver", address, place)));
    port.ifPresent(number -> stated.add(entry("port", number, place)));
    instance
        .filter(name -> port.isEmpty())
        .ifPresent(name -> stated.add(entry("instance", name, place)));
    return new YamlTree.Entry(
        new YamlTree.Scalar(place, host(), true), new YamlTree.Mapping(place, stated));
  }

  private static YamlTree.Entry entry(String key, String text, Place place) {
    return new YamlTree.Entry(
        new YamlTree.Scalar(place, key, true), new YamlTree.Scalar(place, text, true));
  }

  /** What the server calls itself, if the network calls it so: no domain, and in upper case. */
  String host() {
    Matcher name = NAME.matcher(address);
    String machine = name.matches() ? name.group(1).toUpperCase(Locale.ROOT) : address;
    return machine + instance.map(one -> "\\" + one.toUpperCase(Locale.ROOT)).orElse("");
  }
}
