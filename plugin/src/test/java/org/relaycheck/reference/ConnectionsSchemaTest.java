package org.relaycheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsSchemaTest {

  private static final Schema CONNECTIONS = SchemaCheck.schema(new ConnectionsSchema().json());

  private static final String WHOLE_CONNECTIONS =
      """
      defaults:
        sqlserver: {credentials: sql-all, deadline: 30s, properties: {trustServerCertificate: false}}
        powershell: {credentials: exchange-all, knownHosts: known_hosts}
      powershell:
        org:  {ssh: mgmt01.corp.example, credentials: exchange-ro, hostKey: 'SHA256:abc', endpoint: 'http://ex01.corp.example/PowerShell/', domainController: dc1.corp.example}
      hosts:
        file: instances.csv
        registeredServers: SQLCMS01
        group: Prod
        EX01: {powershell: org}
        EX02: {powershell: org, answers: [relay.corp.example]}
        EX03: {powershell: {local: true, deadline: 2m}}
        SQL01: {sqlserver: sql01.corp.example, port: 1433, credentials: sql-reader, sendsFrom: [10.0.4.11]}
        'SQL03\\REPORTING': {sqlserver: sql03.corp.example, port: 14330, auth: ntlm, credentials: sql-reader-ad}
        EX09: {recorded: recorded/EX09.xml, maxAge: never}
      """;

  @Test
  void connections_with_everything_in_them_are_fine() {
    assertThat(SchemaCheck.errors(CONNECTIONS, WHOLE_CONNECTIONS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hosts:|host:",
        "defaults:|default:",
        "credentials: sql-all,|password: secret,",
        "knownHosts: known_hosts|hostKey: abc",
        "file: instances.csv|file: [instances.csv]",
        "group: Prod|group: [Prod]",
        "powershell:|powershel:",
        "EX01: {powershell: org}|EX01: {}",
        "EX01: {powershell: org}|EX01: {powershell: org, recorded: a.xml}",
        "EX01: {powershell: org}|EX01: {dor: org}",
        "EX01: {powershell: org}|EX01: {powershell: {fetch: a.xml}}",
        "port: 1433|port: 0",
        "maxAge: never|maxAge: always",
        "local: true|local: false",
        "local: true|local: true, hostKey: abc",
        "powershell: org, answers|powershell: org, port: 25, answers",
        "auth: ntlm|auth: magic",
        "credentials: sql-reader,|password: secret,"
      })
  void a_typo_in_connections_is_told(String right, String wrong) {
    String connections = WHOLE_CONNECTIONS.replace(right, wrong);

    assertThat(connections).isNotEqualTo(WHOLE_CONNECTIONS);
    assertThat(SchemaCheck.errors(CONNECTIONS, connections)).isNotEmpty();
  }
}
