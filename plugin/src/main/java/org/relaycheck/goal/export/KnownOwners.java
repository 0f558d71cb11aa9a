package org.relaycheck.goal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.connections.Connections;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.state.Desired;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
import org.relaycheck.yaml.PolicyException;

/** Who answers for members of sets, as the policy says that is there. */
final class KnownOwners {

  private final Map<List<String>, Map<String, OwnedMember>> owners = new LinkedHashMap<>();

  /** By the keys that lead to a set, by the text that a policy has for the member. */
  Map<List<String>, Map<String, OwnedMember>> owners() {
    return owners;
  }

  /** Of the policy of a request; a file that is not there, or is wrong, tells nothing. */
  static KnownOwners of(GoalRequest request, Connections connections) {
    KnownOwners known = new KnownOwners();
    Optional<Connections> hosts = Optional.of(connections).filter(some -> !some.hosts().isEmpty());
    try {
      Policy policy = ResourceKinds.policyReader().read(request.policies(), hosts);
      policy.desired().forEach(known::take);
    } catch (PolicyException none) {
      return known;
    }
    return known;
  }

  private void take(Desired desired) {
    if (desired.selector() instanceof Selector.Named one) {
      List<String> resource = List.of(one.kind(), one.address().name());
      desired.statements().forEach(statement -> take(resource, statement));
    }
  }

  private <T> void take(List<String> resource, Statement<T> statement) {
    for (OwnedMember member : statement.members()) {
      if (member.isOwned()) {
        List<String> path = new ArrayList<>(resource);
        path.add(statement.property().name());
        written(statement.property(), member)
            .ifPresent(
                text ->
                    owners.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(text, member));
      }
    }
  }

  /** As an export writes it; empty if that would be several. */
  private static <T> Optional<String> written(Property<T> row, OwnedMember member) {
    return row.read(Raw.text(member.text()))
        .known()
        .map(row.type()::write)
        .flatMap(
            literal ->
                literal instanceof Literal.Items items
                    ? Optional.of(items).filter(all -> all.items().size() == 1)
                    : Optional.empty())
        .map(items -> ((Literal.Str) items.items().get(0)).text());
  }
}
