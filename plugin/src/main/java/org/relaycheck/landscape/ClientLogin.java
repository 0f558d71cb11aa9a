package org.relaycheck.landscape;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.value.Right;
import org.relaycheck.value.Text;

/**
 * An account at a connector that asks who it is.
 *
 * @param account the account
 * @param connector the connector that answers it
 */
public record ClientLogin(Account account, Connector connector) {

  /**
   * What keeps an account out.
   *
   * @param found what is so
   * @param wanted what to set instead
   */
  public record Obstacle(String found, String wanted) {}

  private static final String SUBMIT = "MS-EXCH-SMTP-SUBMIT";
  private static final String ANONYMOUS = "ANONYMOUS";

  /** Authenticated Users, and Everyone: who logs in is both. */
  private static final Set<String> USERS =
      Set.of("S-1-5-11", "NT AUTHORITY\\AUTHENTICATED USERS", "S-1-1-0", "EVERYONE");

  /** What keeps the account out, if anything does. */
  public Optional<Obstacle> obstacle() throws NotKnown {
    String auth = account.value(MailAccountRows.AUTH);
    Set<String> offered = connector.value(AUTH_MECHANISM);
    if (offered.contains("ExternalAuthoritative") && auth.equals("anonymous")) {
      return Optional.empty();
    }
    return switch (auth) {
      case "anonymous" -> lets("AnonymousUsers", true);
      case "windows" -> login("Integrated", offered);
      default -> login("BasicAuth", offered);
    };
  }

  private Optional<Obstacle> login(String mechanism, Set<String> offered) throws NotKnown {
    if (!offered.contains(mechanism)) {
      return breach(
          "offers no such login (AuthMechanism " + AUTH_MECHANISM.type().show(offered) + ")",
          mechanism + " in AuthMechanism of " + connector);
    }
    boolean onlyEncrypted =
        mechanism.equals("BasicAuth") && offered.contains("BasicAuthRequireTLS");
    return onlyEncrypted && !account.value(MailAccountRows.ENABLE_SSL)
        ? breach("offers it only with TLS (BasicAuthRequireTLS)", "enable_ssl true")
        : lets("ExchangeUsers", false);
  }

  private Optional<Obstacle> lets(String group, boolean anonymous) throws NotKnown {
    Set<String> groups = connector.value(PERMISSION_GROUPS);
    return groups.contains(group) || (anonymous ? isGivenToAnonymous() : isGivenToUsers())
        ? Optional.empty()
        : breach(
            "does not let it in (PermissionGroups "
                + PERMISSION_GROUPS.type().show(groups)
                + " and no right to submit beside)",
            group + " in PermissionGroups of " + connector);
  }

  private boolean isGivenToAnonymous() throws NotKnown {
    return submitters().contains(ANONYMOUS);
  }

  /** Whether it is given to all who log in; which of them another name means is not known. */
  private boolean isGivenToUsers() throws NotKnown {
    Set<String> submitters = submitters();
    if (submitters.stream().anyMatch(USERS::contains)) {
      return true;
    }
    submitters.remove(ANONYMOUS);
    if (submitters.isEmpty()) {
      return false;
    }
    throw new NotKnown(
        new Lack(
            "ExchangeUsers is not in PermissionGroups of "
                + connector
                + ", and whether the account's user is one of those that may submit beside it is"
                + " not known: "
                + String.join(", ", submitters),
            "put ExchangeUsers into PermissionGroups, or look at it by hand"));
  }

  /** Who may submit by an entry beside the groups, upper case. */
  private Set<String> submitters() throws NotKnown {
    Set<Right> rights = connector.optional(EXTENDED_RIGHTS).orElse(Set.of());
    return rights.stream()
        .filter(right -> right.allow() && is(right.right(), SUBMIT))
        .map(right -> right.principal().key())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean is(Text text, String key) {
    return text.key().equals(key);
  }

  private Optional<Obstacle> breach(String what, String wanted) throws NotKnown {
    String auth = account.value(MailAccountRows.AUTH);
    return Optional.of(new Obstacle("auth is " + auth + ", and " + connector + " " + what, wanted));
  }
}
