package org.relaycheck.resource.mailaccounts;

import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Binding.Others;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/**
 * How an account logs in at the mail server, made of the flag for the service's own account, the
 * user name and the credential that holds the password.
 */
final class Authentication {

  static final String ANONYMOUS = "anonymous";
  static final String WINDOWS = "windows";
  static final String BASIC = "basic";

  private Authentication() {}

  /** One of the three words, or unread where the account is none of the three. */
  static Raw told(Others settings) {
    Seen<Boolean> windows = settings.seen(MailAccountRows.USE_DEFAULT_CREDENTIALS);
    Seen<?> user = settings.seen(MailAccountRows.USERNAME);
    Seen<Boolean> credential = settings.seen(MailAccountRows.CREDENTIAL);
    Optional<String> unknown =
        List.of(windows.problem(), user.problem(), credential.problem()).stream()
            .flatMap(Optional::stream)
            .findFirst();
    if (unknown.isPresent()) {
      return new Raw.Unread("how it logs in cannot be told: " + unknown.get());
    }
    boolean named = user.known().isPresent();
    boolean secret = credential.known().orElse(false);
    return windows.known().orElse(false) ? windows(named, secret) : named(named, secret);
  }

  private static Raw windows(boolean named, boolean secret) {
    return named || secret
        ? new Raw.Unread(
            "it is to log in as the SQL Server service and still has "
                + (named ? "a user name" : "a password")
                + ": clear one of the two")
        : Raw.text(WINDOWS);
  }

  private static Raw named(boolean named, boolean secret) {
    if (named == secret) {
      return Raw.text(named ? BASIC : ANONYMOUS);
    }
    return new Raw.Unread(
        named
            ? "it has a user name and no password: the password was lost, so set it again"
            : "it has a password and no user name: set both again");
  }
}
