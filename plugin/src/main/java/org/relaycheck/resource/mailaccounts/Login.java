package org.relaycheck.resource.mailaccounts;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Observed;

/**
 * How an account logs in at the mail server.
 *
 * @param windows whether as the SQL Server service
 * @param user the user name, or nothing
 */
record Login(boolean windows, String user) {

  /** The settings that speak of it. */
  static final Set<Property<?>> SETTINGS =
      Set.of(
          MailAccountRows.AUTH, MailAccountRows.USE_DEFAULT_CREDENTIALS, MailAccountRows.USERNAME);

  static final Login ANONYMOUS = new Login(false, "");

  /** What was found; empty if it could not be told, or is none of the three ways. */
  static Optional<Login> of(Observed observed) {
    String user = Writing.seen(MailAccountRows.USERNAME, observed).orElse("");
    return observed
        .settings()
        .get(MailAccountRows.AUTH)
        .flatMap(reading -> reading.seen().known())
        .map(auth -> new Login(auth.equals(Authentication.WINDOWS), user));
  }

  /** Whether a credential holds the password. */
  boolean basic() {
    return !user.isEmpty();
  }

  /** The text of one of the three settings that speak of it. */
  String text(Property<?> row) {
    if (row.equals(MailAccountRows.AUTH)) {
      return word();
    }
    return row.equals(MailAccountRows.USERNAME) ? user : flag();
  }

  /** Whether SQL Server would take it. */
  boolean possible() {
    return !windows || user.isEmpty();
  }

  /** The word that a policy says. */
  String word() {
    if (windows) {
      return Authentication.WINDOWS;
    }
    return basic() ? Authentication.BASIC : Authentication.ANONYMOUS;
  }

  /** The flag as it is compared. */
  String flag() {
    return windows ? "1" : "0";
  }
}
