package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.landscape.input.IntendedInputs;
import org.relaycheck.landscape.input.SettingInputs;
import org.relaycheck.landscape.input.StatedInputs;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;

/** Makes a landscape of what a policy says, without asking any host. */
public final class StatedLandscape {

  private static final UnknownFact OTHERS =
      new UnknownFact("a policy does not name every resource", "compare: mvn relay:check");

  private StatedLandscape() {}

  /** Of the resources that the policy names; what it does not state of them is not known. */
  public static Landscape of(Policy policy, SiteKnowledge site) {
    return of(policy, site, StatedInputs::new);
  }

  /**
   * Of the same, as the policy would have them, for who must do without their servers: of a set the
   * part that is asked for is taken for all of it.
   */
  public static Landscape meant(Policy policy, SiteKnowledge site) {
    return of(policy, site, desired -> new IntendedInputs(new StatedInputs(desired)));
  }

  private static Landscape of(
      Policy policy, SiteKnowledge site, Function<Desired, SettingInputs> inputs) {
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

  private static Map<String, KindResources> stocks(
      Server server, Map<String, List<Desired>> kinds, Function<Desired, SettingInputs> inputs) {
    Map<String, KindResources> stocks = new HashMap<>();
    kinds.forEach(
        (kind, named) -> {
          List<ServerResource> all =
              named.stream().map(one -> resource(server, one, inputs.apply(one))).toList();
          stocks.put(kind, new KindResources(all, all, List.of(), Optional.of(OTHERS)));
        });
    return stocks;
  }

  /** A resource as it would be made: only what is stated of it is known. */
  static ServerResource resource(Server server, Desired desired) {
    return resource(server, desired, new StatedInputs(desired));
  }

  private static ServerResource resource(Server server, Desired desired, SettingInputs inputs) {
    Selector.Named one = (Selector.Named) desired.selector();
    return ServerResource.of(server, one.address(), inputs, Optional.of(desired));
  }
}
