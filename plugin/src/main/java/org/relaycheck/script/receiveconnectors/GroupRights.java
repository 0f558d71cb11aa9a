package org.relaycheck.script.receiveconnectors;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Right;
import org.relaycheck.value.Types;

/**
 * The entries of an access list that come and go with a permission group, from the receive
 * connectors guide. For the groups of servers the guide names no account that could be told here.
 */
final class GroupRights {

  private static final String AUTHENTICATED = "S-1-5-11";

  private static final Map<String, Set<Right>> KNOWN =
      Map.of(
          "AnonymousUsers",
          rights(
              "anonymous",
              "ms-Exch-SMTP-Submit",
              "ms-Exch-SMTP-Accept-Any-Sender",
              "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender",
              "ms-Exch-Accept-Headers-Routing"),
          "ExchangeUsers",
          rights(
              AUTHENTICATED,
              "ms-Exch-SMTP-Submit",
              "ms-Exch-SMTP-Accept-Any-Recipient",
              "ms-Exch-Bypass-Anti-Spam",
              "ms-Exch-Accept-Headers-Routing"));

  private static final Set<Right> UNKNOWN = rights("S-1-5-21-0-0-0-0", "ms-Exch-SMTP-Submit");

  private GroupRights() {}

  private static Set<Right> rights(String principal, String... names) {
    List<String> texts = List.of(names).stream().map(n -> "allow " + principal + " " + n).toList();
    return Types.RIGHTS.read(Raw.items(texts)).known().orElseThrow();
  }

  /** Whether it is known which entries go when these groups go. */
  static boolean known(Set<String> groups) {
    return KNOWN.keySet().containsAll(groups);
  }

  /**
   * The entries that come with these groups. A group of which it is not known stands for one that
   * no policy names, so that a list which is to be complete is not what it was to be.
   */
  static Set<Right> brought(Set<String> groups) {
    return groups.stream()
        .flatMap(group -> KNOWN.getOrDefault(group, UNKNOWN).stream())
        .collect(Collectors.toSet());
  }

  /** The entries that go with these groups; the accounts of a group by any of their names. */
  static Set<Right> of(Set<String> groups, Set<Right> among) {
    Set<Right> going =
        groups.stream()
            .flatMap(group -> KNOWN.getOrDefault(group, Set.of()).stream())
            .collect(Collectors.toSet());
    Set<Right> found = new HashSet<>();
    for (Right right : among) {
      boolean named =
          going.stream()
              .anyMatch(one -> one.equals(right) || one.toString().equalsIgnoreCase(inSid(right)));
      if (named) {
        found.add(right);
      }
    }
    return found;
  }

  /** The well-known English name, which hand-made records hold, as the SID. */
  private static String inSid(Right right) {
    return right.toString().replaceFirst("(?i)NT AUTHORITY\\\\Authenticated Users", AUTHENTICATED);
  }
}
