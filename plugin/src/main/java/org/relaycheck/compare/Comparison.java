package org.relaycheck.compare;

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

  private final ObservedHosts grounds;
  private final FindingCollector tally;

  private final Policy policy;
  private final Set<Address> named = new HashSet<>();
  private final StatementAudience audience = new StatementAudience();

  private Comparison(Policy policy, ObservedHosts grounds, FindingCollector tally) {
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
  public static ComparisonResult between(
      Policy policy, SortedMap<String, HostState> hosts, List<Catalogue> catalogues) {
    FindingCollector tally = new FindingCollector();
    ObservedHosts grounds = new ObservedHosts(hosts, catalogues, tally);
    Comparison comparison = new Comparison(policy, grounds, tally);
    policy.desired().forEach(comparison::compare);
    comparison.audience.tell(tally);
    if (!policy.unlisted().isEmpty()) {
      new UnlistedResources(policy.unlisted(), comparison.named(), grounds, tally).compare();
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
    Optional<ObservedKind> ground = grounds.of(selector.host(), selector.kind());
    Optional<PresenceFindings.Cause> obstacle =
        ground.isEmpty() ? obstacle(selector) : Optional.empty();
    audience.take(desired, ground.isPresent() || obstacle.isPresent() || isSkipped(selector));
    if (ground.isEmpty()) {
      obstacle.ifPresent(cause -> unclear(desired, cause));
    } else if (selector instanceof Selector.Named one) {
      compare(desired, one.address(), ground.get());
    } else if (selector instanceof Selector.Where where) {
      new Baseline(desired, where, ground.get(), tally).compare();
    }
  }

  private Optional<PresenceFindings.Cause> obstacle(Selector selector) {
    boolean otherKind =
        grounds.hosts().get(selector.host()) instanceof HostState.Read read
            && !read.kinds().containsKey(selector.kind());
    return otherKind && !selector.everywhere()
        ? Optional.of(
            new PresenceFindings.Cause(
                "the answer of " + selector.host() + " does not cover " + selector.kind(),
                "read the host another way, or remove it from 'hosts'"))
        : grounds.obstacle(selector.host(), selector.kind());
  }

  private boolean isSkipped(Selector selector) {
    return grounds.hosts().get(selector.host()) instanceof HostState.Skipped;
  }

  private void unclear(Desired desired, PresenceFindings.Cause cause) {
    tally.declare(1 + desired.statements().size());
    Selector selector = desired.selector();
    if (selector instanceof Selector.Where where) {
      Address whole = new Address(where.kind(), where.host(), "");
      tally.add(
          PresenceFindings.unclear(
              whole, Optional.of(where.baseline()), Optional.of(desired), cause));
    } else if (selector instanceof Selector.Named one) {
      tally.add(
          PresenceFindings.unclear(one.address(), Optional.empty(), Optional.of(desired), cause));
    }
  }

  private void compare(Desired desired, Address address, ObservedKind ground) {
    var found = ground.named(address.name());
    if (found.isEmpty()) {
      absent(desired, address, ground);
    } else if (desired.presence() instanceof Presence.Absent) {
      tally.declare(1);
      tally.judge(found.get().address());
      tally.add(PresenceFindings.unexpected(desired, found.get()));
    } else {
      tally.declare(1 + desired.statements().size());
      tally.judge(found.get().address());
      tally.inSync();
      ground.judge().judge(found.get(), desired.statements(), Optional.empty());
    }
  }

  private void absent(Desired desired, Address address, ObservedKind ground) {
    Optional<PresenceFindings.Cause> gap = ground.gaps();
    if (gap.isPresent()) {
      unclear(desired, gap.get());
      return;
    }
    Optional<PresenceFindings.Cause> doubt = doubt(address, ground);
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
      tally.add(PresenceFindings.missing(desired, address, doubt.map(PresenceFindings.Cause::why)));
    }
  }

  /**
   * Whether a resource is there whose name a reader takes for the one that is not; what the policy
   * names itself is no slip.
   */
  private Optional<PresenceFindings.Cause> doubt(Address address, ObservedKind ground) {
    List<String> alike =
        ground.lookalikes(address.name()).stream()
            .filter(
                other ->
                    !named().contains(new Address(address.kind(), address.host(), other).key()))
            .map(LookalikeName::quoted)
            .toList();
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PresenceFindings.Cause(
                "no "
                    + ground.noun()
                    + " has exactly this name, but one has a name that looks the same; did you"
                    + " mean "
                    + String.join(" or ", alike)
                    + "?",
                "write the name in the policy exactly as shown here, in double quotes; or state"
                    + " both"));
  }
}
