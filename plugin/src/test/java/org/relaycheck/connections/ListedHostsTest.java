package org.relaycheck.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.policy.read.Desk;
import org.relaycheck.yaml.PolicyException;

class ListedHostsTest {

  private static final String CONNECTIONS =
      """
      defaults: {sqlserver: {credentials: sql-reader}}
      powershell: {org: {local: true}}
      hosts:
        file: lists/instances.csv
        EX01: {powershell: org}
      """;

  @TempDir private Path folder;

  @Test
  void a_list_of_sql_servers_needs_no_more_than_their_names() throws PolicyException {
    Connections read =
        read(
            """
            # ours
            SQL01

            sql02.corp.example\\Reporting
            sql03.corp.example,14330
            tcp:sql04.corp.example\\PAY
            """);

    assertThat(read.hosts().keySet())
        .containsExactly("SQL01", "SQL02\\REPORTING", "SQL03", "SQL04\\PAY", "EX01");
    assertThat(read.hosts().values().stream().limit(4).map(ListedHostsTest::told))
        .containsExactly(
            "SQL01",
            "sql02.corp.example\\Reporting",
            "sql03.corp.example,14330",
            "sql04.corp.example\\PAY");
    assertThat(host(read, "SQL03").place().toString()).endsWith("lists/instances.csv:5:1");
  }

  @Test
  void a_first_line_names_columns() throws PolicyException {
    Connections read =
        read(
            """
            host;sqlserver;port;auth;sendsFrom;powershell
            SQL01;sql01.corp.example;14330;integrated;10.0.4.11 10.0.7.1
            "SQL02\\PAY";
            EX02;;;;;org
            """);

    assertThat(told(host(read, "SQL01"))).isEqualTo("sql01.corp.example,14330");
    assertThat(Optional.ofNullable(read.surroundings().get("SQL01")).orElseThrow().sendsFrom())
        .hasValueSatisfying(
            from -> assertThat(from.spelled()).isEqualTo(List.of("10.0.4.11", "10.0.7.1")));
    assertThat(told(host(read, "SQL02\\PAY"))).isEqualTo("SQL02\\PAY");
    assertThat(host(read, "EX02").way()).isEqualTo(host(read, "EX01").way());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SQL01,14330,secret|1:13  this cell is in no column; name the columns in the first line",
        "\"SQL01|1:1  a quote has no end",
        "SQL01,x|1:7  'port': found 'x'; expected",
        "SQL01,99999|1:7  'port': found '99999'; expected a port from 1 to 65535",
        "SQL 01|1:1  is no SQL Server; expected its address",
        "host,prot@SQL01,1|1:6  'prot' is no column of its own; did you mean 'port'?",
        "host,password@SQL01,secret|1:6  'password' is no column of its own",
        "host,auth@SQL01,magic|2:7  'auth': found 'magic'; expected one of",
        "host,port@ ,14330|2:2  names no host",
        "SQL01@sql01.corp.example|2:1  host 'SQL01' is stated at lists/instances.csv:1:1 already",
        "EX01|host 'EX01' is stated at lists/instances.csv:1:1 already",
        "# nothing|1:1  lists no host"
      })
  void what_is_wrong_is_said_with_line_and_column(String lines, String problem) {
    Desk desk = Desk.in(folder).lay("lists/instances.csv", lines.replace("@", "\n"));

    String problems = desk.connectionProblems(CONNECTIONS);

    assertThat(problems).contains(problem).doesNotContain("secret");
    assertThat(problems.lines()).hasSize(1);
  }

  @Test
  void a_file_that_is_not_there_is_a_problem() {
    assertThat(Desk.in(folder).connectionProblems(CONNECTIONS))
        .contains("lists/instances.csv:1:1  there is no such file");
  }

  @Test
  void a_host_may_be_called_file() throws PolicyException {
    Desk desk = Desk.in(folder).lay("hosts.yaml", "hosts: {file: {recorded: a.xml}}\n");

    assertThat(new ConnectionsReader().read(desk.path("hosts.yaml")).hosts())
        .containsOnlyKeys("file");
  }

  private Connections read(String lines) throws PolicyException {
    Desk desk = Desk.in(folder).lay("hosts.yaml", CONNECTIONS).lay("lists/instances.csv", lines);
    return new ConnectionsReader().read(desk.path("hosts.yaml"));
  }

  private static HostConnection host(Connections read, String name) {
    return Optional.ofNullable(read.hosts().get(name)).orElseThrow();
  }

  private static String told(HostConnection host) {
    return ((HostWay.SqlServer) host.way()).toolAddress();
  }
}
