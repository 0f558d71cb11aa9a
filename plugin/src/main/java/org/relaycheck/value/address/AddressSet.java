package org.relaycheck.value.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

/**
 * A set of IP addresses, whatever ranges it was spelled in.
 *
 * @param zones per zone (empty for none) the shortest list of ranges, IPv4 first, ascending
 */
public record AddressSet(SortedMap<String, List<IPAddressSeqRange>> zones) {

  private static final Comparator<IPAddressSeqRange> ORDER =
      Comparator.comparing((IPAddressSeqRange range) -> range.getLower().isIPv6())
          .thenComparing(range -> range.getLower().getValue());

  public AddressSet {
    zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
  }

  /** Joins what touches or overlaps. */
  public static AddressSet of(List<AddressRange> ranges) {
    SortedMap<String, List<IPAddressSeqRange>> zones = new TreeMap<>();
    for (AddressRange range : ranges) {
      zones.computeIfAbsent(range.zone(), zone -> new ArrayList<>()).add(range.range());
    }
    zones.replaceAll((zone, parts) -> joined(parts));
    return new AddressSet(zones);
  }

  private static List<IPAddressSeqRange> joined(List<IPAddressSeqRange> parts) {
    IPAddressSeqRange[] joined =
        parts.size() == 1
            ? parts.toArray(IPAddressSeqRange[]::new)
            : IPAddressSeqRange.join(parts.toArray(IPAddressSeqRange[]::new));
    return Arrays.stream(joined).sorted(ORDER).toList();
  }

  /** Each range in its usual spelling: one address, CIDR if the range is a block, else a-b. */
  public List<String> spelled() {
    return zones.entrySet().stream()
        .flatMap(zone -> zone.getValue().stream().map(range -> spelled(range, zone.getKey())))
        .toList();
  }

  private static String spelled(IPAddressSeqRange range, String zone) {
    String end = zone.isEmpty() ? "" : "%" + zone;
    if (!range.isMultiple()) {
      return range.getLower().toCanonicalString() + end;
    }
    IPAddress block = zone.isEmpty() && !whole(range) ? range.coverWithPrefixBlock() : null;
    return block != null && block.getCount().equals(range.getCount())
        ? block.toCanonicalString()
        : range.getLower().toCanonicalString()
            + end
            + "-"
            + range.getUpper().toCanonicalString()
            + end;
  }

  private static boolean whole(IPAddressSeqRange range) {
    return range.getLower().isZero() && range.getUpper().isMax();
  }

  /**
   * Its ranges one by one, as the list that it was read from spells them: where they touch, a set
   * forgets.
   */
  public List<AddressSet> apart(Raw list) {
    List<String> pieces = new AddressSetType().pieces(list);
    return pieces.size() == 1
        ? List.of(this)
        : pieces.stream()
            .flatMap(piece -> Types.ADDRESS_SET.read(Raw.text(piece)).known().stream())
            .toList();
  }

  /** The one range that holds every address of a part; empty if no single range does. */
  public Optional<AddressSet> rangeAround(AddressSet part) {
    return zones.entrySet().stream()
        .flatMap(
            zone -> zone.getValue().stream().map(range -> new AddressRange(zone.getKey(), range)))
        .map(range -> of(List.of(range)))
        .filter(range -> new AddressMembers().covers(range, part))
        .findFirst();
  }

  /** How many addresses there are; the width of an IPv6 range does not fit a long. */
  public BigInteger count() {
    return ranges().map(IPAddressSeqRange::getCount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whether one of its ranges has more addresses than these of IPv4, or of IPv6. */
  public boolean isWider(BigInteger most, BigInteger mostOfIpv6) {
    return ranges()
        .anyMatch(
            range -> range.getCount().compareTo(range.getLower().isIPv6() ? mostOfIpv6 : most) > 0);
  }

  /** Each address by itself if there are no more than so many, else each range. */
  public List<AddressSet> apart(int most) {
    boolean few = count().compareTo(BigInteger.valueOf(most)) <= 0;
    List<AddressSet> parts = new ArrayList<>();
    zones.forEach(
        (zone, ranges) ->
            ranges.stream()
                .flatMap(range -> few ? single(range) : Stream.of(range))
                .forEach(range -> parts.add(of(List.of(new AddressRange(zone, range))))));
    return parts;
  }

  private static Stream<IPAddressSeqRange> single(IPAddressSeqRange range) {
    return range.stream().map(address -> address.coverWithSequentialRange());
  }

  public Stream<IPAddressSeqRange> ranges() {
    return zones.values().stream().flatMap(List::stream);
  }

  List<IPAddressSeqRange> zone(String zone) {
    return zones.getOrDefault(zone, List.of());
  }

  static AddressSet ofZones(Map<String, List<IPAddressSeqRange>> zones) {
    List<AddressRange> ranges = new ArrayList<>();
    zones.forEach((zone, parts) -> parts.forEach(part -> ranges.add(new AddressRange(zone, part))));
    return of(ranges);
  }
}
