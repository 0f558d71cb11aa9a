package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.Remediation;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.standin.tsql.SqlCmd;

/**
 * What only a real SQL Server can tell of scripts: that it takes them, and that its procedures do
 * what the ones in memory do. What it makes has names of its own and is deleted; the one parameter
 * that it changes is put back.
 */
@EnabledIfEnvironmentVariable(
    named = "RELAY_SQLSERVER_URL",
    matches = ".+",
    disabledReason =
        "set RELAY_SQLSERVER_URL, _USER and _PASSWORD to run it against a SQL Server of your own")
class SqlServerScriptsTest {

  private static final String PASSWORD = "a password of O'Brien's";
  private static final String ATTEMPTS =
      """
      SELECT paramvalue FROM msdb.dbo.sysmail_configuration
       WHERE paramname = N'AccountRetryAttempts'
      """;

  private final ContractServer server = ContractServer.ofEnvironment();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String open = "relay script 'open' " + mark;
  private final String signed = "relay script signed " + mark;
  private final String old = "relay script old " + mark;
  private final String made = "relay script made " + mark;
  private final String profile = "relay script 'profile' " + mark;
  private final String newProfile = "relay script new profile " + mark;
  private final String erp = "relay script erp " + mark;
  private final String crm = "relay script crm " + mark;

  private int attempts;

  @TempDir Path folder;

  @BeforeEach
  void make_accounts() throws SQLException {
    for (String account : List.of(open, old)) {
      add(account, "description", "made by a test");
    }
    add(signed, "username", "contract", "password", PASSWORD);
    attempts = Integer.parseInt(server.text(ATTEMPTS).strip());
    server.run("sysmail_add_profile_sp", "profile_name", profile, "description", "by a test");
    link(old, 1);
    link(open, 2);
    for (String user : List.of(erp, crm)) {
      server.batch("USE msdb; CREATE USER [" + user + "] WITHOUT LOGIN;");
    }
    server.run(
        "sysmail_add_principalprofile_sp",
        "profile_name",
        profile,
        "principal_name",
        erp,
        "is_default",
        1);
  }

  private void link(String account, int number) throws SQLException {
    server.run(
        "sysmail_add_profileaccount_sp",
        "profile_name",
        profile,
        "account_name",
        account,
        "sequence_number",
        number);
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
    server.run(
        "sysmail_configure_sp",
        "parameter_name",
        "AccountRetryAttempts",
        "parameter_value",
        String.valueOf(attempts));
    for (String one : List.of(profile, newProfile)) {
      if (!profiles("p.name = N'" + one.replace("'", "''") + "'").isEmpty()) {
        server.run("sysmail_delete_profile_sp", "profile_name", one);
      }
    }
    for (String user : List.of(erp, crm)) {
      server.batch("USE msdb; IF USER_ID(N'" + user + "') IS NOT NULL DROP USER [" + user + "];");
    }
    for (String account : List.of(open, signed, old, made)) {
      boolean there = !accounts("a.name = N'" + account.replace("'", "''") + "'").isEmpty();
      if (there) {
        server.run("sysmail_delete_account_sp", "account_name", account);
      }
    }
  }

