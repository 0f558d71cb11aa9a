package org.relaycheck.rule.connector;

import java.math.BigInteger;
import java.util.Locale;
import org.relaycheck.value.Members;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

/**
 * The addresses of a set that the Internet can send from: what the registries of special-purpose
 * addresses (RFC 6890) leave, and of IPv6 the global unicast block.
 *
 * @param four how many of IPv4
 * @param six how many of IPv6
 */
public record PublicAddresses(BigInteger four, BigInteger six) {

  /** More than the 65 536 addresses of an IPv4 /16, which one organisation may own. */
  private static final BigInteger MOST_FOUR = BigInteger.ONE.shiftLeft(16);

  /** More than an IPv6 /32, which is a whole provider. */
  private static final BigInteger MOST_SIX = BigInteger.ONE.shiftLeft(96);

  private static final Members<AddressSet> MEMBERS = Types.ADDRESS_SET.members().orElseThrow();

  private static final AddressSet EVERY_FOUR = addresses("0.0.0.0-255.255.255.255");

  private static final AddressSet NOT_PUBLIC =
      addresses(
          "0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12,"
              + " 192.0.0.0/24, 192.0.2.0/24, 192.88.99.0/24, 192.168.0.0/16, 198.18.0.0/15,"
              + " 198.51.100.0/24, 203.0.113.0/24, 224.0.0.0-255.255.255.255,"
              + " ::-1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db8::/32, 3fff::/20,"
              + " 4000::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

  private static final PublicAddresses FEW = new PublicAddresses(BigInteger.ZERO, BigInteger.ZERO);

  /** Of a set; none are told of a set that is small. */
  public static PublicAddresses of(AddressSet all) {
    if (all.count().compareTo(MOST_FOUR) <= 0) {
      return FEW; // nearly every connector: no need to part them
    }
    AddressSet open = MEMBERS.minus(all, NOT_PUBLIC);
    BigInteger six = MEMBERS.minus(open, EVERY_FOUR).count();
    return new PublicAddresses(open.count().subtract(six), six);
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }

  /** Whether they are more than any one organisation sends from. */
  public boolean areTooMany() {
    return four.compareTo(MOST_FOUR) > 0 || six.compareTo(MOST_SIX) > 0;
  }

  /** How many, as people read it. */
  public String words() {
    return four.compareTo(MOST_FOUR) > 0
        ? String.format(Locale.ROOT, "%,d public IPv4 addresses", four)
        : "more public IPv6 addresses than a /32 has";
  }
}
