package org.relaycheck.kind.receiveconnectors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Binding.Others;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * A connector that Exchange setup made, told by role, port and full remote range: its name is
 * translated, and people rename it.
 *
 * <p>Ports from the receive connectors guide. Servers without roles of connectors are Exchange
 * 2007, 2010 and every Edge server.
 */
final class SetupConnector {

  private static final Set<Integer> WITHOUT_ROLE = Set.of(25, 587);
  private static final Set<Integer> FRONTEND = Set.of(25, 587, 717);
  private static final Set<Integer> HUB = Set.of(2525, 465);

  private static final AddressSet EVERY_IPV4 =
      Types.ADDRESS_SET.read(Raw.text("0.0.0.0-255.255.255.255")).known().orElseThrow();

  private static final List<Property<?>> SINCE_2013 =
      List.of(
          ReceiveConnectorRows.TRANSPORT_ROLE,
          ReceiveConnectorRows.SERVICE_DISCOVERY_FQDN,
          ReceiveConnectorRows.TLS_CERTIFICATE_NAME,
          ReceiveConnectorRows.SMTP_UTF8_ENABLED);
  private static final List<Property<?>> EVER_TOLD =
      List.of(
          ReceiveConnectorRows.FQDN,
          ReceiveConnectorRows.BANNER,
          ReceiveConnectorRows.MAX_HOP_COUNT,
          ReceiveConnectorRows.SIZE_ENABLED);

  private SetupConnector() {}

  /** {@code true}, {@code false}, or unread if what would decide is not known. */
  static Raw told(Others settings) {
    Seen<Set<NetworkBinding>> bindings = settings.seen(ReceiveConnectorRows.BINDINGS);
    Seen<AddressSet> ranges = settings.seen(ReceiveConnectorRows.REMOTE_IP_RANGES);
    if (bindings.known().filter(all -> port(all).isEmpty()).isPresent()
        || ranges.known().filter(all -> !everywhere(all)).isPresent()) {
      return flag(false);
    }
    Raw role = role(settings);
    Optional<String> unknown =
        List.of(bindings.problem(), ranges.problem(), unread(role)).stream()
            .flatMap(Optional::stream)
            .findFirst();
    if (unknown.isPresent()) {
      return new Raw.Unread(unknown.get());
    }
    return flag(
        ranges.known().isPresent()
            && bindings
                .known()
                .flatMap(SetupConnector::port)
                .filter(ports(role)::contains)
                .isPresent());
  }

  /**
   * Empty for an answer of a server before 2013: it tells what every version tells, and nothing of
   * what came with 2013.
   */
  private static Raw role(Others settings) {
    boolean old = SINCE_2013.stream().allMatch(row -> isUnread(settings.raw(row)));
    boolean whole = EVER_TOLD.stream().noneMatch(row -> isUnread(settings.raw(row)));
    return old && whole ? new Raw.Empty() : settings.raw(ReceiveConnectorRows.TRANSPORT_ROLE);
  }

  private static boolean isUnread(Raw raw) {
    return raw instanceof Raw.Unread;
  }

  private static Optional<String> unread(Raw role) {
    return Types.TEXT.read(role).problem();
  }

  /** The one port of all bindings, if it is a port of setup's. */
  private static Optional<Integer> port(Set<NetworkBinding> bindings) {
    Set<Integer> ports = bindings.stream().map(NetworkBinding::port).collect(Collectors.toSet());
    return ports.stream()
        .filter(port -> ports.size() == 1)
        .filter(port -> FRONTEND.contains(port) || HUB.contains(port))
        .findFirst();
  }

  private static boolean everywhere(AddressSet ranges) {
    return Types.ADDRESS_SET.members().orElseThrow().covers(ranges, EVERY_IPV4);
  }

  private static Set<Integer> ports(Raw role) {
    Optional<String> known = ReceiveConnectorRows.TRANSPORT_ROLE.read(role).known();
    return known
        .map(word -> word.equals(ReceiveConnectorRows.FRONTEND_TRANSPORT) ? FRONTEND : HUB)
        .orElse(WITHOUT_ROLE);
  }

  private static Raw flag(boolean on) {
    return Raw.text(Boolean.toString(on));
  }
}