  @Test
  void fixed_is_clean_twice_is_once_and_rolled_back_is_as_before() throws Exception {
    String before = mine();
    String credentials = credentials();
    Remediation found = remediate();
    String fix = found.files().get("SQL.sql");
    String rollback = found.files().get("rollback/SQL.sql");

    run(fix);
    Outcome fixed = remediate().run().outcome();
    String once = mine();
    run(fix);
    String twice = mine();
    String after = credentials();
    run(rollback);

    assertThat(found.run().outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(found.byHand()).isEmpty();
    assertThat(fixed).isEqualTo(Outcome.CLEAN);
    assertThat(twice).isEqualTo(once).isNotEqualTo(before);
    assertThat(mine()).isEqualTo(before);
    assertThat(after).contains(credentials);
    assertThat(credentials()).isEqualTo(credentials);
  }

  private Remediation remediate() throws Exception {
    Files.writeString(folder.resolve("policy.yaml"), policy());
    Files.writeString(
        folder.resolve("relay-connections.yaml"), "hosts: {SQL: " + server.host() + "}\n");
    Optional<String> none = Optional.empty();
    LoginAccount account =
        new LoginAccount(Optional.of(server.user()), Optional.of(server.password()), none, none);
    Credentials all = id -> Optional.of(account);
    try (SqlServerSource live =
        new SqlServerSource(
            ResourceKinds.sqlQuestions(), all, new LoginGate(), InstantSource.system())) {
      return Remediation.of(
          new GoalPorts(live, SurveyProgress.silent(), "contract"),
          new GoalRequest(
              new GoalRequest.Paths(
                  List.of(folder.resolve("policy.yaml")), folder.resolve("relay-connections.yaml")),
              List.of(),
              FailOn.ERROR,
              1,
              Instant.now()),
          folder);
    }
  }

  private String policy() {
    return """
    version: 1
    mailAccounts:
      "%1$s": {hosts: SQL, auth: windows, port: 2526, display_name: "$(x) 'y' \\u2019"}
      "%2$s": {hosts: SQL, port: 2526, enable_ssl: true}
      "%3$s": {hosts: SQL, state: absent}
      "%4$s": {hosts: SQL, email_address: b@example.com, mailserver_name: r.example.com,
             timeout: 120, auth: basic, username: contract}
    mailProfiles:
      "%5$s": {hosts: SQL, description: "$(x) 'y' \\u2019", accounts: ["%4$s", "%1$s"],
               grants: ["%7$s", public], default_for: []}
      "%6$s": {hosts: SQL, accounts: ["%1$s"], grants: ["%8$s"], default_for: ["%8$s"]}
    mailSettings:
      Database Mail: {hosts: SQL, AccountRetryAttempts: %9$d}
    """
        .formatted(open, signed, old, made, profile, newProfile, crm, erp, attempts + 1);
  }

  @Test
  void a_password_that_is_given_as_it_is_stops_and_no_part_of_it_is_told() throws Exception {
    String fix = remediate().files().get("SQL.sql");

    assertThatThrownBy(() -> run(fix, "Xq'Zw"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("0x and four hexadecimal digits")
        .hasMessageNotContainingAny("Xq", "Zw");
  }

  private void run(String script) throws SQLException {
    run(script, SqlCmd.hex(PASSWORD));
  }

  /** As sqlcmd would, each password in the form that the script asks for. */
  private void run(String script, String password) throws SQLException {
    Map<String, String> variables = new TreeMap<>();
    Pattern.compile("\\$\\((password_hex_\\w+)\\)")
        .matcher(script)
        .results()
        .forEach(found -> variables.put(found.group(1), password));
    variables.put("AllowNarrowing", "yes");
    variables.put("AllowWidening", "yes");
    for (String batch : SqlCmd.batches(script, variables)) {
      server.batch(batch);
    }
  }

  private String mine() throws SQLException {
    return accounts("a.name LIKE N'relay script % " + mark + "'")
        + profiles("p.name LIKE N'relay script % " + mark + "'")
        + server.text(ATTEMPTS);
  }

  /** Without their numbers. */
  private String profiles(String where) throws SQLException {
    return server.text(
        """
        SELECT ISNULL(CONVERT(nvarchar(max), (
          SELECT p.name, p.description,
                 (SELECT a.name, l.sequence_number
                    FROM msdb.dbo.sysmail_profileaccount AS l
                    JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
                   WHERE l.profile_id = p.profile_id ORDER BY a.name FOR XML PATH, TYPE),
                 (SELECT g.principal_sid, g.is_default
                    FROM msdb.dbo.sysmail_principalprofile AS g
                   WHERE g.profile_id = p.profile_id ORDER BY g.principal_sid FOR XML PATH, TYPE)
            FROM msdb.dbo.sysmail_profile AS p
           WHERE %s ORDER BY p.name FOR XML PATH)), N'')
        """
            .formatted(where));
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
