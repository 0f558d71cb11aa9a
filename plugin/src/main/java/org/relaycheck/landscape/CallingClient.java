package org.relaycheck.landscape;

import java.util.Optional;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * A client that calls a server, as the server sees it.
 *
 * @param source the client's address; of several it is asked whether one connector answers all
 * @param local the server's address that it calls; empty if that is not known
 * @param port the server's port
 */
public record CallingClient(AddressSet source, Optional<AddressSet> local, int port) {

  private static final AddressSet EVERY_IPV4 = addresses("0.0.0.0-255.255.255.255");
  private static final AddressSet NO_IPV4 = addresses("0.0.0.0");
  private static final AddressSet NO_IPV6 = addresses("::");

  /** Whether a binding listens for it: empty if the server's address decides and is not known. */
  Optional<BindingReach> reach(NetworkBinding binding) {
    if (binding.port() != port || binding.ipv6() == isIpv4()) {
      return Optional.of(BindingReach.NONE);
    }
    AddressSet bound = addresses(binding.address());
    if (bound.equals(NO_IPV4) || bound.equals(NO_IPV6)) {
      return Optional.of(BindingReach.ANY_ADDRESS);
    }
    return local.map(
        called -> called.equals(bound) ? BindingReach.THIS_ADDRESS : BindingReach.NONE);
  }

  private boolean isIpv4() {
    return Types.ADDRESS_SET.members().orElseThrow().covers(EVERY_IPV4, source);
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }

  /** The source in words. */
  String from() {
    return Types.ADDRESS_SET.show(source);
  }

  /** The server's end in words, such as "10.0.0.5 port 25". */
  String to() {
    return local.map(called -> Types.ADDRESS_SET.show(called) + " ").orElse("") + "port " + port;
  }
}
