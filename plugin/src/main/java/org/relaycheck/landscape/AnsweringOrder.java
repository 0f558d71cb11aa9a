package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which receive connector of one server answers a client: of the enabled ones that listen where it
 * calls, the one with the narrowest range around its address.
 *
 * <p>Of ranges that overlap Exchange takes only those of which one holds the other, and the most
 * specific wins (Set-ReceiveConnector reference; receive connectors guide). Ranges of one connector
 * that touch count here as one. Where a connector listens on the called address itself and another
 * on every address, and the ranges say the opposite, nothing is told: what Exchange does then is
 * not documented.
 */
public sealed interface Answering {

  /** This connector does. */
  record By(Connector who) implements Answering {}

  /** None does: the client is refused, or its connection closed without a greeting. */
  record Nobody(String why) implements Answering {}

  /** It cannot be told, and why. */
  record Untold(String why) implements Answering {}

  /** The connector that answers; empty if none does. */
  default Optional<Connector> connector() throws NotKnown {
    if (this instanceof Untold untold) {
      throw new NotKnown(
          new Lack(
              "which connector answers cannot be told: " + untold.why(),
              "read all of every connector; on one address and port let them have one"
                  + " TransportRole, and ranges of which one holds the other"));
    }
    return this instanceof By by ? Optional.of(by.who()) : Optional.empty();
  }

  /**
   * Who answers; what is not known of a connector counts only where it could change that.
   *
   * @param connectors all of one server
   */
  static Answering of(List<Connector> connectors, Contact contact) {
    List<Standing> all =
        connectors.stream().map(connector -> Standing.of(connector, contact)).toList();
    List<Standing> sure = all.stream().filter(Standing::isSure).toList();
    if (sure.isEmpty()) {
      return unanswered(all, contact);
    }
    return sure.stream()
        .filter(one -> quarrels(one, all).isEmpty())
        .<Answering>map(one -> new By(one.connector()))
        .findFirst()
        .orElseGet(() -> new Untold(String.join("; ", quarrels(narrowest(sure), all))));
  }

  private static Standing narrowest(List<Standing> sure) {
    return sure.stream()
        .min(
            Comparator.comparing(
                one -> sure.stream().filter(other -> !new Rivalry(one, other).isWithin()).count()))
        .orElseThrow();
  }

  private static List<String> quarrels(Standing first, List<Standing> all) {
    return all.stream()
        .filter(other -> !other.connector().equals(first.connector()))
        .flatMap(other -> new Rivalry(first, other).quarrel().stream())
        .toList();
  }

  private static Answering unanswered(List<Standing> all, Contact contact) {
    List<String> doubts = new ArrayList<>();
    all.stream()
        .filter(one -> !one.isOut())
        .forEach(one -> doubts.add("it is not known " + String.join(", nor ", one.doubts())));
    return doubts.isEmpty()
        ? new Nobody(
            "no enabled connector listens on " + contact.to() + " and serves " + contact.from())
        : new Untold(String.join("; ", doubts));
  }
}
