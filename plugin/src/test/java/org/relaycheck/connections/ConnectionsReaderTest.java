package org.relaycheck.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.catalogue.Product;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.policy.read.Desk;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

class ConnectionsReaderTest {

  private static final String CONNECTIONS =
      """
      powershell:
        org: {ssh: mgmt01.corp.example, credentials: exchange-ro, hostKey: 'SHA256:abc',
              endpoint: 'http://ex01.corp.example/PowerShell/', domainController: dc1.corp.example,
              jump: bastion, deadline: 2m}
        bastion: {ssh: 192.0.2.7, port: 2222, user: reader, knownHosts: keys/known_hosts}
        old: {ssh: mgmt02.corp.example, snapin: Some.Snapin, fetch: 'C:/relay/EX07.xml'}
      hosts:
        EX01: {powershell: org}
        EX02: {powershell: org, server: RELAY2, answers: [relay.corp.example, smtp.corp.example],
               seenAs: 192.0.2.0/28, sendsFrom: [192.0.2.9, '::9'], usualLoad: 40}
        EDGE01: {powershell: {local: true, edge: true, credentials: edge-reader}}
        SQL01: {sqlserver: sql01.corp.example, credentials: sql-reader}
        'SQL03\\REPORTING': {sqlserver: sql03.corp.example, port: 14330, auth: ntlm,
                             credentials: sql-reader-ad, complete: true, deadline: 00:01:00}
        SQL04: {sqlserver: sql04.corp.example, auth: integrated, maxAge: 30m}
        EX09: {recorded: recorded/EX09.xml, maxAge: never}
      """;

  @TempDir Path folder;

  private Connections read() throws PolicyException {
    String text = CONNECTIONS.replace("snapin: Some.Snapin, ", "");
    Desk desk = Desk.in(folder).lay("sub/hosts.yaml", text);
    return new ConnectionsReader().read(desk.path("sub/hosts.yaml"));
  }

  private HostConnection host(String name) throws PolicyException {
    return Optional.ofNullable(read().hosts().get(name)).orElseThrow();
  }

  @Test
  void hosts_keep_their_order_and_spelling() throws PolicyException {
    Connections connections = read();

    assertThat(connections.hosts().keySet())
        .containsExactly("EX01", "EX02", "EDGE01", "SQL01", "SQL03\\REPORTING", "SQL04", "EX09");
    assertThat(connections.hosts().values())
        .extracting(HostConnection::server)
        .containsExactly("EX01", "RELAY2", "EDGE01", "SQL01", "SQL03\\REPORTING", "SQL04", "EX09");
    assertThat(host("EX02").place().line()).isEqualTo(9);
  }

  @Test
  void a_powershell_entry_says_how_to_reach_a_shell_and_the_cmdlets() throws PolicyException {
    PowerShellWay way = ((HostWay.Through) host("EX01").way()).shell();

    Path knownHosts = folder.resolve("sub/keys/known_hosts");
    PowerShellWay.Ssh bastion =
        new PowerShellWay.Ssh(
            "192.0.2.7",
            Optional.of(2222),
            Optional.of("reader"),
            Optional.empty(),
            Optional.of(new PowerShellWay.KnownHosts(knownHosts)),
            Optional.empty());
    assertThat(way.name()).isEqualTo("org");
    assertThat(way.reach())
        .isEqualTo(
            new PowerShellWay.Ssh(
                "mgmt01.corp.example",
                Optional.empty(),
                Optional.empty(),
                Optional.of("exchange-ro"),
                Optional.of(new PowerShellWay.Fingerprint("SHA256:abc")),
                Optional.of(bastion)));
    assertThat(way.session())
        .contains(new PowerShellWay.Endpoint(URI.create("http://ex01.corp.example/PowerShell/")));
    assertThat(way.domainController()).contains("dc1.corp.example");
    assertThat(way.deadline()).contains(Duration.ofMinutes(2));
    assertThat(way).isEqualTo(((HostWay.Through) host("EX02").way()).shell());
  }

