package org.relaycheck.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.RegisteredHosts;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.policy.read.Desk;
import org.relaycheck.report.CheckRun;
import org.relaycheck.yaml.PolicyException;

/** Hosts that a central management server lists. */
class RegisteredHostsTest {

  private static final RegisteredServers LISTED =
      new RegisteredServers.Listed(
          List.of("sql02.corp.example,14330", "SQL02", "SQL03\\PAY", "sql07.corp.example"));
  private static final RegisteredServers UNREAD =
      new RegisteredServers.Unread("SQLCMS01: the login is refused", "correct it");

  private static final String CONNECTIONS =
      """
      defaults: {sqlserver: {credentials: sql-reader, port: 1533}}
      hosts:
        registeredServers: sqlcms01.corp.example
        group: Prod
        SQL07: {sqlserver: 10.0.0.7, auth: integrated}
      """;

  @TempDir private Path folder;

  @Test
  void the_server_to_ask_takes_the_defaults_or_is_a_host_of_the_file() throws Exception {
    ServerRegistry registry = registry(CONNECTIONS);

    assertThat(registry.group()).contains("Prod");
    assertThat(registry.server().server()).isEqualTo("SQLCMS01");
    assertThat(((HostWay.SqlServer) registry.server().way()).toolAddress())
        .isEqualTo("sqlcms01.corp.example,1533");
    ServerRegistry own = registry(CONNECTIONS.replace("sqlcms01.corp.example", "sql07"));
    assertThat(((HostWay.SqlServer) own.server().way()).address()).isEqualTo("10.0.0.7");
  }

  @Test
  void registered_servers_are_hosts_and_what_the_file_states_wins() throws Exception {
    Connections read = read(LISTED);

    assertThat(read.hosts().keySet()).containsExactly("SQL07", "SQL02", "SQL03\\PAY");
    assertThat(read.hosts().values().stream().map(host -> (HostWay.SqlServer) host.way()))
        .extracting(HostWay.SqlServer::toolAddress)
        .containsExactly("10.0.0.7,1533", "sql02.corp.example,14330", "SQL03\\PAY");
    assertThat(String.valueOf(read.hosts().get("SQL02").place())).endsWith("hosts.yaml:3:22");
  }

  @Test
  void what_is_no_address_is_a_host_that_cannot_be_read() throws Exception {
    Connections read = read(new RegisteredServers.Listed(List.of("SQL02", "to be done")));

    assertThat(read.hosts().get("to be done").way()).isInstanceOf(HostWay.Unlisted.class);
  }

  @Test
  void a_list_that_cannot_be_read_leaves_all_of_them_unclear() throws Exception {
    CheckRun run =
        check("version: 1\nmailSettings: {all: {hosts: all, LoggingLevel: 3}}\n", UNREAD);

    assertThat(run.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(run.hosts().keySet()).contains("registered servers of sqlcms01.corp.example");
    assertThat(run.drift().findings().toString()).contains("the login is refused");
  }

  @Test
  void the_register_is_asked_only_where_the_file_wants_it() throws Exception {
    Path with = lay(CONNECTIONS);
    assertThat(RegisteredHosts.of(with, (server, group) -> UNREAD)).isEqualTo(UNREAD);

    Path without = lay("hosts: {SQL01: {sqlserver: sql01, auth: integrated}}\n");
    assertThat(
            RegisteredHosts.of(
                without,
                (server, group) -> {
                  throw new AssertionError("asked");
                }))
        .isInstanceOf(RegisteredServers.Unasked.class);
    assertThat(RegisteredHosts.of(folder.resolve("none.yaml"), (server, group) -> UNREAD))
        .isInstanceOf(RegisteredServers.Unasked.class);
  }

  @Test
  void without_asking_names_of_hosts_are_not_checked() throws Exception {
    lay(CONNECTIONS);
    Path policy = folder.resolve("relay-policy.yaml");
    Files.writeString(policy, "version: 1\nmailSettings: {all: {hosts: SQL99, LoggingLevel: 3}}\n");

    Validate.Result valid = new Validate().run(request(policy, new RegisteredServers.Unasked()));

    assertThat(valid.problems()).isEmpty();
    assertThat(valid.summary()).contains("registered at SQLCMS01, which is not asked here");
  }

  @Test
  void what_is_wrong_is_told_with_its_place() {
    Desk desk = Desk.in(folder);

    assertThat(desk.connectionProblems("hosts: {group: Prod, EX01: {recorded: a.xml}}"))
        .isEqualTo("hosts.yaml:1:16  'group' works only together with 'registeredServers'");
    assertThat(desk.connectionProblems("hosts: {registeredServers: , EX01: {recorded: a.xml}}"))
        .contains("'registeredServers': found nothing; expected a name such as SQLCMS01");
  }

  private CheckRun check(String policy, RegisteredServers registered) throws Exception {
    lay(CONNECTIONS);
    Path file = Files.writeString(folder.resolve("relay-policy.yaml"), policy);
    GoalPorts ports =
        new GoalPorts(
            host ->
                host.way() instanceof HostWay.Unlisted unlisted
                    ? new HostAnswer.Failed(unlisted.why(), unlisted.fix())
                    : new HostAnswer.Failed("down", "start it"),
            SurveyProgress.silent(),
            "1");
    return new Check(ports).run(request(file, registered));
  }

  private GoalRequest request(Path policy, RegisteredServers registered) {
    GoalRequest.Paths paths =
        new GoalRequest.Paths(
            List.of(policy), folder.resolve("hosts.yaml"), Optional.empty(), registered);
    return new GoalRequest(paths, List.of(), FailOn.ERROR, 2, Instant.EPOCH);
  }

  private Connections read(RegisteredServers registered) throws Exception {
    return new ConnectionsReader(registered).read(lay(CONNECTIONS));
  }

  private ServerRegistry registry(String text) throws PolicyException {
    return new ConnectionsReader().registry(lay(text)).orElseThrow();
  }

  private Path lay(String text) {
    return Desk.in(folder).lay("hosts.yaml", text).path("hosts.yaml");
  }
}
