package org.relaycheck.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relaycheck.catalogue.Product;
import org.relaycheck.resource.receiveconnectors.ExchangeReleases;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.HostState;

/** What servers and connectors say about whether a transport service takes mail at all. */
final class Services {

  private static final String STATE = "ComponentState.";
  private static final String UNREAD = "Unread.ComponentState";
  private static final String ACTIVE = "Active";
  private static final int SMTP = 25;

  private Services() {}

  /** The state of the server's components, of all that the answers tell. */
  static Judgement components(World world) {
    List<Judgement> told = new ArrayList<>();
    world.exchange().forEach((host, read) -> told.add(components(host, read)));
    return Judgement.any(told);
  }

  private static Judgement components(String host, HostState.Read read) {
    if (Product.EXCHANGE
        .version(read.facts())
        .filter(version -> version.compareTo(ExchangeReleases.EXCHANGE_2013.from()) < 0)
        .isPresent()) {
      return Judgement.of(
          Weight.EXCLUDED, host + ": has no component states, which came with Exchange 2013");
    }
    Map<String, String> states = new TreeMap<>();
    read.facts()
        .forEach(
            (name, state) -> {
              if (name.startsWith(STATE)) {
                states.put(name.substring(STATE.length()), state);
              }
            });
    if (states.isEmpty()) {
      String why = read.facts().getOrDefault(UNREAD, "the answer does not tell them");
      return Judgement.of(Weight.POSSIBLE, host + ": component states are not known: " + why);
    }
    boolean active = states.values().stream().allMatch(ACTIVE::equals);
    return Judgement.of(active ? Weight.UNLIKELY : Weight.FITS, host + ": " + words(states));
  }

  private static String words(Map<String, String> states) {
    List<String> words = new ArrayList<>();
    states.forEach((name, state) -> words.add(name + " is " + state));
    return String.join(", ", words);
  }

  /** A connector of the wrong transport service on the port of the front end. */
  static Judgement hubOnSmtp(World world) {
    List<Judgement> told = new ArrayList<>();
    for (Connector one : world.everyConnector()) {
      Optional<String> role = one.known(ReceiveConnectorRows.TRANSPORT_ROLE);
      if (role.isPresent() && one.open() && one.ports().contains(SMTP)) {
        told.add(
            Judgement.of(
                role.get().equals("HubTransport") ? Weight.FITS : Weight.UNLIKELY,
                one + ": TransportRole " + role.get() + " on port " + SMTP));
      }
    }
    return Judgement.any(told);
  }

  /** Connectors that are switched off. */
  static Judgement disabled(World world) {
    List<Judgement> told = new ArrayList<>();
    for (Connector one : world.everyConnector()) {
      if (!one.open()) {
        told.add(Judgement.of(Weight.FITS, one.found().told(ReceiveConnectorRows.ENABLED)));
      }
    }
    return told.isEmpty() && !world.everyConnector().isEmpty()
        ? Judgement.of(Weight.UNLIKELY, "every receive connector that was read is enabled")
        : Judgement.any(told);
  }
}
