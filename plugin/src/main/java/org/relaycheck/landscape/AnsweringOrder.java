package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;

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
public sealed interface AnsweringOrder {

  /** This connector does. */
  record By(Connector who) implements AnsweringOrder {}

  /** None does: the client is refused, or its connection closed without a greeting. */
  record Nobody(String why) implements AnsweringOrder {}

  /** It cannot be told, and why. */
  record Undecided(String why) implements AnsweringOrder {}

  /** The connector that answers; empty if none does. */
  default Optional<Connector> connector() throws NotKnownException {
    if (this instanceof Undecided undecided) {
      throw new NotKnownException(
          new UnknownFact(
              "it is not known which connector answers: " + undecided.why(),
              "read every connector completely; on one address and port they need one"
                  + " TransportRole, and ranges that lie apart or one inside the other"));
    }
    return this instanceof By by ? Optional.of(by.who()) : Optional.empty();
  }

  /**
   * Who answers; what is not known of a connector counts only where it could change that.
   *
   * @param connectors all of one server
   */
  static AnsweringOrder of(List<Connector> connectors, CallingClient contact) {
    List<AnswerRank> all =
        connectors.stream().map(connector -> AnswerRank.of(connector, contact)).toList();
    List<AnswerRank> sure = all.stream().filter(AnswerRank::isSure).toList();
    if (sure.isEmpty()) {
      return unanswered(all, contact);
    }
    return sure.stream()
        .filter(one -> quarrels(one, all).isEmpty())
        .<AnsweringOrder>map(one -> new By(one.connector()))
        .findFirst()
        .orElseGet(() -> new Undecided(String.join("; ", quarrels(narrowest(sure), all))));
  }

  private static AnswerRank narrowest(List<AnswerRank> sure) {
    return sure.stream()
        .min(
            Comparator.comparing(
                one ->
                    sure.stream()
                        .filter(other -> !new ShadowedConnector(one, other).isWithin())
                        .count()))
        .orElseThrow();
  }

  private static List<String> quarrels(AnswerRank first, List<AnswerRank> all) {
    return all.stream()
        .filter(other -> !other.connector().equals(first.connector()))
        .flatMap(other -> new ShadowedConnector(first, other).quarrel().stream())
        .toList();
  }

  private static AnsweringOrder unanswered(List<AnswerRank> all, CallingClient contact) {
    List<String> doubts = new ArrayList<>();
    all.stream()
        .filter(one -> !one.isOut())
        .forEach(one -> doubts.add("it is not known " + String.join(", nor ", one.doubts())));
    return doubts.isEmpty()
        ? new Nobody(
            "no enabled connector listens on " + contact.to() + " and serves " + contact.from())
        : new Undecided(String.join("; ", doubts));
  }
}
