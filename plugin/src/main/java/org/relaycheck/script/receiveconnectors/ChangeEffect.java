package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.value.Members;

/**
 * What a change of a setting means for those who send through a connector.
 *
 * @param widens what is opened or made weaker, in words
 * @param narrows what is taken from somebody, in words
 */
record ChangeEffect(List<String> widens, List<String> narrows) {

  private static final Set<Property<?>> COUNTED =
      Set.of(
          ReceiveConnectorRows.REMOTE_IP_RANGES,
          ReceiveConnectorRows.BINDINGS,
          ReceiveConnectorRows.PERMISSION_GROUPS);

  /** Mechanisms that let in more clients, or prove less, than a connector without them. */
  private static final Set<String> OPEN = Set.of("BasicAuth", "ExternalAuthoritative");

  /** Mechanisms without which a password or a mail goes over the wire as it is. */
  private static final Set<String> PROTECT = Set.of("Tls", "BasicAuthRequireTLS");

  /** Mechanisms that somebody may depend on. */
  private static final Set<String> USED =
      Set.of("Tls", "Integrated", "BasicAuth", "ExchangeServer", "ExternalAuthoritative");

  /** Settings by which a connector is open (true) or closed, or strict (false) or not. */
  private static final Map<Property<?>, Boolean> TRUE_IS_OPEN =
      Map.of(
          ReceiveConnectorRows.ENABLED, true,
          ReceiveConnectorRows.REQUIRE_TLS, false,
          ReceiveConnectorRows.DOMAIN_SECURE_ENABLED, false);

  ChangeEffect {
    widens = List.copyOf(widens);
    narrows = List.copyOf(narrows);
  }

  /** Of a change from one value to another; empty stands for nothing. */
  static <T> ChangeEffect of(Property<T> row, Optional<T> before, Optional<T> after) {
    List<String> gained = missing(row, before, after);
    List<String> lost = missing(row, after, before);
    List<String> widens = new ArrayList<>();
    List<String> narrows = new ArrayList<>();
    gained.forEach(part -> place(opens(row, part, true), "gains " + part, widens, narrows));
    lost.forEach(part -> place(opens(row, part, false), "loses " + part, widens, narrows));
    if (row.equals(ReceiveConnectorRows.AUTH_MECHANISM)) {
      lost.stream()
          .filter(PROTECT::contains)
          .forEach(part -> widens.add("is weaker without " + part));
      lost.stream().filter(USED::contains).forEach(part -> narrows.add("loses " + part));
    }
    return new ChangeEffect(widens, narrows);
  }

  private static void place(
      Optional<Boolean> opens, String what, List<String> widens, List<String> narrows) {
    opens.ifPresent(open -> (open ? widens : narrows).add(what));
  }

  /** Whether a part that comes (or goes) opens something or closes it; empty for neither. */
  private static Optional<Boolean> opens(Property<?> row, String part, boolean comes) {
    if (COUNTED.contains(row)) {
      return Optional.of(comes);
    }
    if (row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS)) {
      return Optional.of(comes == part.startsWith("allow"));
    }
    if (row.equals(ReceiveConnectorRows.AUTH_MECHANISM)) {
      return comes && OPEN.contains(part)
          ? Optional.of(true)
          : Optional.of(false).filter(no -> comes && part.equals("BasicAuthRequireTLS"));
    }
    if (row.equals(ReceiveConnectorRows.EXTENDED_PROTECTION_POLICY)) {
      return comes ? Optional.of(!part.equals("Require")) : Optional.empty();
    }
    Optional<Boolean> open = Optional.ofNullable(TRUE_IS_OPEN.get(row));
    return comes ? open.map(yes -> yes == Boolean.parseBoolean(part)) : Optional.empty();
  }

  private static <T> List<String> missing(Property<T> row, Optional<T> from, Optional<T> in) {
    Optional<Members<T>> members = row.type().members();
    Optional<T> more =
        members.isPresent() && from.isPresent()
            ? in.map(value -> members.get().minus(value, from.get()))
            : in.filter(value -> !from.equals(Optional.of(value)));
    return more.map(value -> ValueSpelling.parts(row, value)).orElse(List.of());
  }

  /** The switches that it needs, as the script's functions know them. */
  String needs() {
    return switches().stream()
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** The same as they are given to a script. */
  Set<ScriptSwitch> switches() {
    EnumSet<ScriptSwitch> switches = EnumSet.noneOf(ScriptSwitch.class);
    if (!narrows.isEmpty()) {
      switches.add(ScriptSwitch.NARROWING);
    }
    if (!widens.isEmpty()) {
      switches.add(ScriptSwitch.WIDENING);
    }
    return switches;
  }

  /** What is gained or lost, with the switch that it needs, in sentences. */
  List<String> told(String setting) {
    List<String> told = new ArrayList<>();
    widens.forEach(what -> told.add(setting + " " + what + " (needs -AllowWidening)"));
    narrows.forEach(what -> told.add(setting + " " + what + " (needs -AllowNarrowing)"));
    return told;
  }
}
