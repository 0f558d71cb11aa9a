package org.relaycheck.value.address;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local address and port that a connector listens on.
 *
 * @param address canonical text, IPv6 without brackets
 * @param ipv6 whether it is IPv6
 * @param port 1 to 65535
 */
public record NetworkBinding(String address, boolean ipv6, int port)
    implements Comparable<NetworkBinding> {

  private static final Pattern FORM = Pattern.compile("(?:\\[([^\\]]+)\\]|([0-9.]+)):([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65535;
  private static final Comparator<NetworkBinding> ORDER =
      Comparator.comparing(NetworkBinding::ipv6)
          .thenComparing(NetworkBinding::address)
          .thenComparingInt(NetworkBinding::port);

  public static Optional<NetworkBinding> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(form.group(3));
    boolean ipv6 = form.group(1) != null;
    return port == 0 || port > HIGHEST_PORT
        ? Optional.empty()
        : AddressRange.single(ipv6 ? form.group(1) : form.group(2))
            .filter(address -> address.isIPv6() == ipv6)
            .map(address -> new NetworkBinding(address.toCanonicalString(), ipv6, port));
  }

  @Override
  public int compareTo(NetworkBinding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (ipv6 ? "[" + address + "]" : address) + ":" + port;
  }
}
