package org.relaycheck.kind.mailaccounts;

import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Binding.Others;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Text;

/**
 * How an account logs in at the mail server, made of the flag for the service's own account, the
 * user name and the credential that holds the password.
 */
final class MailAuthentication {

  private MailAuthentication() {}

  /** The word for the way, or unread where the account is none of them. */
  static Raw told(Others settings) {
    Seen<Boolean> windows = settings.seen(MailAccountRows.USE_DEFAULT_CREDENTIALS);
    Seen<Text> user = settings.seen(MailAccountRows.USERNAME);
    Seen<Boolean> credential = settings.seen(MailAccountRows.CREDENTIAL);
    Optional<String> unknown =
        List.of(windows.problem(), user.problem(), credential.problem()).stream()
            .flatMap(Optional::stream)
            .findFirst();
    if (unknown.isPresent()) {
      return new Raw.Unread(unknown.get());
    }
    AccountCredential login =
        AccountCredential.of(
            windows.known().orElse(false), user.known(), credential.known().orElse(false));
    return login.lost()
        ? Raw.text(login.word())
        : login.flaw().<Raw>map(Raw.Unread::new).orElseGet(() -> Raw.text(login.word()));
  }
}