  @Test
  void a_powershell_entry_may_stand_in_its_host() throws PolicyException {
    PowerShellWay way = ((HostWay.Through) host("EDGE01").way()).shell();

    assertThat(way.name()).isEqualTo("EDGE01");
    assertThat(way.reach()).isEqualTo(new PowerShellWay.Local(Optional.of("edge-reader")));
    assertThat(way.session()).contains(new PowerShellWay.Edge());
  }

  @Test
  void a_sql_server_is_logged_in_to_by_sql_unless_stated() throws PolicyException {
    assertThat(host("SQL01").way())
        .isEqualTo(
            new HostWay.SqlServer(
                "sql01.corp.example",
                Optional.empty(),
                new HostWay.Login(HostWay.Auth.SQL, Optional.of("sql-reader")),
                Optional.empty()));
    assertThat(host("SQL03\\REPORTING").way())
        .isEqualTo(
            new HostWay.SqlServer(
                "sql03.corp.example",
                Optional.of(14330),
                new HostWay.Login(HostWay.Auth.NTLM, Optional.of("sql-reader-ad")),
                Optional.of(Duration.ofMinutes(1))));
  }

  @Test
  void a_record_lies_beside_the_file_that_names_it() throws PolicyException {
    assertThat(host("EX09").way())
        .isEqualTo(new HostWay.Recorded(folder.resolve("sub/recorded/EX09.xml")));
  }

  @Test
  void answers_may_be_a_day_old_unless_stated() throws PolicyException {
    assertThat(host("EX01").maxAge()).contains(Duration.ofDays(1));
    assertThat(host("SQL04").maxAge()).contains(Duration.ofMinutes(30));
    assertThat(host("EX09").maxAge()).isEmpty();
    assertThat(host("SQL03\\REPORTING").vouchedComplete()).isTrue();
    assertThat(host("EX01").vouchedComplete()).isFalse();
  }

  @Test
  void what_dns_cannot_tell_is_kept() throws PolicyException {
    HostSurroundings known = Optional.ofNullable(read().surroundings().get("EX02")).orElseThrow();

    assertThat(known.answers()).containsExactly("relay.corp.example", "smtp.corp.example");
    assertThat(known.seenAs().orElseThrow().spelled()).isEqualTo(List.of("192.0.2.0/28"));
    assertThat(known.sendsFrom().orElseThrow().spelled()).isEqualTo(List.of("192.0.2.9", "::9"));
    assertThat(known.usualLoad()).contains(40L);
    assertThat(read().surroundings()).containsEntry("EX01", HostSurroundings.unknown());
  }

  @Test
  void a_way_tells_what_can_be_asked_through_it() throws PolicyException {
    assertThat(host("EX01").way().product()).contains(Product.EXCHANGE);
    assertThat(host("SQL01").way().product()).contains(Product.SQL_SERVER);
    assertThat(host("EX09").way().product()).isEmpty();
  }

  @Test
  void a_powershell_entry_that_fetches_a_record_opens_no_session() {
    Desk desk = Desk.in(folder).lay("hosts.yaml", CONNECTIONS);

    PolicyException broken =
        catchThrowableOfType(
            PolicyException.class, () -> new ConnectionsReader().read(desk.path("hosts.yaml")));

    assertThat(broken.problems())
        .extracting(FileProblem::text)
        .containsExactly("'snapin' works only together with 'ssh' without 'fetch'");
  }

  @Test
  void relative_paths_begin_in_the_folder_of_the_reader() throws PolicyException {
    Desk.in(folder).lay("sub/hosts.yaml", "hosts: {EX09: {recorded: EX09.xml}}\n");

    Connections connections = new ConnectionsReader(folder).read(Path.of("sub", "hosts.yaml"));

    HostConnection host = Optional.ofNullable(connections.hosts().get("EX09")).orElseThrow();
    assertThat(host.way()).isEqualTo(new HostWay.Recorded(folder.resolve("sub/EX09.xml")));
    assertThat(host.place().file()).isEqualTo("sub/hosts.yaml");
  }
}
