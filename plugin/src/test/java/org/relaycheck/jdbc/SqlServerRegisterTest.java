package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.facts;
import static org.relaycheck.jdbc.Instance.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.state.Place;

/** The servers of a central management server, asked through the real driver. */
@Timeout(30)
class SqlServerRegisterTest {

  @Test
  void registered_servers_are_listed_by_the_names_that_were_typed() throws Exception {
    Scenario scenario =
        Instance.answers(
            rows("server").row("sql02.corp.example,14330").row("SQL03\\PAY"),
            rows("group").row("Prod"));

    assertThat(registered(scenario, Optional.empty()))
        .isEqualTo(new RegisteredServers.Listed(List.of("sql02.corp.example,14330", "SQL03\\PAY")));
  }

  @Test
  void the_question_is_a_constant_and_the_group_is_a_parameter() throws Exception {
    Reply[] listed = {rows("server").row("SQL02"), rows("group").row("Prod")};
    try (TdsServer server = TdsServer.start(Instance.answers(listed))) {

      registered(server, Optional.of("Prod'; DROP"));
      registered(server, Optional.empty());

      List<Request> asked =
          server.requests().stream().filter(one -> one.sql().contains("@group")).toList();
      assertThat(asked).hasSize(2);
      assertThat(asked.get(0).sql()).isEqualTo(asked.get(1).sql()).doesNotContain("DROP");
      List<Object> none = new ArrayList<>();
      none.add(null);
      assertThat(asked.get(0).parameters()).isEqualTo(List.of("Prod'; DROP"));
      assertThat(asked.get(1).parameters()).isEqualTo(none);
    }
  }

  @Test
  void a_group_that_is_not_there_is_told_with_those_that_are() throws Exception {
    Scenario scenario =
        Instance.answers(rows("server"), rows("group").row("Production").row("Test"));

    assertThat(registered(scenario, Optional.of("Prod")))
        .isEqualTo(
            new RegisteredServers.Unread(
                "SQL01 lists no SQL Server in a group 'Prod'; its groups are Production, Test",
                "correct 'group', or register the servers there"));
  }

  @Test
  void a_login_that_may_not_see_them_is_told_what_would_help() throws Exception {
    Scenario scenario = Instance.answers(rows("unread").row("this login may not see them"));

    assertThat(registered(scenario, Optional.empty()))
        .isInstanceOfSatisfying(
            RegisteredServers.Unread.class,
            unread -> {
              assertThat(unread.why()).isEqualTo("SQL01: this login may not see them");
              assertThat(unread.fix()).contains("ServerGroupReaderRole");
            });
  }

  @Test
  void a_refused_login_another_server_and_silence_are_no_empty_list() throws Exception {
    Scenario refused = Scenario.empty().onLogin(Failure.loginFailed("relay_reader"));
    Scenario other = Scenario.empty().on("SET NOCOUNT ON", facts("SQL99"), rows("server"));

    assertThat(why(refused)).contains("the login is refused");
    assertThat(why(other)).contains("the server SQL99, not");
    assertThat(why(Instance.answers())).contains("did not answer the question");
  }

  @Test
  void a_record_registers_nobody() throws Exception {
    HostConnection recorded =
        new HostConnection(
            "SQL01",
            "SQL01",
            new HostWay.Recorded(Path.of("SQL01.xml")),
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));

    try (SqlServerSource source = Instance.source()) {
      assertThat(new SqlServerRegister(source).registered(recorded, Optional.empty()))
          .isInstanceOf(RegisteredServers.Unread.class);
    }
  }

  @Test
  void the_question_only_reads() {
    String bare = Pattern.compile("N'(?:[^']|'')*'").matcher(RegisterInquiry.SQL).replaceAll("N");

    assertThat(bare)
        .doesNotContainPattern(
            "(?i)\\b(?:insert|update|delete|merge|exec|execute|alter|create|drop|into|waitfor)\\b")
        .doesNotContain("'");
    assertThat(RegisterInquiry.SQL.chars().filter(unit -> unit == '?').count()).isEqualTo(1);
  }

  private static String why(Scenario scenario) throws Exception {
    return ((RegisteredServers.Unread) registered(scenario, Optional.empty())).why();
  }

  private static RegisteredServers registered(Scenario scenario, Optional<String> group)
      throws Exception {
    try (TdsServer server = TdsServer.start(scenario)) {
      return registered(server, group);
    }
  }

  private static RegisteredServers registered(TdsServer server, Optional<String> group)
      throws Exception {
    try (SqlServerSource source = Instance.source()) {
      return new SqlServerRegister(source)
          .registered(Instance.connection(Instance.way(server)), group);
    }
  }
}
