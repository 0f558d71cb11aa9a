package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.dialect.SqlSecret;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Text;

/**
 * How an account that is missing comes to be: whatever a new account has by itself is kept where
 * the policy accepts it.
 */
final class AccountCreationPlan {

  private static final int NAME_LENGTH = 128;

  /** What a new account has. */
  private static final Map<Property<?>, String> FRESH =
      Map.of(
          MailAccountRows.PORT, "25",
          MailAccountRows.ENABLE_SSL, "0",
          MailAccountRows.USE_DEFAULT_CREDENTIALS, "0",
          MailAccountRows.AUTH, AccountCredential.ANONYMOUS_WORD);

  private static final List<Property<Text>> REQUIRED =
      List.of(MailAccountRows.EMAIL_ADDRESS, MailAccountRows.MAILSERVER_NAME);

  private final Finding finding;
  private final String name;
  private final List<Statement<?>> statements;
  private final PasswordNames names;
  private final List<String> obstacles = new ArrayList<>();
  private final Map<Property<?>, String> values = new LinkedHashMap<>();
  private final WantedLogin login = new WantedLogin(AccountCredential.ANONYMOUS);

  AccountCreationPlan(Finding finding, FindingRepair.Create create, PasswordNames names) {
    this.finding = finding;
    this.name = create.address().name();
    this.statements = create.desired().statements();
    this.names = names;
  }

  AccountPlan plan() {
    AccountSql.settings().forEach(row -> values.put(row, FRESH.getOrDefault(row, "")));
    statements.forEach(this::take);
    REQUIRED.stream()
        .filter(row -> values.getOrDefault(row, "").isEmpty())
        .forEach(row -> obstacles.add("the policy states no " + row + " to write"));
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      obstacles.add("its name must have 1 to " + NAME_LENGTH + " characters");
    }
    TSql.refusal(name).ifPresent(obstacles::add);
    login.problem().ifPresentOrElse(obstacles::add, this::agree);
    return obstacles.isEmpty()
        ? new AccountPlan(Optional.of(step(login.result())), List.of())
        : new AccountPlan(
            Optional.empty(), List.of(new ByHand(finding, String.join("; ", obstacles))));
  }

  private <T> void take(Statement<T> statement) {
    Property<T> row = statement.property();
    Seen<T> fresh = row.read(Raw.text(FRESH.getOrDefault(row, "")));
    if (statement.wanted().accepts(fresh)) {
      return;
    }
    Fix<T> fix = statement.wanted().fix(fresh);
    Optional<String> obstacle =
        statement.remediation() == Remediation.BY_HAND
            ? Optional.of("not scripted unless 'remediation: script' is stated")
            : SettingTexts.obstacle(row, fix);
    if (obstacle.isPresent()) {
      obstacles.add(row + ": " + obstacle.get());
    } else if (!login.take(row, fix)) {
      values.put(row, SettingTexts.text(row, fix));
    }
  }

  /**
   * Also those lines about logging in that a new account meets by itself must be met at the end.
   */
  private void agree() {
    boolean met =
        statements.stream()
            .filter(statement -> AccountCredential.SETTINGS.contains(statement.property()))
            .allMatch(statement -> met(statement, login.result()));
    if (!met) {
      obstacles.add("the policy's lines about logging in contradict each other");
    }
  }

  private static <T> boolean met(Statement<T> statement, AccountCredential after) {
    Property<T> row = statement.property();
    return statement.wanted().accepts(row.read(Raw.text(after.text(row))));
  }

  private ScriptStep step(AccountCredential wanted) {
    values.put(MailAccountRows.USE_DEFAULT_CREDENTIALS, wanted.flag());
    values.put(MailAccountRows.USERNAME, wanted.user());
    SqlSecret secret = names.of(name);
    WholeAccount account = new WholeAccount(name, values, wanted, secret);
    List<String> cautions =
        wanted.basic() ? PasswordNames.cautions(secret, wanted.user()) : List.of();
    return new ScriptStep(
        finding.subject().address(),
        List.of(finding),
        ScriptPart.of(account.creation()),
        ScriptPart.of(account.removal()),
        cautions,
        List.of());
  }
}
