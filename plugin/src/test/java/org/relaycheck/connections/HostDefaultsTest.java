package org.relaycheck.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.HostWay.Auth;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.policy.read.Desk;
import org.relaycheck.yaml.PolicyException;

class HostDefaultsTest {

  private static final String SQL =
      """
      defaults:
        sqlserver: {credentials: all-reader, auth: ntlm, port: 14330, deadline: 90s,
                    properties: {encrypt: strict, realm: CORP}}
      hosts:
        SQL01: {sqlserver: sql01.corp.example%s}
      """;

  private static final String SHELL =
      """
      defaults:
        powershell: {credentials: all-reader, port: 2222, knownHosts: keys, endpoint: 'http://ex01.corp.example/'}
      powershell:
        org: {%s}
      hosts:
        EX01: {powershell: org}
      """;

  @TempDir private Path folder;

  @Test
  void a_sql_server_takes_what_it_does_not_state() throws PolicyException {
    assertThat(sql(", deadline: 1m, properties: {realm: LAB}"))
        .isEqualTo(
            new HostWay.SqlServer(
                "sql01.corp.example",
                Optional.of(14330),
                new HostWay.Login(Auth.NTLM, Optional.of("all-reader")),
                Map.of(SqlProperty.ENCRYPT, "strict", SqlProperty.REALM, "LAB"),
                Optional.of(Duration.ofMinutes(1))));
  }

  @Test
  void an_instance_has_no_port_of_all() throws PolicyException {
    assertThat(sql(", instance: REPORTING").port()).isEmpty();
  }

  @Test
  void who_states_how_to_log_in_states_with_what() throws PolicyException {
    assertThat(sql(", auth: integrated").login())
        .isEqualTo(new HostWay.Login(Auth.INTEGRATED, Optional.empty()));
    assertThat(Desk.in(folder).connectionProblems(SQL.formatted(", auth: sql")))
        .contains("hosts.yaml:5:10  this login needs 'credentials'");
  }

  @Test
  void a_shell_takes_what_it_does_not_state() throws PolicyException {
    PowerShellWay way = shell("ssh: mgmt01.corp.example, port: 22");

    PowerShellWay.Ssh ssh = (PowerShellWay.Ssh) way.reach();
    assertThat(ssh.port()).contains(22);
    assertThat(ssh.credentials()).contains("all-reader");
    assertThat(ssh.keys()).contains(new PowerShellWay.KnownHosts(folder.resolve("keys")));
    assertThat(way.session()).isPresent();
  }

  @Test
  void a_local_shell_takes_only_what_it_may_state() throws PolicyException {
    PowerShellWay way = shell("local: true");

    assertThat(way.reach()).isEqualTo(new PowerShellWay.Local(Optional.of("all-reader")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh: mgmt01.corp.example, user: reader",
        "ssh: mgmt01.corp.example, user: reader, fetch: 'C:/EX01.xml', hostKey: 'SHA256:abc'"
      })
  void a_shell_with_a_user_or_another_session_is_left_alone(String stated) throws PolicyException {
    assertThat(shell(stated).credentials()).isEmpty();
  }

  @Test
  void what_is_wrong_is_said_once_for_all_hosts() {
    String text = SQL.formatted("}\n  SQL02: {sqlserver: sql02.corp.example");

    String problems = Desk.in(folder).connectionProblems(text.replace("14330", "0"));

    assertThat(problems.lines()).hasSize(1);
    assertThat(problems).contains("hosts.yaml:2:58  'port': found '0'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{sqlsrver: {port: 1}}|'sqlsrver' is not a key of 'defaults'; did you mean 'sqlserver'?",
        "{sqlserver: {instance: A}}|'instance' is not a key of the defaults of sqlserver",
        "{sqlserver: {password: x}}|keep secrets in a <server> of settings.xml",
        "{powershell: {hostKey: x}}|'hostKey' is not a key of the defaults of powershell",
        "{powershell: org}|the defaults of powershell: found 'org'; expected a mapping",
        "org|'defaults': found 'org'; expected a mapping"
      })
  void what_is_no_default_is_a_problem(String defaults, String problem) {
    String text = "defaults: " + defaults + "\nhosts: {EX01: {recorded: EX01.xml}}\n";

    assertThat(Desk.in(folder).connectionProblems(text)).contains(problem);
  }

  private HostWay.SqlServer sql(String stated) throws PolicyException {
    return (HostWay.SqlServer) way(SQL.formatted(stated), "SQL01");
  }

  private PowerShellWay shell(String stated) throws PolicyException {
    return ((HostWay.Through) way(SHELL.formatted(stated), "EX01")).shell();
  }

  private HostWay way(String text, String host) throws PolicyException {
    Desk desk = Desk.in(folder).lay("hosts.yaml", text);
    return Optional.ofNullable(
            new ConnectionsReader().read(desk.path("hosts.yaml")).hosts().get(host))
        .orElseThrow()
        .way();
  }
}
