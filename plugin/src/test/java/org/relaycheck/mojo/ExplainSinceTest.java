package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;

/** The goal against a SQL Server: its mail log, and its settings, with one login each. */
@Timeout(60)
class ExplainSinceTest {

  @TempDir private Path folder;

  private final Told told = new Told();

  @Test
  void the_mail_log_is_read_and_explained() throws Exception {
    Rows log =
        rows("log", "type", "at", "account", "text")
            .row(
                "12",
                "error",
                "2026-11-23T06:12:30.123",
                null,
                "The mail could not be sent to the recipients because of the mail server failure."
                    + " (Sending Mail using Account 3 (2026-11-23T06:12:00). Exception Message:"
                    + " Cannot send mails to mail server. (Mailbox unavailable. The server response"
                    + " was: 5.7.1 Unable to relay for kim@example.org).\n)");
    Rows accounts = rows("account", "name").row("3", "Bulk");
    Rows name = rows("fact", "value").row("ServerName", "SQL01");
    Scenario scenario =
        Scenario.empty().on("@since", name, log, accounts).on("SET NOCOUNT ON", name);
    try (TdsServer server = TdsServer.start(scenario)) {
      Vault vault = new Vault();
      ExplainMojo explain = new ExplainMojo(vault);
      MojoExtension.setVariableValueToObject(explain, "since", "7d");

      Optional<?> failure = site(server, vault).run(explain, told);

      assertThat(failure).isEmpty();
      assertThat(told.lines())
          .anyMatch(line -> line.matches("info +2026-11-23 +SQL01.Bulk +relay-denied +1"))
          .anyMatch(line -> line.startsWith("info 1. the connector that answers has no right to"))
          .anyMatch(line -> line.contains("SQL01, mailAccounts: the server did not answer"));
      assertThat(folder.resolve("out/explain.md")).content().contains("SQL01 log 12");
      assertThat(server.logins()).hasSize(2);
    }
  }

  @Test
  void what_the_last_run_said_does_not_stay_when_this_one_cannot_answer() throws Exception {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/explain.md"), "old");
    try (TdsServer server = TdsServer.start(Scenario.empty())) {
      Vault vault = new Vault();
      ExplainMojo explain = new ExplainMojo(vault);
      MojoExtension.setVariableValueToObject(explain, "since", "some days");

      Optional<?> failure = site(server, vault).run(explain, told);

      assertThat(failure).isPresent();
      assertThat(folder.resolve("out/explain.md")).doesNotExist();
      assertThat(server.logins()).isEmpty();
    }
  }

  private Site site(TdsServer server, Vault vault) {
    String host =
        "{sqlserver: localhost, port: "
            + server.port()
            + ", credentials: sql, properties: {encrypt: optional}}";
    return new Site(folder)
        .server("sql", "relay_reader", Optional.of(vault.keep("s3cret!")))
        .host("SQL01", host);
  }

  private static Rows rows(String... columns) {
    Column[] all = new Column[columns.length];
    for (int i = 0; i < columns.length; i++) {
      all[i] = Column.text(columns[i]);
    }
    return Rows.of(all);
  }
}
