package org.relaycheck.value.address;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Consecutive addresses of one zone: a single address, {@code a-b}, CIDR, or {@code a(mask)}.
 *
 * <p>The library's lenient forms are off: {@code 10.1} would otherwise be read as 10.0.0.1. Host
 * bits in CIDR are allowed, as Exchange allows them, and mean the whole block.
 *
 * @param zone what follows {@code %}; empty for none
 * @param range first and last address
 */
public record AddressRange(String zone, IPAddressSeqRange range) {

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .getParentBuilder()
          .toParams();

  private static final Pattern MASKED = Pattern.compile("([0-9.]+)\\s*\\(([0-9.]+)\\)");
  private static final Pattern ZONED = Pattern.compile("([^%]+)%([A-Za-z0-9_.]+)");

  /** Reads one element of an address set. */
  public static Optional<AddressRange> parse(String text) {
    // most are one address or a block: the patterns are for what bears their marks
    Matcher masked = MASKED.matcher(text);
    if (text.indexOf('(') >= 0 && masked.matches()) {
      return block(masked.group(1), masked.group(2));
    }
    int dash = text.indexOf('-');
    if (dash >= 0) {
      return between(text.substring(0, dash).strip(), text.substring(dash + 1).strip());
    }
    Matcher zoned = ZONED.matcher(text);
    return text.indexOf('%') >= 0 && zoned.matches()
        ? one(zoned.group(1), zoned.group(2))
        : address(text).map(found -> new AddressRange("", sequence(found.toPrefixBlock())));
  }

  private static Optional<AddressRange> one(String address, String zone) {
    return single(address)
        .filter(IPAddress::isIPv6)
        .map(found -> new AddressRange(zone, sequence(found)));
  }

  private static Optional<AddressRange> between(String low, String high) {
    Matcher from = ZONED.matcher(low);
    Matcher to = ZONED.matcher(high);
    if (from.matches() && to.matches() && from.group(2).equals(to.group(2))) {
      return range(single(from.group(1)), single(to.group(1)), from.group(2));
    }
    return range(single(low), single(high), "");
  }

  private static Optional<AddressRange> range(
      Optional<IPAddress> low, Optional<IPAddress> high, String zone) {
    if (low.isEmpty() || high.isEmpty() || low.get().isIPv6() != high.get().isIPv6()) {
      return Optional.empty();
    }
    return low.get().compareTo(high.get()) > 0
        ? Optional.empty()
        : Optional.of(new AddressRange(zone, low.get().spanWithRange(high.get())));
  }

  private static Optional<AddressRange> block(String address, String mask) {
    Optional<IPAddress> network = single(address);
    Optional<Integer> bits = single(mask).map(found -> found.getBlockMaskPrefixLength(true));
    return network.isEmpty() || bits.isEmpty()
        ? Optional.empty()
        : network.map(
            found -> new AddressRange("", sequence(found.toPrefixBlock(bits.get().intValue()))));
  }

  /** One address without prefix length and zone. */
  static Optional<IPAddress> single(String text) {
    return text.indexOf('/') >= 0 ? Optional.empty() : address(text);
  }

  private static Optional<IPAddress> address(String text) {
    IPAddressString string = new IPAddressString(text, STRICT);
    return string.isValid() ? Optional.ofNullable(string.getAddress()) : Optional.empty();
  }

  private static IPAddressSeqRange sequence(IPAddress block) {
    return block.coverWithSequentialRange();
  }
}
