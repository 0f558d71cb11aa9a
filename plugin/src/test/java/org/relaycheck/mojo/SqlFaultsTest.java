package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.powershell.Leftovers;
import org.relaycheck.standin.network.Blow;
import org.relaycheck.standin.network.FaultyLine;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Encryption;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Script;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.standin.tds.TestCertificate;

/** A network that fails at every stage of a connection to a SQL Server, beside hosts that work. */
@Timeout(120)
class SqlFaultsTest {

  private static final long SEED = 20_261_124;
  private static final String PASSWORD = "only-for-tests";

  /** When the line strikes. */
  private enum Stage {
    SQL_PRELOGIN,
    SQL_PRELOGIN_LENGTH,
    SQL_TLS,
    SQL_TLS_CERTIFICATE,
    SQL_LOGIN,
    SQL_FIRST_BYTE,
    SQL_IN_A_ROW,
    SQL_BETWEEN_RESULTS,
    SQL_SOMEWHERE
  }

  @TempDir private Path folder;
  private final List<AutoCloseable> peers = new ArrayList<>();
  private final Map<Stage, FaultyLine> lines = new LinkedHashMap<>();
  private Set<Thread> before = Set.of();
  private Site site;
  private TestCertificate certificate;

  @BeforeEach
  void start() throws Exception {
    before = Thread.getAllStackTraces().keySet();
    site = new Site(folder);
    certificate = TestCertificate.create(folder, "localhost");
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable peer : peers) {
      peer.close();
    }
    assertThat(Leftovers.since(before)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Blow.class)
  void a_fault_at_any_stage_is_that_hosts_own_and_told_clearly(Blow blow) throws Exception {
    good("SQL01");
    for (Stage stage : Stage.values()) {
      faulty(stage, blow);
    }
    good("SQL99");
    long start = System.nanoTime();

    Map<String, HostAnswer> asked = site.answers(12);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    assertThat(asked.get("SQL01")).isInstanceOf(HostAnswer.Answered.class);
    assertThat(asked.get("SQL99")).isInstanceOf(HostAnswer.Answered.class);
    lines.forEach(
        (stage, line) -> {
          assertThat(line.struck()).as(stage + ", seed " + SEED).isTrue();
          Clear.assertClear(stage.name(), asked.get(stage.name()));
        });
    assertThat(((HostAnswer.Failed) asked.get("SQL_LOGIN")).why()).doesNotContain("refused");
  }

  private void good(String host) throws Exception {
    host(host, server((login, request) -> replies()).port(), "60s");
  }

  private void faulty(Stage stage, Blow blow) throws Exception {
    FaultyLine line = new FaultyLine(blow);
    peers.add(line);
    lines.put(stage, line.leadTo(server(new Striking(stage, line)).port()));
    switch (stage) {
      case SQL_PRELOGIN -> line.strikeAfter(0);
      case SQL_PRELOGIN_LENGTH -> line.strikeAfter(2);
      case SQL_TLS -> line.strikeAfter(60);
      case SQL_TLS_CERTIFICATE -> line.strikeAfter(300);
      case SQL_LOGIN, SQL_FIRST_BYTE, SQL_IN_A_ROW, SQL_BETWEEN_RESULTS, SQL_SOMEWHERE -> {}
    }
    host(stage.name(), line.port(), blow == Blow.KILL ? "60s" : "4s");
  }

  private TdsServer server(Script script) throws Exception {
    TdsServer server = TdsServer.start(Encryption.ON, certificate, script);
    peers.add(server);
    return server;
  }

  private void host(String name, int port, String deadline) throws IOException {
    site.server(name, "relay_reader", Optional.of(PASSWORD));
    site.host(
        name,
        "{server: SQL01, sqlserver: localhost, port: "
            + port
            + ", credentials: "
            + name
            + ", deadline: "
            + deadline
            + ", properties: {trustServerCertificate: 'true'}}");
  }

  /** The name, and result sets that fill several packets. */
  private static List<Reply> replies() {
    Rows facts = Rows.of(Column.text("fact"), Column.text("value")).row("ServerName", "SQL01");
    Rows question = Rows.of(Column.text("question")).row("mailAccounts");
    Rows accounts = Rows.of(Column.text("resource"), Column.text("description"));
    for (int i = 0; i < 100; i++) {
      accounts = accounts.row("Account " + i, "x".repeat(100));
    }
    return List.of(facts, question, accounts, Rows.of(Column.text("question")).row("mailProfiles"));
  }

  private record Striking(Stage stage, FaultyLine line) implements Script {

    @Override
    public List<Reply> greet(Login login) {
      if (stage == Stage.SQL_LOGIN) {
        line.strikeAfter(0);
      }
      return List.of();
    }

    @Override
    public List<Reply> answer(Login login, Request request) {
      switch (stage) {
        case SQL_PRELOGIN, SQL_PRELOGIN_LENGTH, SQL_TLS, SQL_TLS_CERTIFICATE, SQL_LOGIN -> {}
        case SQL_FIRST_BYTE -> line.strikeAfter(0);
        case SQL_IN_A_ROW -> line.strikeAfter(9_000);
        case SQL_BETWEEN_RESULTS -> line.strikeAfter(100);
        case SQL_SOMEWHERE -> line.strikeAfter(new Random(SEED).nextInt(12_000));
      }
      return replies();
    }
  }
}
