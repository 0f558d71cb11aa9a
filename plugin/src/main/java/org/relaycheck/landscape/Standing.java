package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Types;

/**
 * How a connector stands to a contact.
 *
 * @param listener the connector
 * @param reach how closely its bindings name the called address; empty if that is not known
 * @param serves whether its ranges hold some of the source; empty if that is not known
 * @param range its one range around the whole source; empty if none is, or if that is not known
 */
record Standing(
    Listener listener,
    Optional<Reach> reach,
    Optional<Boolean> serves,
    Optional<AddressSet> range) {

  static Standing of(Listener listener, Contact contact) {
    return new Standing(
        listener,
        reach(listener, contact),
        serves(listener, contact),
        listener.ranges().known().flatMap(all -> all.rangeAround(contact.source())));
  }

  private static Optional<Reach> reach(Listener listener, Contact contact) {
    List<Optional<Reach>> each =
        listener.bindings().known().orElse(Set.<Binding>of()).stream().map(contact::reach).toList();
    return listener.bindings().problem().isPresent() || each.contains(Optional.<Reach>empty())
        ? Optional.empty()
        : Optional.of(
            each.stream().flatMap(Optional::stream).max(Reach::compareTo).orElse(Reach.NONE));
  }

  private static Optional<Boolean> serves(Listener listener, Contact contact) {
    return listener.ranges().problem().isPresent()
        ? Optional.empty()
        : Optional.of(
            listener
                .ranges()
                .known()
                .filter(
                    all ->
                        !Types.ADDRESS_SET.members().orElseThrow().disjoint(all, contact.source()))
                .isPresent());
  }

  /** Whether it does not listen where it is called, whatever else is not known of it. */
  boolean isDeaf() {
    return listener.enabled().known().filter(on -> !on).isPresent()
        || reach.filter(Reach.NONE::equals).isPresent();
  }

  /** Whether it cannot answer, whatever is not known of it. */
  boolean isOut() {
    return isDeaf() || serves.filter(some -> !some).isPresent();
  }

  /** Whether it would answer if it were alone. */
  boolean isSure() {
    return !isOut() && doubts().isEmpty();
  }

  /** Whether it is known to listen on the called address itself. */
  boolean isNearest() {
    return reach.equals(Optional.of(Reach.THIS_ADDRESS));
  }

  /** Whether it is known to listen on the called address only as on any other. */
  boolean isFar() {
    return reach.equals(Optional.of(Reach.ANY_ADDRESS));
  }

  /** What is not known of it, in words. */
  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    String name = name();
    if (listener.enabled().known().isEmpty()) {
      doubts.add("whether " + name + " is enabled" + because(listener.enabled().problem()));
    }
    if (reach.isEmpty()) {
      doubts.add("whether " + name + " listens there" + because(listener.bindings().problem()));
    }
    if (range.isEmpty()) {
      doubts.add("whether " + name + " serves all of it" + because(listener.ranges().problem()));
    }
    return doubts;
  }

  /** Its name in quotes. */
  String name() {
    return "'" + listener.name() + "'";
  }

  private static String because(Optional<String> problem) {
    return problem.map(why -> " (" + why + ")").orElse("");
  }
}
