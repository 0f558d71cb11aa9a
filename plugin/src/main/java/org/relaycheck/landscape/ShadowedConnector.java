package org.relaycheck.landscape;

import java.util.Optional;
import org.relaycheck.value.Types;

/**
 * Two connectors, of which the first would answer a client if the second did not stand in its way.
 *
 * @param first one that is sure to answer if it is alone
 * @param second any other
 */
record ShadowedConnector(AnswerRank first, AnswerRank second) {

  /** Why the first may not answer because of the second; empty if it goes first. */
  Optional<String> quarrel() {
    if (second.isDeaf() || (yields() && !ofTwoRoles())) {
      return Optional.empty();
    }
    if (second.isOut()) {
      return Optional.of(
          second.name()
              + " listens on the called address itself and does not serve the client; whether "
              + first.name()
              + ", which listens on every address, then does is not documented");
    }
    if (!second.isSure()) {
      return Optional.of("it is not known " + String.join(", nor ", second.doubts()));
    }
    return Optional.of(clash());
  }

  private String clash() {
    String both = second.name() + " and " + first.name();
    if (first.place().crosses(second.place())) {
      return "the ranges of " + both + " overlap and neither holds the other";
    }
    if (ofTwoRoles()) {
      return both + " are of two transport services, which cannot share an address and port";
    }
    return !first.place().servesAlike(second.place())
        ? second.name()
            + " listens on the called address itself and "
            + first.name()
            + " serves the narrower range; which of the two counts is not documented"
        : both + " listen on the same address and port and serve the same range";
  }

  private boolean yields() {
    return (first.isNearest() || second.isFar())
        && (second.isOut()
            || (isWithin()
                && (!first.place().servesAlike(second.place())
                    || (first.isNearest() && second.isFar()))));
  }

  /** Whether the first one's range lies in the second one's. */
  boolean isWithin() {
    return second
        .range()
        .filter(
            wide ->
                Types.ADDRESS_SET.members().orElseThrow().covers(wide, first.range().orElseThrow()))
        .isPresent();
  }

  private boolean ofTwoRoles() {
    return first.reach().equals(second.reach())
        && second.isSure()
        && first.place().isOfOtherRole(second.place());
  }
}
