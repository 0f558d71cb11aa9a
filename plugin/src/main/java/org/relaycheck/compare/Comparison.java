package org.relaycheck.drift;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;

/** Compares a policy with the state of the hosts. */
public final class Comparison {

  private final Grounds grounds;
  private final Tally tally;

  private final Policy policy;
  private final Set<Address> named = new HashSet<>();
  private final Audience audience = new Audience();

  private Comparison(Policy policy, Grounds grounds, Tally tally) {
    this.policy = policy;
    this.grounds = grounds;
    this.tally = tally;
  }

  /**
   * The difference, which does not depend on the order of the policy's statements.
   *
   * @param hosts by their keys in the connections; every host that the policy names
   * @param catalogues the kinds that the policy may speak of
   */
  public static Drift between(
      Policy policy, SortedMap<String, HostState> hosts, List<Catalogue> catalogues) {
    Tally tally = new Tally();
    Grounds grounds = new Grounds(hosts, catalogues, tally);
    Comparison comparison = new Comparison(policy, grounds, tally);
    policy.desired().forEach(comparison::compare);
    comparison.audience.tell(tally);
    if (!policy.unlisted().isEmpty()) {
      new Unlisted(policy.unlisted(), comparison.named(), grounds, tally).compare();
    }
    return tally.drift();
  }

  /** What the policy names; only few comparisons ask for it. */
  private Set<Address> named() {
    if (named.isEmpty()) {
      for (Desired desired : policy.desired()) {
        if (desired.selector() instanceof Selector.Named one) {
          named.add(one.address().key());
        }
      }
    }
    return named;
  }

  private void compare(Desired desired) {
    Selector selector = desired.selector();
    Optional<Ground> ground = grounds.of(selector.host(), selector.kind());
    Optional<Presences.Cause> obstacle = ground.isEmpty() ? obstacle(selector) : Optional.empty();
    audience.take(desired, ground.isPresent() || obstacle.isPresent() || isSkipped(selector));
    if (ground.isEmpty()) {
      obstacle.ifPresent(cause -> unclear(desired, cause));
    } else if (selector instanceof Selector.Named one) {
      compare(desired, one.address(), ground.get());
    } else if (selector instanceof Selector.Where where) {
      new Baseline(desired, where, ground.get(), tally).compare();
    }
  }

  private Optional<Presences.Cause> obstacle(Selector selector) {
    boolean otherKind =
        grounds.hosts().get(selector.host()) instanceof HostState.Read read
            && !read.kinds().containsKey(selector.kind());
    return otherKind && !selector.everywhere()
        ? Optional.of(
            new Presences.Cause(
                "the answer of " + selector.host() + " says nothing of " + selector.kind(),
                "ask the host in another way, or take it out of 'hosts'"))
        : grounds.obstacle(selector.host(), selector.kind());
  }

  private boolean isSkipped(Selector selector) {
    return grounds.hosts().get(selector.host()) instanceof HostState.Skipped;
  }

  private void unclear(Desired desired, Presences.Cause cause) {
    tally.declare(1 + desired.statements().size());
    Selector selector = desired.selector();
    if (selector instanceof Selector.Where where) {
      Address whole = new Address(where.kind(), where.host(), "");
      tally.add(
          Presences.unclear(whole, Optional.of(where.baseline()), Optional.of(desired), cause));
    } else if (selector instanceof Selector.Named one) {
      tally.add(Presences.unclear(one.address(), Optional.empty(), Optional.of(desired), cause));
    }
  }

  private void compare(Desired desired, Address address, Ground ground) {
    var found = ground.named(address.name());
    if (found.isEmpty()) {
      absent(desired, address, ground);
    } else if (desired.presence() instanceof Presence.Absent) {
      tally.declare(1);
      tally.judge(found.get().address());
      tally.add(Presences.unexpected(desired, found.get()));
    } else {
      tally.declare(1 + desired.statements().size());
      tally.judge(found.get().address());
      tally.inSync();
      ground.judge().judge(found.get(), desired.statements(), Optional.empty());
    }
  }

  private void absent(Desired desired, Address address, Ground ground) {
    Optional<Presences.Cause> gap = ground.gaps();
    if (gap.isPresent()) {
      unclear(desired, gap.get());
      return;
    }
    Optional<Presences.Cause> doubt = doubt(address, ground);
    boolean absent = desired.presence() instanceof Presence.Absent;
    if (absent && doubt.isPresent()) {
      unclear(desired, doubt.get());
      return;
    }
    tally.declare(1);
    tally.judge(address);
    if (absent) {
      tally.inSync();
    } else {
      tally.add(Presences.missing(desired, address, doubt.map(Presences.Cause::why)));
    }
  }

  /**
   * Whether a resource is there whose name a reader takes for the one that is not; what the policy
   * names itself is no slip.
   */
  private Optional<Presences.Cause> doubt(Address address, Ground ground) {
    List<String> alike =
        ground.lookalikes(address.name()).stream()
            .filter(
                other ->
                    !named().contains(new Address(address.kind(), address.host(), other).key()))
            .map(Look::quoted)
            .toList();
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Presences.Cause(
                "no "
                    + ground.noun()
                    + " has exactly this name, and one has a name that looks the same; did you"
                    + " mean "
                    + String.join(" or ", alike)
                    + "?",
                "write the name in the policy as it stands here, in double quotes; or state both"));
  }
}
