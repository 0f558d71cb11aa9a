package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.relaycheck.value.Right;
import org.relaycheck.value.Text;

/**
 * What a client that proves nothing may do on a receive connector.
 *
 * <p>Windows looks at an access list in this order: the object's own entries before inherited ones,
 * and of each, deny before allow (order of ACEs in a DACL). Which of inherited entries is nearer an
 * answer does not tell. Everyone counts as anonymous: whether it does is set elsewhere.
 * Authenticated Users does not, as who logs in has proved something; setup itself lets them relay
 * on its client connectors.
 *
 * @param connector the connector
 */
record AnonymousAccess(Resource connector) {

  private static final String RELAY = "ms-Exch-SMTP-Accept-Any-Recipient";
  private static final String SUBMIT = "ms-Exch-SMTP-Submit";
  private static final String GROUP = "AnonymousUsers";
  private static final Set<String> ANYBODY =
      Set.of("ANONYMOUS", "S-1-5-7", "NT AUTHORITY\\ANONYMOUS LOGON", "S-1-1-0", "EVERYONE");
  private static final Pattern OTHER =
      Pattern.compile("(inherited )?(allow|deny) (\\S.*?) (\\S+(?:, *\\S+)*)");
  private static final Pattern EVERY_RIGHT = Pattern.compile("\\b(?:GenericAll|ExtendedRight)\\b");

  /** An entry that grants or denies a right, as it is told. */
  private record Entry(boolean allow, boolean inherited, String text) {}

  /** The entry that lets an anonymous client send to any recipient, if it may submit mail. */
  Optional<String> relay() throws NotKnown {
    Optional<String> by = right(RELAY);
    return by.isEmpty() || submit().isPresent() ? by : Optional.empty();
  }

  /** The group brings the right with it, and records made by hand leave its entries out. */
  private Optional<String> submit() throws NotKnown {
    return Alternatives.first(
        List.of(
            () -> connector.members(PERMISSION_GROUPS).stream().filter(GROUP::equals).findFirst(),
            () -> right(SUBMIT)));
  }

  /** The entry that gives a right, if one does. */
  Optional<String> right(String name) throws NotKnown {
    Stream<Entry> own = entries(connector.members(EXTENDED_RIGHTS), false, name);
    Optional<NotKnown> unknown = Optional.empty();
    Set<Text> others = Set.of();
    try {
      others = connector.members(OTHER_RIGHTS);
    } catch (NotKnown not) {
      unknown = Optional.of(not); // a right that was seen is not taken for none because of it
    }
    Optional<Entry> decided =
        first(Stream.concat(own, entries(others)), entry -> !entry.inherited());
    if (decided.isPresent()) {
      return given(decided);
    }
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    return inherited(name, others);
  }

  private Optional<String> inherited(String name, Set<Text> others) throws NotKnown {
    Set<Right> rights = connector.members(INHERITED_RIGHTS);
    Optional<Entry> deny = first(above(rights, name, others), entry -> !entry.allow());
    Optional<Entry> allow = first(above(rights, name, others), Entry::allow);
    if (deny.isPresent() && allow.isPresent()) {
      throw new NotKnown(
          new Lack(
              "its access list inherits an allow and a deny of "
                  + name
                  + ", and not which is"
                  + " nearer",
              "give the connector an entry of its own"));
    }
    return given(allow);
  }

  private static Stream<Entry> above(Set<Right> rights, String name, Set<Text> others) {
    return Stream.concat(entries(rights, true, name), entries(others).filter(Entry::inherited));
  }

  /** A deny if there is one. */
  private static Optional<Entry> first(Stream<Entry> entries, Predicate<Entry> which) {
    return entries
        .filter(which)
        .min(
            (one, other) ->
                one.allow() == other.allow()
                    ? one.text().compareTo(other.text())
                    : Boolean.compare(one.allow(), other.allow()));
  }

  private static Optional<String> given(Optional<Entry> entry) {
    return entry.filter(Entry::allow).map(Entry::text);
  }

  private static Stream<Entry> entries(Set<Right> rights, boolean inherited, String name) {
    return rights.stream()
        .filter(right -> right.right().spelling().equalsIgnoreCase(name))
        .filter(right -> isAnybody(right.principal().spelling()))
        .map(right -> new Entry(right.allow(), inherited, (inherited ? "inherited " : "") + right));
  }

  private static Stream<Entry> entries(Set<Text> others) {
    return others.stream().flatMap(text -> entry(text.spelling()).stream());
  }

  private static Optional<Entry> entry(String text) {
    Matcher other = OTHER.matcher(text);
    return other.matches()
            && EVERY_RIGHT.matcher(other.group(4)).find()
            && isAnybody(other.group(3))
        ? Optional.of(new Entry(other.group(2).equals("allow"), other.group(1) != null, text))
        : Optional.empty();
  }

  private static boolean isAnybody(String principal) {
    return ANYBODY.contains(principal.toUpperCase(Locale.ROOT));
  }
}
