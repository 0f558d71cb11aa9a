package org.relaycheck.standin.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.catalogue.DefaultValue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Types;

/** A connector as New-ReceiveConnector makes it: what the catalogue tells of the defaults. */
final class Fresh {

  /** Which of a setting's defaults is a new connector's: the first of these that it has. */
  private static final List<String> NEW =
      List.of(
          "made with Usage Custom",
          "everywhere",
          "all but",
          "Hub and Mailbox",
          "2010 and later",
          "2016 and later");

  private Fresh() {}

  static Connector connector(
      String server, String name, Map<String, Object> settings, Set<String> lacking) {
    Connector connector = new Connector(server, name);
    Formats.rows().forEach(row -> connector.put(row.name(), value(row)));
    connector.put("TransportRole", "HubTransport"); // what New- makes of no role
    connector.put("Fqdn", server.toLowerCase(Locale.ROOT) + ".corp.example");
    connector.settings.putAll(settings);
    connector.settings.keySet().removeAll(lacking);
    return connector;
  }

  private static <T> Object value(Property<T> row) {
    if (Formats.list(row.type())) {
      return List.of();
    }
    Optional<T> value =
        NEW.stream()
            .flatMap(where -> defaults(row, where))
            .findFirst()
            .or(() -> row.facts().defaults().stream().map(DefaultValue::value).findFirst())
            .or(() -> row.allowed().least());
    return value
        .map(some -> Formats.printed(row.name(), argument(row.type().write(some))))
        .orElse(row.type().equals(Types.FLAG) ? "False" : "");
  }

  private static <T> Stream<T> defaults(Property<T> row, String where) {
    return row.facts().defaults().stream()
        .filter(one -> one.where().startsWith(where))
        .map(DefaultValue::value);
  }

  /** What a script gives as an argument. */
  private static Object argument(Literal literal) {
    if (literal instanceof Literal.Num number) {
      return number.number();
    }
    return literal instanceof Literal.Bool flag
        ? (Object) flag.on()
        : ((Literal.Str) literal).text();
  }
}
