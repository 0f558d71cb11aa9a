package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;

/** Makes a landscape of what a policy says, without asking any host. */
public final class StatedLandscape {

  private static final Lack OTHERS =
      new Lack("a policy does not name every resource", "compare: mvn relay:check");

  private StatedLandscape() {}

  /** Of the resources that the policy names; what it does not state of them is not known. */
  public static Landscape of(Policy policy, Site site) {
    return of(policy, site, StatedInputs::new);
  }

  /**
   * Of the same, as the policy would have them, for who must do without their servers: of a set the
   * part that is asked for is taken for all of it.
   */
  public static Landscape meant(Policy policy, Site site) {
    return of(policy, site, desired -> new MeantInputs(new StatedInputs(desired)));
  }

  private static Landscape of(Policy policy, Site site, Function<Desired, Inputs> inputs) {
    Map<String, Map<String, List<Desired>>> byHost = new TreeMap<>();
    for (Desired desired : policy.desired()) {
      if (desired.selector() instanceof Selector.Named one
          && desired.presence() instanceof Presence.Present) {
        byHost
            .computeIfAbsent(one.host(), host -> new TreeMap<>())
            .computeIfAbsent(one.kind(), kind -> new ArrayList<>())
            .add(desired);
      }
    }
    List<Server> servers = new ArrayList<>();
    byHost.forEach(
        (host, kinds) ->
            servers.add(Server.untold(host, site, server -> stocks(server, kinds, inputs))));
    return new Landscape(servers);
  }

  private static Map<String, Stock> stocks(
      Server server, Map<String, List<Desired>> kinds, Function<Desired, Inputs> inputs) {
    Map<String, Stock> stocks = new HashMap<>();
    kinds.forEach(
        (kind, named) -> {
          List<Resource> all =
              named.stream().map(one -> resource(server, one, inputs.apply(one))).toList();
          stocks.put(kind, new Stock(all, all, List.of(), Optional.of(OTHERS)));
        });
    return stocks;
  }

  /** A resource as it would be made: only what is stated of it is known. */
  static Resource resource(Server server, Desired desired) {
    return resource(server, desired, new StatedInputs(desired));
  }

  private static Resource resource(Server server, Desired desired, Inputs inputs) {
    Selector.Named one = (Selector.Named) desired.selector();
    return Resource.of(server, one.address(), inputs, Optional.of(desired));
  }
}
