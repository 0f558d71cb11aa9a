package org.relaycheck.script.mailaccounts;

import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.state.expectation.Fix;

/**
 * What the policy wants of how an account logs in, which three settings speak of: they are changed
 * together or not at all.
 */
final class WantedLogin {

  private final AccountCredential before;
  private Optional<String> auth = Optional.empty();
  private Optional<String> user = Optional.empty();
  private Optional<Boolean> windows = Optional.empty();

  WantedLogin(AccountCredential before) {
    this.before = before;
  }

  /** Takes a fix that can be written, if it is about logging in. */
  <T> boolean take(Property<T> row, Fix<T> fix) {
    String text = SettingTexts.text(row, fix);
    if (row.equals(MailAccountRows.AUTH)) {
      auth = Optional.of(text);
    } else if (row.equals(MailAccountRows.USERNAME)) {
      user = Optional.of(text);
    } else if (row.equals(MailAccountRows.USE_DEFAULT_CREDENTIALS)) {
      windows = Optional.of(text.equals("1"));
    } else {
      return false;
    }
    return true;
  }

  /** What it comes to. A password is only dropped where the policy names the way or the user. */
  AccountCredential result() {
    boolean service =
        windows.or(() -> auth.map(AccountCredential.WINDOWS_WORD::equals)).orElse(before.windows());
    boolean named = auth.map(AccountCredential.BASIC_WORD::equals).orElse(true);
    return new AccountCredential(service, user.orElse(named ? before.user() : ""));
  }

  /** Why it cannot be written, as a clause; empty if it can. */
  Optional<String> problem() {
    AccountCredential after = result();
    if (!after.possible()) {
      return Optional.of(
          "a user name and the service's own account exclude each other; state 'auth'");
    }
    if (auth.isEmpty() || auth.get().equals(after.word())) {
      return Optional.empty();
    }
    return Optional.of(
        auth.get().equals(AccountCredential.BASIC_WORD) && after.user().isEmpty()
            ? "auth: basic needs a user name; state 'username' too"
            : "the policy's lines about logging in contradict each other");
  }
}
