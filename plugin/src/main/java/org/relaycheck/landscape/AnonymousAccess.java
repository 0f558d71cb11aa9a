package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.value.Text;

/**
 * What a client that proves nothing may do on a receive connector.
 *
 * <p>Windows looks at an access list in this order: the object's own entries before inherited ones,
 * and of each, deny before allow (order of ACEs in a DACL). Which of inherited entries is nearer an
 * answer does not tell. Whether Everyone takes in anonymous is set in Windows: it does where that
 * grants something, and it is not known where that would take something away. Authenticated Users
 * never does: who logs in has proved something, and setup itself lets them relay on its client
 * connectors.
 *
 * @param connector the connector
 */
public record AnonymousAccess(Connector connector) {

  private static final String RELAY = "ms-Exch-SMTP-Accept-Any-Recipient";
  private static final String SUBMIT = "ms-Exch-SMTP-Submit";

  private static final Set<String> ANONYMOUS =
      Set.of("ANONYMOUS", "S-1-5-7", "NT AUTHORITY\\ANONYMOUS LOGON");
  private static final Set<String> ANYBODY =
      Set.of("ANONYMOUS", "S-1-5-7", "NT AUTHORITY\\ANONYMOUS LOGON", "EVERYONE", "S-1-1-0");

  /** The entry that lets an anonymous client send to any recipient, if it may submit mail. */
  public Optional<String> relay() throws NotKnownException {
    return right(RELAY).filter(by -> !isKnownNotToSubmit());
  }

  /** Where the right to relay was seen, another that is not known makes it no better. */
  private boolean isKnownNotToSubmit() {
    try {
      return !connector.members(PERMISSION_GROUPS).contains("AnonymousUsers")
          && right(SUBMIT).isEmpty();
    } catch (NotKnownException unread) {
      return false;
    }
  }

  /** The entry that lets an anonymous client submit mail, if one does. */
  public Optional<String> submit() throws NotKnownException {
    return right(SUBMIT);
  }

  /** The entry that gives a right, if one does. */
  public Optional<String> right(String name) throws NotKnownException {
    Optional<String> given = right(name, ANYBODY);
    if (given.isEmpty() && right(name, ANONYMOUS).isPresent()) {
      throw new NotKnownException(
          new UnknownFact(
              "its access list allows anonymous " + name + " and denies it to Everyone",
              "deny it to anonymous itself, or remove the entry"));
    }
    return given;
  }

  private Optional<String> right(String name, Set<String> principals) throws NotKnownException {
    Stream<AccessEntry> own = AccessEntry.of(name, false, connector.members(EXTENDED_RIGHTS));
    Optional<NotKnownException> unknown = Optional.empty();
    Set<Text> others = Set.of();
    try {
      others = connector.members(OTHER_RIGHTS);
    } catch (NotKnownException not) {
      unknown = Optional.of(not); // a right that was seen is not taken for none because of it
    }
    List<AccessEntry> generic = AccessEntry.generic(others).toList();
    Optional<AccessEntry> decided =
        Stream.concat(own, generic.stream().filter(entry -> !entry.inherited()))
            .filter(entry -> principals.contains(entry.principal()))
            .min(AccessEntry.DENY_FIRST);
    if (decided.isPresent()) {
      return decided.filter(AccessEntry::allow).map(AccessEntry::text);
    }
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    return inherited(name, principals, generic);
  }

  private Optional<String> inherited(String name, Set<String> principals, List<AccessEntry> generic)
      throws NotKnownException {
    List<AccessEntry> above =
        Stream.concat(
                AccessEntry.of(name, true, connector.members(INHERITED_RIGHTS)),
                generic.stream().filter(AccessEntry::inherited))
            .filter(entry -> principals.contains(entry.principal()))
            .sorted(AccessEntry.DENY_FIRST)
            .toList();
    if (above.isEmpty() || above.get(0).allow()) {
      return above.stream().map(AccessEntry::text).findFirst();
    }
    if (above.stream().anyMatch(AccessEntry::allow)) {
      throw new NotKnownException(
          new UnknownFact(
              "its access list inherits an allow and a deny of "
                  + name
                  + ", and which of the two is nearer is not known",
              "give the connector an entry of its own"));
    }
    return Optional.empty();
  }
}
