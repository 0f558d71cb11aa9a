package org.relaycheck.rule.connector;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.value.address.AddressRange;
import org.relaycheck.value.address.AddressSet;

/**
 * Ranges of addresses, each of some owner. Two of different owners are at odds if they are equal,
 * or if they overlap and neither holds the other: whose an address in both is cannot be told.
 *
 * @param <O> the owners
 */
public final class AddressOwners<O> {

  /**
   * A range and another that is at odds with it.
   *
   * @param range the one, of {@code owner}
   * @param otherRange the other, of {@code other}
   * @param <O> the owners
   */
  public record Odds<O>(O owner, AddressSet range, O other, AddressSet otherRange) {

    /** Whether both are the same range. */
    public boolean isEqual() {
      return range.equals(otherRange);
    }
  }

  private record Plot<O>(O owner, String zone, IPAddressSeqRange range) {

    IPAddress low() {
      return range.getLower();
    }

    IPAddress high() {
      return range.getUpper();
    }

    String plane() {
      return (low().isIPv6() ? "6" : "4") + zone;
    }

    Odds<O> against(Plot<O> other) {
      return new Odds<>(owner, set(), other.owner, other.set());
    }

    private AddressSet set() {
      return AddressSet.of(List.of(new AddressRange(zone, range)));
    }
  }

  private final Map<String, List<Plot<O>>> planes = new TreeMap<>();
  private final List<Odds<O>> odds = new ArrayList<>();

  /** Adds ranges of an owner; parts of one set that touch are one range. */
  public void add(O owner, AddressSet ranges) {
    ranges
        .zones()
        .forEach(
            (zone, parts) ->
                parts.forEach(
                    part -> {
                      Plot<O> plot = new Plot<>(owner, zone, part);
                      planes.computeIfAbsent(plot.plane(), p -> new ArrayList<>()).add(plot);
                    }));
  }

  /**
   * For each range that is at odds with another at least one such other, at most three, so that n
   * ranges take n log n steps.
   */
  public List<Odds<O>> atOdds() {
    odds.clear();
    for (List<Plot<O>> plane : planes.values()) {
      equal(plane);
      crossing(plane, Plot::low, Plot::high, IPAddress::compareTo);
      crossing(plane, Plot::high, Plot::low, (one, other) -> other.compareTo(one));
    }
    return List.copyOf(odds);
  }

  private void equal(List<Plot<O>> plane) {
    Map<IPAddressSeqRange, Map<O, Plot<O>>> byRange = new LinkedHashMap<>();
    for (Plot<O> plot : plane) {
      byRange
          .computeIfAbsent(plot.range(), range -> new LinkedHashMap<>())
          .putIfAbsent(plot.owner(), plot);
    }
    for (Map<O, Plot<O>> same : byRange.values()) {
      List<Plot<O>> each = List.copyOf(same.values());
      for (int i = 0; i < each.size() && each.size() > 1; i++) {
        odds.add(each.get(i).against(each.get(i == 0 ? 1 : 0)));
      }
    }
  }

  /** A line that goes over the ranges from one side and meets each that begins before it ends. */
  private void crossing(
      List<Plot<O>> plane,
      Function<Plot<O>, IPAddress> begin,
      Function<Plot<O>, IPAddress> end,
      Comparator<IPAddress> order) {
    List<Plot<O>> sorted = new ArrayList<>(plane);
    sorted.sort(
        Comparator.<Plot<O>, IPAddress>comparing(begin, order)
            .thenComparing(end, order.reversed()));
    TreeMap<IPAddress, Map<O, Plot<O>>> open = new TreeMap<>(order);
    for (Plot<O> plot : sorted) {
      open.headMap(begin.apply(plot), false).clear();
      endingWithin(open.headMap(end.apply(plot), false), plot.owner())
          .ifPresent(other -> odds.add(plot.against(other)));
      open.computeIfAbsent(end.apply(plot), at -> new LinkedHashMap<>()).put(plot.owner(), plot);
    }
  }

  private static <O> Optional<Plot<O>> endingWithin(
      Map<IPAddress, Map<O, Plot<O>>> ending, O owner) {
    for (Map<O, Plot<O>> some : ending.values()) {
      for (Plot<O> plot : some.values()) {
        if (!plot.owner().equals(owner)) {
          return Optional.of(plot);
        }
      }
    }
    return Optional.empty();
  }
}
