package org.relaycheck.kind.mailaccounts;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Text;

/**
 * What an account has for logging in at the mail server.
 *
 * @param windows whether it is to log in as the SQL Server service
 * @param user the user name, or nothing
 * @param secret whether a credential with a password is linked
 */
public record AccountCredential(boolean windows, String user, boolean secret) {

  /** The settings that speak of it and can be written. */
  public static final Set<Property<?>> SETTINGS =
      Set.of(
          MailAccountRows.AUTH, MailAccountRows.USE_DEFAULT_CREDENTIALS, MailAccountRows.USERNAME);

  public static final String ANONYMOUS_WORD = "anonymous";
  public static final String WINDOWS_WORD = "windows";
  public static final String BASIC_WORD = "basic";

  /** What no policy can want: the mail server refuses such a login. */
  static final String LOST_WORD = "basic-without-password";

  public static final AccountCredential ANONYMOUS = new AccountCredential(false, "");

  /** One that has a password if it has a user name. */
  public AccountCredential(boolean windows, String user) {
    this(windows, user, !user.isEmpty());
  }

  /** What was found, whole or not; empty if it was not read. */
  public static Optional<AccountCredential> seen(Observed observed) {
    Optional<Boolean> windows = flag(MailAccountRows.USE_DEFAULT_CREDENTIALS, observed);
    Optional<Boolean> secret = flag(MailAccountRows.CREDENTIAL, observed);
    Optional<String> user =
        observed
            .settings()
            .get(MailAccountRows.USERNAME)
            .filter(reading -> reading.seen().problem().isEmpty())
            .map(reading -> reading.raw().shown());
    return windows.isEmpty() || secret.isEmpty()
        ? Optional.empty()
        : user.map(name -> new AccountCredential(windows.get(), name, secret.get()));
  }

  private static Optional<Boolean> flag(Property<Boolean> row, Observed observed) {
    return observed
        .settings()
        .get(row)
        .map(Reading::seen)
        .filter(seen -> seen.problem().isEmpty())
        .map(seen -> seen.known().orElse(false));
  }

  /** What was found, if it is something that a script can start from. */
  public static Optional<AccountCredential> of(Observed observed) {
    return seen(observed).filter(login -> login.flaw().isEmpty() || login.lost());
  }

  /** As a rule sees it. */
  public static AccountCredential of(boolean windows, Optional<Text> user, boolean secret) {
    return new AccountCredential(windows, user.map(Text::spelling).orElse(""), secret);
  }

  /** Why it is none of the three ways to log in; empty if it is one. */
  public Optional<String> flaw() {
    if (windows && (named() || secret)) {
      return Optional.of(
          "it is to log in as the SQL Server service and still has "
              + (named() ? "a user name" : "a password")
              + ": clear one of the two");
    }
    if (windows || named() == secret) {
      return Optional.empty();
    }
    return Optional.of(
        named()
            ? "it has a user name and no password: the password was lost, so set it again"
            : "it has a password and no user name: set both again");
  }

  /** Whether it has a user name and no password any more. */
  public boolean lost() {
    return !windows && named() && !secret;
  }

  /** The same with the password that its user name needs. */
  public AccountCredential whole() {
    return new AccountCredential(windows, user);
  }

  public boolean named() {
    return !user.isEmpty();
  }

  /** Whether a credential holds the password for a user name. */
  public boolean basic() {
    return named() && secret;
  }

  /** The text of one of the three settings that speak of it. */
  public String text(Property<?> row) {
    if (row.equals(MailAccountRows.AUTH)) {
      return word();
    }
    return row.equals(MailAccountRows.USERNAME) ? user : flag();
  }

  /** Whether SQL Server would take it. */
  public boolean possible() {
    return !windows || user.isEmpty();
  }

  /** The word for the way. */
  public String word() {
    if (windows) {
      return WINDOWS_WORD;
    }
    if (lost()) {
      return LOST_WORD;
    }
    return basic() ? BASIC_WORD : ANONYMOUS_WORD;
  }

  /** The flag as it is compared. */
  public String flag() {
    return windows ? "1" : "0";
  }
}
