package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.SqlSecret;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.SqlPhrases;

/**
 * An account that is to be made or removed as a whole.
 *
 * @param name the account's, exactly
 * @param values every setting's text; empty text for nothing
 * @param login how it logs in, which the values say too
 * @param secret what will hold the password when it is made
 */
record WholeAccount(
    String name, Map<Property<?>, String> values, AccountCredential login, SqlSecret secret) {

  private static final String ADD = "sysmail_add_account_sp";
  private static final String UPDATE = "sysmail_update_account_sp";
  private static final String DELETE = "sysmail_delete_account_sp";

  WholeAccount {
    values = new LinkedHashMap<>(values);
  }

  /** The step that makes it, in lines; an account that is there already must be as wanted. */
  String creation() {
    List<String> body = new ArrayList<>();
    body.add(wanted());
    body.addAll(AccountSql.count());
    body.add("IF @found = 0");
    body.add("BEGIN");
    add().forEach(line -> body.add("  " + line));
    body.add("END");
    body.addAll(AccountSql.loadByName());
    body.addAll(login.basic() ? AccountSql.requirePassword() : AccountSql.requireNoPassword());
    body.add("SET @want_credential = @credential;");
    body.addAll(AccountSql.verify("an account of this name is there and is not as it is wanted"));
    return SqlForm.transaction(MailAccountRows.CATALOGUE, name, body);
  }

  private List<String> add() {
    List<String> sql = new ArrayList<>();
    if (login.basic()) {
      sql.addAll(secret.guarded("@secret", "@digits", AccountSql.PASSWORD_LENGTH));
    }
    sql.add(given());
    sql.add("SELECT @rc = NULL, @id = NULL;");
    sql.add(
        "EXEC @rc = msdb.dbo."
            + ADD
            + " @account_name = @name"
            + values.keySet().stream()
                .filter(this::added)
                .map(WholeAccount::argument)
                .collect(Collectors.joining())
            + (login.basic() ? ", @password = @secret" : "")
            + ", @account_id = @id OUTPUT;");
    sql.addAll(SqlPhrases.succeeded(ADD));
    if (has(MailAccountRows.TIMEOUT)) {
      sql.add("SET @rc = NULL;");
      sql.add(
          "EXEC @rc = msdb.dbo."
              + UPDATE
              + " @account_id = @id, @timeout = @to_timeout, @no_credential_change = 1;");
      sql.addAll(SqlPhrases.succeeded(UPDATE));
    }
    sql.add("SELECT @changes = 1, @secret = NULL;");
    return sql;
  }

  /** What the adding procedure takes; a time-out it does not. */
  private boolean added(Property<?> row) {
    return !row.equals(MailAccountRows.TIMEOUT) && has(row);
  }

  private boolean has(Property<?> row) {
    return !values.getOrDefault(row, "").isEmpty();
  }

  private static String argument(Property<?> row) {
    return ", @" + row + " = @to_" + row;
  }

  private String given() {
    return values.keySet().stream()
        .filter(this::has)
        .map(row -> "@to_" + row + " = CONVERT(nvarchar(256), @want_" + row + ")")
        .collect(Collectors.joining(", ", "SELECT ", ";"));
  }

  private String wanted() {
    return values.entrySet().stream()
        .map(value -> "@want_" + value.getKey() + " = " + SqlPhrases.bytes(value.getValue()))
        .collect(Collectors.joining(",\n         ", "SELECT ", ";"));
  }

  /** The step that removes it, in lines; one that is gone already is as wanted. */
  String removal() {
    List<String> act = new ArrayList<>(AccountSql.loadByName());
    act.addAll(AccountSql.seeCredential());
    act.add(wanted());
    act.addAll(login.basic() ? AccountSql.requirePassword() : AccountSql.requireNoPassword());
    act.add("SET @want_credential = @credential;");
    act.addAll(AccountSql.verify("it is not as it was: check again"));
    act.add(
        "IF EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profileaccount AS p WITH (UPDLOCK, HOLDLOCK)");
    act.add("            WHERE p.account_id = @id)");
    act.add(
        SqlPhrases.raise("a profile still sends through it: take it out of its profiles first"));
    act.add("SET @rc = NULL;");
    act.add("EXEC @rc = msdb.dbo." + DELETE + " @account_id = @id;");
    act.addAll(SqlPhrases.succeeded(DELETE));
    act.add("IF EXISTS (SELECT 1 FROM msdb.dbo.sysmail_account AS a WHERE a.account_id = @id)");
    act.add(
        "   OR EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = @credential)");
    act.add(SqlPhrases.raise("the account or its password is still there; rolled back"));
    act.add("SET @changes = 1;");
    List<String> body = new ArrayList<>(AccountSql.count());
    body.add("IF @found > 0");
    body.add("BEGIN");
    act.forEach(line -> body.add("  " + line));
    body.add("END");
    return SqlForm.transaction(MailAccountRows.CATALOGUE, name, body);
  }
}
