package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;

/** Hosts that a central management server lists are asked like those of the file. */
@Timeout(60)
class RegisteredServersTest {

  private final Told told = new Told();

  @TempDir private Path folder;

  @Test
  void what_is_listed_is_asked() throws Exception {
    Scenario lists =
        answers(rows("server").row("sql02.invalid,14330").row("SQL01"), rows("group").row("Prod"));
    try (TdsServer server = TdsServer.start(lists)) {

      run(server);

      assertThat(told.lines())
          .contains("info registered SQL Servers: 2")
          .anyMatch(line -> line.startsWith("error SQL02: SQL Server sql02.invalid"))
          .anyMatch(line -> line.startsWith("error SQL01: SQL Server localhost"))
          .noneMatch(line -> line.contains("a list of servers"));
    }
  }

  @Test
  void a_list_that_may_not_be_seen_is_a_host_that_cannot_be_read() throws Exception {
    try (TdsServer server = TdsServer.start(answers(rows("unread").row("may not see them")))) {

      run(server);

      assertThat(told.lines())
          .contains("error registered servers of SQL01: a list of servers")
          .anyMatch(line -> line.endsWith("SQL01: may not see them"))
          .anyMatch(line -> line.contains("ServerGroupReaderRole"));
    }
  }

  private void run(TdsServer server) throws Exception {
    String host =
        "{sqlserver: localhost, port: "
            + server.port()
            + ", credentials: sql, properties: {encrypt: optional}}";
    Vault vault = new Vault();
    Site site =
        new Site(folder)
            .server("sql", "relay_reader", Optional.of(vault.keep("s3cret!")))
            .host("SQL01", host)
            .host("registeredServers", "SQL01\ndefaults: {sqlserver: {credentials: sql}}");
    site.run(new DoctorMojo(vault), told);
  }

  private static Scenario answers(Rows... rows) {
    Rows name = rows("fact", "value").row("ServerName", "SQL01");
    List<Reply> all = new ArrayList<>(List.of(name));
    all.addAll(List.of(rows));
    return Scenario.empty().on("@group", all.toArray(Reply[]::new)).on("SET NOCOUNT ON", name);
  }

  private static Rows rows(String... columns) {
    return Rows.of(Arrays.stream(columns).map(Column::text).toArray(Column[]::new));
  }
}
