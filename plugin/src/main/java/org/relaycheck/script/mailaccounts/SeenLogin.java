package org.relaycheck.script.mailaccounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.SqlPhrases;
import org.relaycheck.state.Observed;

/**
 * How an account logged in when it was read, to be asked before its password is sent elsewhere.
 *
 * @param login as it was read, or as that script left it
 * @param set when its password was set; empty if that is not known
 */
record SeenLogin(AccountCredential login, Optional<String> set) {

  /** What decides to whom a password is sent, and how. */
  static final Set<Property<?>> DESTINATION =
      Set.of(MailAccountRows.MAILSERVER_NAME, MailAccountRows.PORT, MailAccountRows.ENABLE_SSL);

  /** What was found; empty if it was not read whether there is a password. */
  static Optional<SeenLogin> of(Observed observed) {
    Optional<String> set =
        SettingTexts.seen(MailAccountRows.CREDENTIAL_SET, observed).filter(text -> !text.isEmpty());
    return AccountCredential.seen(observed).map(login -> new SeenLogin(login, set));
  }

  /** Why no script can compare it; empty if one can. */
  Optional<String> refusal() {
    return TSql.refusal(login.user()).or(() -> set.flatMap(TSql::refusal));
  }

  static boolean concerns(List<AccountChange.Value> values) {
    return values.stream().anyMatch(value -> DESTINATION.contains(value.row()));
  }

  /** Statements that stop where one of these values is to change and the login is another. */
  List<String> guard(List<AccountChange.Value> values) {
    String changes =
        values.stream()
            .map(AccountChange.Value::row)
            .filter(DESTINATION::contains)
            .map(row -> "@want_" + row + " <> @" + row)
            .collect(Collectors.joining(" OR "));
    return List.of(
        "IF (" + changes + ")",
        "   AND NOT (" + condition(login) + credential() + ")",
        SqlPhrases.raise(
            "how it logs in is not as it was, and the change would send its password elsewhere:"
                + " check again"));
  }

  private String credential() {
    return login.basic()
        ? "\n     AND EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id ="
            + " @credential"
            + " AND c.credential_identity = CONVERT(nvarchar(256), @username)"
            + set.map(when -> " AND CONVERT(nvarchar(30), c.modify_date, 126) = " + TSql.text(when))
                .orElse("")
            + ")"
        : "";
  }

  /** The condition that the account logs in exactly like this. */
  static String condition(AccountCredential login) {
    return "@username = "
        + SqlPhrases.bytes(login.user())
        + " AND @use_default_credentials = "
        + SqlPhrases.bytes(login.flag())
        + " AND @credential IS "
        + (login.secret() ? "NOT NULL" : "NULL");
  }
}
