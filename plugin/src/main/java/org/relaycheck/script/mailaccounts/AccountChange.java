package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.SqlSecret;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.SqlPhrases;

/**
 * The change of an account that is there, from one state to another.
 *
 * @param name the account's, exactly
 * @param values the settings that change, but how it logs in
 * @param seen how it logs in before; empty if no password can be sent elsewhere by the change
 * @param login how it logs in, if that changes
 * @param secret what will hold the password
 */
record AccountChange(
    String name,
    List<Value> values,
    Optional<SeenLogin> seen,
    Optional<Move> login,
    SqlSecret secret) {

  private static final String PROCEDURE = "sysmail_update_account_sp";

  /**
   * A setting with the text it has and the text it shall have.
   *
   * @param from as it was read, or as that script left it
   */
  record Value(Property<?> row, String from, String to) {
    Value back() {
      return new Value(row, to, from);
    }
  }

  /** From one way to log in to another. */
  record Move(AccountCredential from, AccountCredential to) {
    Move back() {
      return new Move(to, from);
    }

    /** Whether the credential itself is made, changed or dropped. */
    boolean touchesCredential() {
      return from.named() || to.named();
    }
  }

  AccountChange {
    values = List.copyOf(values);
  }

  /** The step in lines; where nothing is to change it only says so. */
  String sql() {
    if (values.isEmpty() && login.isEmpty()) {
      return "PRINT " + TSql.text(name + ": there is nothing that could be changed.") + ";\n";
    }
    List<String> body = new ArrayList<>(AccountSql.loadByName());
    body.addAll(AccountSql.seeCredential());
    body.add(AccountSql.keep());
    values.forEach(value -> body.addAll(compare(value)));
    login.ifPresent(move -> body.addAll(compare(move)));
    seen.ifPresent(before -> body.addAll(before.guard(values)));
    body.add("IF @changes > 0");
    body.add("BEGIN");
    List<String> act = new ArrayList<>(call());
    act.addAll(SqlPhrases.succeeded(PROCEDURE));
    act.addAll(AccountSql.loadById());
    login.ifPresent(move -> act.addAll(password(move)));
    act.addAll(AccountSql.verify("afterwards it is not as it should be; rolled back"));
    act.forEach(line -> body.add("  " + line));
    body.add("END");
    return SqlForm.transaction(MailAccountRows.CATALOGUE, name, body);
  }

  private static List<String> compare(Value value) {
    String row = value.row().name();
    return List.of(
        "SELECT @seen = "
            + SqlPhrases.bytes(value.from())
            + ", @want = "
            + SqlPhrases.bytes(value.to())
            + ",",
        "       @to_" + row + " = NULL;",
        "IF @" + row + " = @want",
        "  PRINT N'  " + row + " is already so.';",
        "ELSE IF @" + row + " = @seen",
        "  SELECT @want_" + row + " = @want, @changes = @changes + 1,",
        "         @to_" + row + " = CONVERT(nvarchar(256), @want);",
        "ELSE",
        SqlPhrases.raise(row + " is neither as it was nor as it is wanted: check again"));
  }

  private List<String> compare(Move move) {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT @login = 0, @secret = NULL;");
    sql.add("IF " + SeenLogin.condition(move.to()));
    sql.add("  PRINT N'  how it logs in is already so.';");
    sql.add("ELSE IF " + SeenLogin.condition(move.from()));
    sql.add("BEGIN");
    if (move.to().basic()) {
      secret
          .guarded("@secret", "@digits", AccountSql.PASSWORD_LENGTH)
          .forEach(line -> sql.add("  " + line));
    }
    sql.add("  SELECT @login = 1, @changes = @changes + 1,");
    sql.add("         @want_username = " + SqlPhrases.bytes(move.to().user()) + ",");
    sql.add("         @want_use_default_credentials = " + SqlPhrases.bytes(move.to().flag()) + ";");
    sql.add("  SELECT @to_username = CONVERT(nvarchar(256), @want_username),");
    sql.add("         @to_use_default_credentials = " + move.to().flag() + ";");
    sql.add("END");
    sql.add("ELSE");
    sql.add(
        SqlPhrases.raise("how it logs in is neither as it was nor as it is wanted: check again"));
    return sql;
  }

  private List<String> call() {
    String others =
        values.stream()
            .map(value -> ", @" + value.row() + " = @to_" + value.row())
            .collect(Collectors.joining());
    String start = "EXEC @rc = msdb.dbo." + PROCEDURE + " @account_id = @id" + others;
    String kept = start + ", @no_credential_change = 1;";
    if (login.isEmpty()) {
      return List.of("SET @rc = NULL;", kept);
    }
    return List.of(
        "SET @rc = NULL;", "IF @login = 1", "  " + start + login(login.get()), "ELSE", "  " + kept);
  }

  private static String login(Move move) {
    String flag = ", @use_default_credentials = @to_use_default_credentials";
    if (!move.touchesCredential()) {
      return flag + ", @no_credential_change = 1;";
    }
    return move.to().basic()
        ? flag + ", @username = @to_username, @password = @secret;"
        : flag + ";";
  }

  /** The new credential's number is SQL Server's affair, that there is one is not. */
  private static List<String> password(Move move) {
    List<String> sql = new ArrayList<>(List.of("IF @login = 1", "BEGIN"));
    (move.to().basic() ? AccountSql.requirePassword() : AccountSql.requireNoPassword())
        .forEach(line -> sql.add("  " + line));
    sql.add("  SELECT @want_credential = @credential, @secret = NULL;");
    sql.add("END");
    return sql;
  }
}
