package org.relaycheck.value.address;

import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relaycheck.value.Members;

/** The addresses in an {@link AddressSet}. */
final class AddressMembers implements Members<AddressSet> {

  @Override
  public boolean covers(AddressSet whole, AddressSet part) {
    return part.zones().entrySet().stream()
        .allMatch(zone -> covers(whole.zone(zone.getKey()), zone.getValue()));
  }

  /** Both lists are joined, so a range that is covered is covered by one range. */
  private static boolean covers(List<IPAddressSeqRange> whole, List<IPAddressSeqRange> part) {
    return part.stream().allMatch(range -> whole.stream().anyMatch(wide -> wide.contains(range)));
  }

  @Override
  public boolean disjoint(AddressSet a, AddressSet b) {
    for (Map.Entry<String, List<IPAddressSeqRange>> zone : a.zones().entrySet()) {
      if (overlap(zone.getValue(), b.zone(zone.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** In plain loops: a fleet's ranges are held against each other half a million times. */
  private static boolean overlap(List<IPAddressSeqRange> a, List<IPAddressSeqRange> b) {
    for (IPAddressSeqRange range : a) {
      for (IPAddressSeqRange other : b) {
        if (range.overlaps(other)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public AddressSet union(AddressSet a, AddressSet b) {
    Map<String, List<IPAddressSeqRange>> all = new TreeMap<>();
    for (AddressSet set : List.of(a, b)) {
      set.zones()
          .forEach((zone, more) -> all.computeIfAbsent(zone, z -> new ArrayList<>()).addAll(more));
    }
    return AddressSet.ofZones(all);
  }

  @Override
  public AddressSet minus(AddressSet a, AddressSet b) {
    Map<String, List<IPAddressSeqRange>> rest = new TreeMap<>();
    a.zones().forEach((zone, ranges) -> rest.put(zone, without(ranges, b.zone(zone))));
    rest.values().removeIf(List::isEmpty);
    return AddressSet.ofZones(rest);
  }

  private static List<IPAddressSeqRange> without(
      List<IPAddressSeqRange> ranges, List<IPAddressSeqRange> gone) {
    List<IPAddressSeqRange> rest = ranges;
    for (IPAddressSeqRange one : gone) {
      rest = rest.stream().flatMap(range -> Arrays.stream(range.subtract(one))).toList();
    }
    return rest;
  }

  @Override
  public boolean isEmpty(AddressSet set) {
    return set.zones().isEmpty();
  }
}
