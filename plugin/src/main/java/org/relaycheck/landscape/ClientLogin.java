package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.value.Right;
import org.relaycheck.value.Text;

/**
 * An account at a connector that asks who it is.
 *
 * @param account the account
 * @param connector the connector that answers it
 */
public record ClientLogin(Account account, Connector connector) {

  /** What keeps a client out. */
  public enum Kind {
    /** The way to log in that it takes is not offered, or only after encryption. */
    MECHANISM,
    /** It may not submit mail, logged in or not. */
    RIGHT,
    /** It does not encrypt, and has to. */
    CLEAR_TEXT,
    /** It encrypts, and that is not offered. */
    NO_STARTTLS
  }

  /**
   * What keeps an account out.
   *
   * @param found what is so
   * @param wanted what to set instead
   */
  public record Obstacle(Kind kind, String found, String wanted) {}

  private static final String SUBMIT = "MS-EXCH-SMTP-SUBMIT";
  private static final String ANONYMOUS = "ANONYMOUS";

  /** Authenticated Users, and Everyone: who logs in is both. */
  private static final Set<String> USERS =
      Set.of("S-1-5-11", "NT AUTHORITY\\AUTHENTICATED USERS", "S-1-1-0", "EVERYONE");

  /** What keeps the account out, if anything does. */
  public Optional<Obstacle> obstacle() throws NotKnownException {
    return switch (account.value(MailAccountRows.AUTH)) {
      case "anonymous" ->
          connector.submission().isPresent() ? Optional.empty() : unlet("AnonymousUsers");
      case "windows" -> login("Integrated");
      default -> login("BasicAuth");
    };
  }

  /**
   * What keeps its session from the encryption that one of the two sides wants, if anything does.
   */
  public Optional<Obstacle> encryption() throws NotKnownException {
    boolean encrypts = account.value(MailAccountRows.ENABLE_SSL);
    if (!encrypts) {
      return connector.value(REQUIRE_TLS)
          ? Optional.of(
              new Obstacle(
                  Kind.CLEAR_TEXT,
                  "enable_ssl is false, and "
                      + connector
                      + " accepts mail only with TLS (RequireTLS)",
                  "enable_ssl true"))
          : Optional.empty();
    }
    Set<String> offered = connector.value(AUTH_MECHANISM);
    return offered.contains("Tls")
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                Kind.NO_STARTTLS,
                "enable_ssl is true, and "
                    + connector
                    + " offers no STARTTLS (AuthMechanism "
                    + AUTH_MECHANISM.type().show(offered)
                    + ")",
                "Tls in AuthMechanism of " + connector));
  }

  private Optional<Obstacle> login(String mechanism) throws NotKnownException {
    Set<String> offered = connector.value(AUTH_MECHANISM);
    if (!offered.contains(mechanism)) {
      return obstacle(
          Kind.MECHANISM,
          "does not offer this login (AuthMechanism " + AUTH_MECHANISM.type().show(offered) + ")",
          mechanism + " in AuthMechanism of " + connector);
    }
    boolean onlyEncrypted =
        mechanism.equals("BasicAuth") && offered.contains("BasicAuthRequireTLS");
    if (onlyEncrypted && !account.value(MailAccountRows.ENABLE_SSL)) {
      return obstacle(
          Kind.MECHANISM, "offers it only with TLS (BasicAuthRequireTLS)", "enable_ssl true");
    }
    return connector.value(PERMISSION_GROUPS).contains("ExchangeUsers") || isGivenToUsers()
        ? Optional.empty()
        : unlet("ExchangeUsers");
  }

  private Optional<Obstacle> unlet(String group) throws NotKnownException {
    return obstacle(
        Kind.RIGHT,
        "does not accept it (PermissionGroups "
            + PERMISSION_GROUPS.type().show(connector.value(PERMISSION_GROUPS))
            + " and no other right to submit)",
        group + " in PermissionGroups of " + connector);
  }

  /** Whether it is given to all who log in; which of them another name means is not known. */
  private boolean isGivenToUsers() throws NotKnownException {
    Set<String> submitters = submitters();
    if (submitters.stream().anyMatch(USERS::contains)) {
      return true;
    }
    submitters.remove(ANONYMOUS);
    if (submitters.isEmpty()) {
      return false;
    }
    throw new NotKnownException(
        new UnknownFact(
            "ExchangeUsers is not in PermissionGroups of "
                + connector
                + ", and whether the account's user is one of those with another right to submit"
                + " is not known: "
                + String.join(", ", submitters),
            "add ExchangeUsers to PermissionGroups, or check it by hand"));
  }

  /** Who may submit by an entry beside the groups, upper case. */
  private Set<String> submitters() throws NotKnownException {
    Set<Right> rights = connector.optional(EXTENDED_RIGHTS).orElse(Set.of());
    return rights.stream()
        .filter(right -> right.allow() && is(right.right(), SUBMIT))
        .map(right -> right.principal().key())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean is(Text text, String key) {
    return text.key().equals(key);
  }

  private Optional<Obstacle> obstacle(Kind kind, String what, String wanted)
      throws NotKnownException {
    String auth = account.value(MailAccountRows.AUTH);
    return Optional.of(
        new Obstacle(kind, "auth is " + auth + ", and " + connector + " " + what, wanted));
  }
}
