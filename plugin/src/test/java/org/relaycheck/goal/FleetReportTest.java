package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.MarkdownReport;
import org.relaycheck.report.text.ConsoleLine;

/** A fleet whose servers have the same alike, from its answers to the lines of a build's log. */
class FleetReportTest {

  private static final int SERVERS = 400;

  private static final String POLICY =
      """
      templates: {receiveConnectors: {hub: {TarpitInterval: 5s}}}
      receiveConnectors:
        Relay: {hosts: all, MaxHopCount: 60, RemoteIPRanges: [10.0.4.0/24]}
        'Default {host}': {hosts: all, Fqdn: '{host}.corp.example'}
        Second: {hosts: all}
      mailAccounts:
        Mailer: {hosts: all, timeout: {atLeast: 120}}
      baselines: [{like: hub, hosts: all, where: {TransportRole: HubTransport}}]
      unlisted: {receiveConnectors: warning}
      rules: {connector-certificate: ignore}
      """;

  @TempDir private Path folder;

  private RuledSite site() {
    RuledSite site = new RuledSite(folder).policy(POLICY);
    for (int i = 0; i < SERVERS; i++) {
      String host = "EX%04d".formatted(i);
      site.exchange(host, "");
      if (i % 4 != 3) {
        site.connector(
                host,
                "Relay",
                "MaxHopCount=30",
                "RemoteIPRanges=10.0.4.0/24",
                "ConnectionTimeout=00:05:00",
                "ConnectionInactivityTimeout=00:10:00",
                "TransportRole=FrontendTransport")
            .connector(host, "Default " + host, "Fqdn=x.corp.example", "Bindings=0.0.0.0:25")
            .connector(host, "Forgotten " + host, "TransportRole=FrontendTransport");
      }
      String sql = "SQL%04d".formatted(i);
      site.sql(sql, "")
          .account(sql, "Mailer", "timeout=10", "mailserver_name=relay.corp.example", "port=25");
    }
    return site;
  }

  @Test
  void what_hundreds_of_servers_have_alike_is_told_once() throws IOException {
    CheckRun run = site().check();
    StringWriter markdown = new StringWriter();

    List<ConsoleLine> lines = Console.found(run);
    new MarkdownReport().write(run, markdown);

    assertThat(run.drift().findings().size()).isGreaterThan(7 * SERVERS);
    assertThat(lines).hasSizeLessThanOrEqualTo(15);
    assertThat(lines)
        .extracting(ConsoleLine::text)
        .allSatisfy(text -> assertThat(text).hasSizeLessThan(700));
    assertThat(markdown.toString())
        .doesNotContain("not fit here")
        .contains("<details><summary>300 hosts</summary>");
  }
}
