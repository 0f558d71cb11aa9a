package org.relaycheck.goal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.goal.Wires;
import org.relaycheck.standin.powershell.Grammar;

class ProbeScriptTest {

  @TempDir private Path folder;

  @Test
  void the_script_holds_the_same_tries_and_is_PowerShell() throws Exception {
    Wires wires =
        new Wires(folder)
            .host("answers: [relay.corp.example]")
            .connector("Relay", 2525)
            .policy(
                "Banner: '220 \u2018hi\u2019'",
                "PipeliningEnabled: true",
                "ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}")
            .accounts(
                "mailAccounts:\n  Bulk: {hosts: SQL01, mailserver_name: RELAY.corp.example,"
                    + " email_address: o'neil@corp.example}\n");
    wires.probe();
    String script = wires.lastScript();

    assertThat(script)
        .contains("$try.Title = 'EX01\\Relay'\r\n")
        .contains("$try.Name = 'relay.corp.example'\r\n$try.Port = 2525\r\n")
        .contains("$try.Sender = 'o''neil@corp.example'\r\n")
        .contains("$try.Recipient = 'relay-probe@example.org'\r\n")
        .contains("$try.Policy += ('Banner 220 '+[char]8216+'hi'+[char]8217)\r\n")
        .contains("$try.Policy += 'PipeliningEnabled true'\r\n")
        .contains("$try.Policy += 'anonymous relay allowed (ExtendedRights)'\r\n");
    assertThat(Grammar.errors(script)).isEmpty();
  }

  @Test
  void the_script_is_ASCII_with_the_line_ends_of_Windows() throws Exception {
    Wires wires = new Wires(folder).connector("Relay", 2525).policy("TarpitInterval: 5s");
    wires.probe();

    assertThat(wires.lastScript().chars())
        .allMatch(c -> c == '\r' || c == '\n' || (c >= 32 && c < 127));
    assertThat(wires.lastScript().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void a_connector_of_setup_is_spared_there_too() throws Exception {
    Wires wires =
        new Wires(folder)
            .connector(
                "Relay",
                "25",
                "0.0.0.0-255.255.255.255",
                "<value name='TransportRole'>FrontendTransport</value>")
            .host("answers: [no-such-host.invalid]")
            .policy("TarpitInterval: 5s");
    wires.probe();

    assertThat(wires.lastScript()).contains("$try.Spared = 'Exchange setup made it, and the");
  }

  @Test
  void a_connector_is_burdened_at_one_of_its_ports_only() throws Exception {
    Wires wires =
        new Wires(folder)
            .connector("Relay", "2525</item><item>0.0.0.0:2587", "127.0.0.0/24")
            .policy("TarpitInterval: 5s");
    wires.probe();
    String script = wires.lastScript();

    assertThat(script)
        .contains("$try.Port = 2525\r\n")
        .contains("$try.Port = 2587\r\n")
        .contains("  if (($SendTo -ne '') -and (-not $again)) {\r\n      SendAll $try\r\n")
        .contains("-and (-not $again)) {\r\n      Hold $try\r\n");
    assertThat(Grammar.errors(script)).isEmpty();
  }

  @Test
  void a_connector_that_is_to_be_off_is_not_in_the_script() throws Exception {
    Wires wires = new Wires(folder).connector("Relay", 2525).policy("Enabled: false");
    wires.probe();

    assertThat(wires.lastScript()).doesNotContain("$try.Title = ");
  }

  @Test
  void who_has_no_name_in_the_network_is_not_in_the_script() throws Exception {
    Wires wires = new Wires(folder).connector("Other", 2525).policy("TarpitInterval: 5s");
    wires.probe();

    assertThat(wires.lastScript()).contains("$tries = @()").doesNotContain("$try.Title = ");
  }
}
