package org.relaycheck.state;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A member of a set as a policy states it, with who answers for it.
 *
 * @param text the member, such as an address
 * @param owner who needs it
 * @param ticket where it was agreed to
 * @param until the last day on which it is needed, in UTC
 * @param why what for
 * @param place where it stands
 */
public record OwnedMember(
    String text,
    Optional<String> owner,
    Optional<String> ticket,
    Optional<LocalDate> until,
    Optional<String> why,
    Place place) {

  /** What the ids of the rules begin with that are about last days. */
  public static final String RULES = "allowance-";

  /** A member of which nothing is said. */
  public static OwnedMember plain(String text, Place place) {
    return new OwnedMember(
        text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), place);
  }

  /** Whether anything is said of it. */
  public boolean isOwned() {
    return owner.isPresent() || ticket.isPresent() || until.isPresent() || why.isPresent();
  }

  /** The days that are left, 0 on the last one; negative afterwards. */
  public Optional<Long> daysLeft(LocalDate today) {
    return until.map(day -> ChronoUnit.DAYS.between(today, day));
  }

  /** What is said of it, by its key, in the order of writing. */
  public Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    owner.ifPresent(text -> terms.put("owner", text));
    ticket.ifPresent(text -> terms.put("ticket", text));
    until.ifPresent(day -> terms.put("until", day.toString()));
    why.ifPresent(text -> terms.put("why", text));
    return terms;
  }

  /** Who and until when, such as {@code 10.20.4.11 (billing, CHG-4711, until 2027-03-31)}. */
  public String told() {
    String terms =
        Stream.of(owner, ticket, until.map(day -> "until " + day), why)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return terms.isEmpty() ? text : text + " (" + terms + ")";
  }
}
