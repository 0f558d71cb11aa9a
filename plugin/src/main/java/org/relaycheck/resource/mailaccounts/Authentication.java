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
    LoginState state =
        new LoginState(
            windows.known().orElse(false),
            user.known().isPresent(),
            credential.known().orElse(false));
    return state.flaw().<Raw>map(Raw.Unread::new).orElseGet(() -> Raw.text(state.way()));
  }
}
