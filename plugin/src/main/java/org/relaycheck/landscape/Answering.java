package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
  record By(String connector) implements Answering {}

  /** None does: the client is refused, or its connection closed without a greeting. */
  record Nobody(String why) implements Answering {}

  /** It cannot be told, and why. */
  record Untold(String why) implements Answering {}

  /**
   * Who answers; what is not known of a connector counts only where it could change that.
   *
   * @param connectors all of one server
   */
  static Answering of(List<Listener> connectors, Contact contact) {
    List<Standing> all =
        connectors.stream().map(connector -> Standing.of(connector, contact)).toList();
    List<Standing> sure = all.stream().filter(Standing::isSure).toList();
    if (sure.isEmpty()) {
      return unanswered(all, contact);
    }
    return sure.stream()
        .filter(one -> quarrels(one, all).isEmpty())
        .<Answering>map(one -> new By(one.listener().name()))
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
        .filter(other -> !other.listener().equals(first.listener()))
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
