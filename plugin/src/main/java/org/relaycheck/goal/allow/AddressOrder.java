package org.relaycheck.goal.allow;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/**
 * What a person asks for.
 *
 * @param connector the receive connector's name in the policy
 * @param member the address as it was written, with what is said of it
 * @param addresses the same, understood
 */
public record AddressOrder(String connector, OwnedMember member, AddressSet addresses) {

  /** More addresses than one sender has: a /16 of IPv4. */
  private static final BigInteger MOST = BigInteger.valueOf(65_536);

  /** A /48 of IPv6, which a whole site has. */
  private static final BigInteger MOST_IPV6 = BigInteger.TWO.pow(80);

  /**
   * What is said of an address, each as it was written.
   *
   * @param owner who needs it
   * @param ticket where it was agreed to
   * @param until the last day
   * @param why what for
   */
  public record Terms(
      Optional<String> owner,
      Optional<String> ticket,
      Optional<String> until,
      Optional<String> why) {

    /** Nothing. */
    public static Terms none() {
      return new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Understands an order.
   *
   * @throws PolicyException what is lacking or not understood
   */
  public static AddressOrder of(String address, String connector, Terms terms)
      throws PolicyException {
    if (address.isBlank() || connector.isBlank()) {
      throw refusal(
          "name the address and the connector: \"-Drelay.address=10.20.4.11\""
              + " \"-Drelay.connector=SQL Relay\"");
    }
    Optional<AddressSet> addresses = Types.ADDRESS_SET.read(Raw.text(address.strip())).known();
    if (addresses.isEmpty()) {
      throw refusal("relay.address: '" + address + "' is not " + Types.ADDRESS_SET.hint());
    }
    OwnedMember member =
        new OwnedMember(
            address.strip(),
            terms.owner(),
            terms.ticket(),
            day(terms.until()),
            terms.why(),
            new Place("", 1, 1));
    return new AddressOrder(connector.strip(), member, addresses.get());
  }

  private static Optional<LocalDate> day(Optional<String> until) throws PolicyException {
    try {
      return until.map(LocalDate::parse);
    } catch (DateTimeParseException none) {
      throw refusal("relay.until: '" + until.orElse("") + "' is not a day such as 2027-03-31");
    }
  }

  /** Refuses what lets in more than a sender. */
  void refuseTheWorld() throws PolicyException {
    boolean wide = addresses.isWider(MOST, MOST_IPV6);
    if (wide) {
      throw refusal(
          "'"
              + member.text()
              + "' would let "
              + addresses.count()
              + " addresses relay; name the senders, at most a /16 (or a /48 of IPv6) at a time");
    }
  }

  /** Refuses a last day that is over. */
  void refuseThePast(LocalDate today) throws PolicyException {
    if (member.until().filter(day -> day.isBefore(today)).isPresent()) {
      throw refusal("relay.until: " + member.until().get() + " is over; name a later day");
    }
  }

  static PolicyException refusal(String text) {
    return new PolicyException(List.of(FileProblem.placeless(text)));
  }

  static PolicyException refusal(Place place, String text) {
    return new PolicyException(List.of(new FileProblem(place, text)));
  }
}
