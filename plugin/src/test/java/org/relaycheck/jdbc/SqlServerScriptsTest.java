package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.drift.FailOn;
import org.relaycheck.drift.Outcome;
import org.relaycheck.engine.Ports;
import org.relaycheck.engine.Remediate;
import org.relaycheck.engine.Request;
import org.relaycheck.engine.ResourceTypes;
import org.relaycheck.live.Account;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.Progress;
import org.relaycheck.tsql.SqlCmd;

/**
 * What only a real SQL Server can tell of scripts: that it takes them, and that its procedures do
 * what the ones in memory do. The accounts that it makes have names of their own and are deleted.
 */
@EnabledIfEnvironmentVariable(
    named = "RELAY_SQLSERVER_URL",
    matches = ".+",
    disabledReason =
        "set RELAY_SQLSERVER_URL, _USER and _PASSWORD to run it against a SQL Server of your own")
class SqlServerScriptsTest {

  private static final String PASSWORD = "a password of O'Brien's";

  private final ContractServer server = ContractServer.ofEnvironment();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String open = "relay script 'open' " + mark;
  private final String signed = "relay script signed " + mark;
  private final String old = "relay script old " + mark;
  private final String made = "relay script made " + mark;

  @TempDir Path folder;

  @BeforeEach
  void make_accounts() throws SQLException {
    for (String account : List.of(open, old)) {
      add(account, "description", "made by a test");
    }
    add(signed, "username", "contract", "password", PASSWORD);
  }

  private void add(String account, Object... more) throws SQLException {
    Object[] all = {
      "account_name", account, "email_address", "a@example.com", "mailserver_name", "r.example.com"
    };
    Object[] parameters = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, parameters, all.length, more.length);
    server.run("sysmail_add_account_sp", parameters);
  }

  @AfterEach
  void delete_them() throws SQLException {
    for (String account : List.of(open, signed, old, made)) {
      boolean there = !accounts("a.name = N'" + account.replace("'", "''") + "'").isEmpty();
      if (there) {
        server.run("sysmail_delete_account_sp", "account_name", account);
      }
    }
  }

  @Test
  void mended_is_clean_twice_is_once_and_rolled_back_is_as_before() throws Exception {
    String before = mine();
    String credentials = credentials();
    Remediate.Result found = remediate();
    String remedy = found.files().get("remedy/SQL.sql");
    String rollback = found.files().get("rollback/SQL.sql");

    run(remedy);
    Outcome mended = remediate().run().outcome();
    String once = mine();
    run(remedy);
    String twice = mine();
    String after = credentials();
    run(rollback);

    assertThat(found.run().outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(found.byHand()).isEmpty();
    assertThat(mended).isEqualTo(Outcome.CLEAN);
    assertThat(twice).isEqualTo(once).isNotEqualTo(before);
    assertThat(mine()).isEqualTo(before);
    assertThat(after).contains(credentials);
    assertThat(credentials()).isEqualTo(credentials);
  }

  private Remediate.Result remediate() throws Exception {
    Files.writeString(folder.resolve("policy.yaml"), policy());
    Files.writeString(
        folder.resolve("relay-connections.yaml"), "hosts: {SQL: " + server.host() + "}\n");
    Optional<String> none = Optional.empty();
    Account account =
        new Account(Optional.of(server.user()), Optional.of(server.password()), none, none);
    Credentials all = id -> Optional.of(account);
    try (SqlServerSource live =
        new SqlServerSource(
            ResourceTypes.sqlQuestions(), all, new Admission(), InstantSource.system())) {
      return new Remediate(new Ports(live, Progress.silent(), "contract"))
          .run(
              new Request(
                  List.of(folder.resolve("policy.yaml")),
                  folder.resolve("relay-connections.yaml"),
                  List.of(),
                  FailOn.ERROR,
                  1,
                  Instant.now()));
    }
  }

  private String policy() {
    return """
        version: 1
        mailAccounts:
          "%s": {hosts: SQL, auth: windows, port: 2526, display_name: "$(x) 'y' \\u2019"}
          "%s": {hosts: SQL, port: 2526, enable_ssl: true}
          "%s": {hosts: SQL, state: absent}
          "%s": {hosts: SQL, email_address: b@example.com, mailserver_name: r.example.com,
                 timeout: 120, auth: basic, username: contract}
        """
        .formatted(open, signed, old, made);
  }

  /** As sqlcmd would, with a quote in a password written twice. */
  private void run(String script) throws SQLException {
    Map<String, String> variables = new TreeMap<>();
    Pattern.compile("\\$\\((password_\\w+)\\)")
        .matcher(script)
        .results()
        .forEach(found -> variables.put(found.group(1), PASSWORD.replace("'", "''")));
    for (String batch : SqlCmd.batches(script, variables)) {
      server.batch(batch);
    }
  }

  private String mine() throws SQLException {
    return accounts("a.name LIKE N'relay script % " + mark + "'");
  }

  /** Without the account's number, which a rollback cannot bring back. */
  private String accounts(String where) throws SQLException {
    return server.text(
        """
        SELECT ISNULL(CONVERT(nvarchar(max), (
          SELECT a.name, a.email_address, ISNULL(a.display_name, N'') AS d,
                 ISNULL(a.replyto_address, N'') AS r, ISNULL(a.description, N'') AS e,
                 s.servername, s.port, s.username, s.credential_id, s.use_default_credentials,
                 s.enable_ssl, s.timeout
            FROM msdb.dbo.sysmail_account AS a
            LEFT JOIN msdb.dbo.sysmail_server AS s ON s.account_id = a.account_id
           WHERE %s ORDER BY a.name FOR XML PATH)), N'')
        """
            .formatted(where));
  }

  /** The moment of the last change tells that no password was set again. */
  private String credentials() throws SQLException {
    return server.text(
        """
        SELECT ISNULL(CONVERT(nvarchar(max), (
          SELECT c.credential_id, c.name, c.credential_identity, c.modify_date
            FROM sys.credentials AS c ORDER BY c.credential_id FOR XML PATH)), N'')
        """);
  }
}
