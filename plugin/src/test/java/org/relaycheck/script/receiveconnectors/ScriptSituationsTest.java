package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.exchange.Entry;
import org.relaycheck.standin.powershell.Hash;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Right;

/** What scripts do in situations that people meet, run on the model of Exchange. */
class ScriptSituationsTest {

  private static final String RELAY_RIGHT = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
  private static final List<String> ANONYMOUS =
      List.of(
          "allow anonymous ms-Exch-SMTP-Submit",
          "allow anonymous ms-Exch-SMTP-Accept-Any-Sender",
          "allow anonymous ms-Exch-SMTP-Accept-Authoritative-Domain-Sender",
          "allow anonymous ms-Exch-Accept-Headers-Routing");

  private static final String NEW = "SQL Relay \u201b";

  private static Bench creating() {
    return Bench.mailbox()
        .wants(
            NEW,
            Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport"),
            Bench.is(ReceiveConnectorRows.BINDINGS, "0.0.0.0:25"),
            Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.64/28", "192.0.2.9"),
            Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers"),
            Bench.is(ReceiveConnectorRows.BARE_LINEFEED_REJECTION_ENABLED, "true"),
            Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"),
            Bench.statement(ReceiveConnectorRows.EXTENDED_RIGHTS, holding(RELAY_RIGHT)));
  }

  private static HasMembers<Set<Right>> holding(String... rights) {
    var type = ReceiveConnectorRows.EXTENDED_RIGHTS.type();
    return new HasMembers<>(
        type.read(Raw.items(List.of(rights))).known(),
        Optional.empty(),
        type.members().orElseThrow(),
        false);
  }

  private static HasMembers<Set<Right>> lacking(String right) {
    var type = ReceiveConnectorRows.EXTENDED_RIGHTS.type();
    return new HasMembers<>(
        Optional.empty(), type.read(Raw.text(right)).known(), type.members().orElseThrow(), false);
  }

  @Test
  void all_that_differs_of_a_connector_goes_into_one_call_and_both_timeouts_with_it() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"),
                Bench.is(ReceiveConnectorRows.CONNECTION_TIMEOUT, "00:20:00"),
                Bench.is(ReceiveConnectorRows.MAX_MESSAGE_SIZE, "36MB"),
                Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.7", "192.0.2.8"));

    Shell.Result result = bench.runAll(bench.script().fix());

    assertThat(result.code()).as(result.said()).isZero();
    assertThat(bench.organisation.writes())
        .containsExactly(
            "Set-ReceiveConnector ConnectionInactivityTimeout ConnectionTimeout RemoteIPRanges"
                + " TarpitInterval");
    assertThat(bench.relay().get("RemoteIPRanges")).isEqualTo(List.of("192.0.2.7-192.0.2.8"));
  }

  @Test
  void a_value_that_somebody_changed_meanwhile_stops_its_connector_only() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"),
                Bench.is(ReceiveConnectorRows.MAX_HOP_COUNT, "50"))
            .wants(Bench.SETUP, Bench.is(ReceiveConnectorRows.MAX_HOP_COUNT, "50"));
    Script script = bench.script();
    Object hops = bench.relay().get("MaxHopCount");
    bench.relay().put("TarpitInterval", "00:00:07");

    Shell.Result result = bench.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.said()).contains("TarpitInterval is 00:00:07, neither what was seen");
    assertThat(bench.relay().get("MaxHopCount")).isEqualTo(hops).isNotEqualTo("50");
    assertThat(bench.organisation.connector(Bench.SERVER, Bench.SETUP).get("MaxHopCount"))
        .isEqualTo("50");
  }

  @Test
  void a_list_is_guarded_as_a_set_of_texts() {
    Bench bench =
        Bench.mailbox()
            .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.8"));
    Script script = bench.script();
    bench.relay().put("RemoteIPRanges", List.of("192.0.2.7", "192.0.2.16-192.0.2.31"));

    assertThat(bench.runAll(script.fix()).code()).isZero();

    Bench other =
        Bench.mailbox()
            .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.8"));
    other
        .relay()
        .put("RemoteIPRanges", List.of("192.0.2.7", "192.0.2.16-192.0.2.31", "192.0.2.99"));
    assertThat(other.runAll(script.fix()).code()).isEqualTo(1);
  }

  @Test
  void what_is_taken_away_and_what_is_opened_each_need_their_switch() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.7"),
                Bench.is(ReceiveConnectorRows.AUTH_MECHANISM, "Tls", "BasicAuth"),
                Bench.statement(ReceiveConnectorRows.EXTENDED_RIGHTS, lacking(RELAY_RIGHT)),
                Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Script script = bench.script();
    assertThat(script.fix())
        .contains("RemoteIPRanges loses 192.0.2.16/28 (needs -AllowNarrowing)")
        .contains("AuthMechanism gains BasicAuth (needs -AllowWidening)")
        .contains("ExtendedRights loses " + RELAY_RIGHT + " (needs -AllowNarrowing)");

    Shell.Result bare = bench.run(script.fix());
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).containsExactly("Set-ReceiveConnector TarpitInterval");

    Shell.Result wider = bench.run(script.fix(), "AllowWidening");
    assertThat(wider.code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).containsExactly("Set-ReceiveConnector AuthMechanism");

    Shell.Result narrower = bench.run(script.fix(), "AllowNarrowing");
    assertThat(narrower.code()).as(narrower.said()).isZero();
    assertThat(bench.organisation.writes())
        .containsExactly(
            "Set-ReceiveConnector RemoteIPRanges",
            "Remove-ADPermission ms-Exch-SMTP-Accept-Any-Recipient");
    assertThat(bench.drift().findings()).isEmpty();
  }

  @Test
  void the_access_list_is_put_right_after_a_change_of_the_groups() {
    for (boolean losesEntries : new boolean[] {false, true}) {
      Bench bench =
          Bench.mailbox(losesEntries)
              .wants(
                  Bench.RELAY,
                  Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeUsers"),
                  Bench.statement(ReceiveConnectorRows.EXTENDED_RIGHTS, holding(RELAY_RIGHT)));
      Script script = bench.script();

      ScriptLawsTest.lawsHold(bench, script, "groups");

      assertThat(bench.runAll(script.fix()).code()).isZero();
      assertThat(bench.relay().entries())
          .contains(new Entry(true, "S-1-5-7", "ms-Exch-SMTP-Accept-Any-Recipient", false))
          .doesNotContain(new Entry(true, "S-1-5-7", "ms-Exch-SMTP-Submit", false));
    }
  }

  @Test
  void a_right_that_the_policy_asks_for_outlives_the_group_that_brought_it() {
    for (boolean losesEntries : new boolean[] {false, true}) {
      Bench bench =
          Bench.mailbox(losesEntries)
              .wants(
                  Bench.RELAY,
                  Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeUsers"),
                  Bench.statement(
                      ReceiveConnectorRows.EXTENDED_RIGHTS,
                      holding("allow anonymous ms-Exch-SMTP-Submit")));

      ScriptLawsTest.lawsHold(bench, bench.script(), "asked for beside its group's going");
    }
  }

  @Test
  void a_group_whose_entries_the_policy_does_not_want_is_left_to_a_person() {
    Bench excluded = Bench.mailbox();
    excluded.relay().put("PermissionGroups", "None");
    excluded.relay().entries().removeIf(e -> !e.right().endsWith("Any-Recipient"));
    excluded.wants(
        Bench.RELAY,
        Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers"),
        Bench.statement(
            ReceiveConnectorRows.EXTENDED_RIGHTS,
            lacking("allow anonymous ms-Exch-SMTP-Accept-Any-Sender")));
    Bench complete =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(
                    ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers", "ExchangeServers"),
                Bench.is(ReceiveConnectorRows.EXTENDED_RIGHTS, ANONYMOUS.toArray(String[]::new)));

    assertThat(excluded.byHand())
        .singleElement()
        .asString()
        .contains("with AnonymousUsers come entries");
    assertThat(complete.byHand())
        .singleElement()
        .asString()
        .contains("with ExchangeServers come entries");
  }

  @Test
  void groups_and_rights_change_together_and_back() {
    for (boolean losesEntries : new boolean[] {false, true}) {
      Bench bench =
          Bench.mailbox(losesEntries)
              .wants(
                  Bench.RELAY,
                  Bench.is(
                      ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers", "ExchangeServers"),
                  Bench.statement(
                      ReceiveConnectorRows.EXTENDED_RIGHTS,
                      holding(RELAY_RIGHT, "deny S-1-5-21-1-2-3-1200 ms-Exch-SMTP-Submit")));

      ScriptLawsTest.lawsHold(bench, bench.script(), "groups and rights, " + losesEntries);
    }
  }

  @Test
  void a_run_that_broke_off_between_groups_and_rights_is_finished_by_the_next() {
    Bench bench =
        Bench.mailbox(true)
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers", "Partners"));
    Script script = bench.script();
    bench.organisation.after(
        "Set-ReceiveConnector",
        () -> {
          throw new org.relaycheck.standin.powershell.Fault("the line is gone");
        });

    Shell.Result broken = bench.runAll(script.fix());
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.said()).contains("may be changed in part");
    assertThat(bench.relay().entries()).noneMatch(e -> e.right().endsWith("Any-Recipient"));

    assertThat(bench.runAll(script.fix()).code()).isZero();
    assertThat(bench.relay().entries()).anyMatch(e -> e.right().endsWith("Any-Recipient"));
  }

  @Test
  void a_missing_connector_is_made_disabled_completed_and_enabled_last() {
    Bench bench = creating();
    Script script = bench.script();
    Map<String, Object> before = bench.organisation.state();

    assertThat(bench.run(script.fix(), "AllowNarrowing").code()).isEqualTo(2);
    assertThat(bench.run(script.fix(), "AllowWidening", "WhatIf").said())
        .startsWith("The plan for EX01 as it is now; nothing is changed:\n")
        .contains("  would make the connector, or complete it, and enable it last\n")
        .contains("  would set Bindings: ")
        .endsWith("would change 1, left out 0, stopped 0\n");
    assertThat(bench.organisation.writes()).isEmpty();

    Shell.Result result = bench.run(script.fix(), "AllowWidening");
    assertThat(result.code()).as(result.said()).isZero();
    assertThat(bench.organisation.writes())
        .containsExactly(
            "New-ReceiveConnector Enabled=False",
            "Set-ReceiveConnector BareLinefeedRejectionEnabled",
            "Add-ADPermission ms-Exch-SMTP-Accept-Any-Recipient",
            "Set-ReceiveConnector Enabled");
    assertThat(bench.drift().findings()).isEmpty();
    assertThat(bench.runAll(script.fix()).code()).isZero();
    assertThat(bench.organisation.writes()).isEmpty();

    assertThat(bench.run(script.rollback(), "AllowNarrowing").code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).containsExactly("Set-ReceiveConnector Enabled");
    assertThat(bench.run(script.rollback(), "AllowNarrowing").code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).isEmpty();
    assertThat(bench.runAll(script.rollback()).code()).isZero();
    assertThat(bench.organisation.state()).isEqualTo(before);
    assertThat(bench.runAll(script.rollback()).code()).isZero();
  }

  @Test
  void a_connector_that_was_half_made_is_completed_and_one_of_somebody_else_is_left_alone() {
    Bench bench = creating();
    Script script = bench.script();
    bench.organisation.after(
        "New-ReceiveConnector",
        () -> {
          throw new org.relaycheck.standin.powershell.Fault("the line is gone");
        });
    assertThat(bench.runAll(script.fix()).code()).isEqualTo(1);
    assertThat(bench.organisation.connector(Bench.SERVER, NEW).get("Enabled")).isEqualTo("False");

    Shell.Result again = bench.runAll(script.fix());
    assertThat(again.code()).as(again.said()).isZero();
    assertThat(bench.drift().findings()).isEmpty();
    bench.organisation.writes();

    bench.organisation.connector(Bench.SERVER, NEW).put("RemoteIPRanges", List.of("192.0.2.200"));
    Shell.Result other = bench.runAll(script.fix());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.said()).contains("a connector of this name is there, whose RemoteIPRanges is");
    assertThat(bench.runAll(script.rollback()).code()).isEqualTo(1);
    assertThat(bench.organisation.writes()).isEmpty();
  }

  @Test
  void a_connector_that_is_to_be_absent_is_disabled_with_one_switch_and_removed_with_both() {
    Bench bench = Bench.mailbox().wantsNo(Bench.RELAY);
    Script script = bench.script();
    Map<String, Object> before = bench.organisation.state();

    assertThat(bench.run(script.fix(), "AllowRemoval").code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).isEmpty();
    assertThat(bench.run(script.fix(), "AllowNarrowing").code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).containsExactly("Set-ReceiveConnector Enabled");
    assertThat(bench.run(script.fix(), "AllowNarrowing").code()).isEqualTo(2);
    assertThat(bench.organisation.writes()).isEmpty();
    assertThat(bench.run(script.rollback(), "AllowWidening").code()).isZero();
    assertThat(bench.organisation.state()).isEqualTo(before);
    bench.organisation.writes();

    assertThat(bench.runAll(script.fix()).code()).isZero();
    assertThat(bench.organisation.writes()).containsExactly("Remove-ReceiveConnector");
  }

  @Test
  void a_removed_connector_comes_back_with_the_rights_that_it_had_and_no_others() {
    Bench bench = Bench.mailbox().wantsNo(Bench.RELAY);
    bench.relay().entries().removeIf(e -> e.right().equals("ms-Exch-SMTP-Accept-Any-Sender"));

    ScriptLawsTest.lawsHold(bench, bench.script(), "fewer rights than its groups bring");
  }

  @Test
  void what_a_half_made_connector_has_beyond_its_rights_goes_only_with_a_switch() {
    Bench bench = Bench.mailbox().wantsNo(Bench.RELAY);
    Script script = bench.script();
    bench.runAll(script.fix());
    bench.run(script.rollback(), "AllowWidening");
    bench.relay().put("Enabled", "False");
    bench.relay().entries().add(new Entry(true, "S-1-5-11", "ms-Exch-SMTP-Submit", false));

    Shell.Result bare = bench.run(script.rollback(), "AllowWidening");

    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.said()).contains("needs -AllowNarrowing -AllowWidening");
    assertThat(bench.runAll(script.rollback()).code()).isZero();
    assertThat(bench.relay().entries()).noneMatch(e -> e.sid().equals("S-1-5-11"));
  }

  @Test
  void a_connector_that_became_hybrid_or_changed_is_not_taken_away() {
    Bench bench = Bench.mailbox().wantsNo(Bench.RELAY);
    Script script = bench.script();
    bench.relay().put("TlsDomainCapabilities", List.of("mail.example.com:AcceptCloudServicesMail"));

    Shell.Result hybrid = bench.runAll(script.fix());

    assertThat(hybrid.code()).isEqualTo(1);
    assertThat(bench.organisation.writes()).isEmpty();
    assertThat(bench.byHand())
        .containsExactly("it belongs to hybrid mail flow (TlsDomainCapabilities)");
    assertThat(bench.prescription().scripts()).isEmpty();
  }

  @Test
  void a_cmdlet_that_is_lacking_is_noticed_before_the_first_change_and_its_role_is_named() {
    for (String lacking : List.of("Add-ADPermission", "Remove-ReceiveConnector")) {
      Bench bench = creating().wantsNo(Bench.RELAY);
      Script script = bench.script();
      bench.organisation.withhold(lacking);

      Shell.Result result = bench.runAll(script.fix());

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.said())
          .contains("REFUSED, nothing is changed: there is no " + lacking)
          .contains(
              lacking.contains("AD")
                  ? "the management role \"Active Directory Permissions\""
                  : "the management role \"Receive Connectors\"");
      assertThat(bench.organisation.writes()).isEmpty();
    }
    Bench needless =
        Bench.mailbox().wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    needless.organisation.withhold("Add-ADPermission");
    needless.organisation.withhold("Get-ADPermission");
    assertThat(needless.runAll(needless.script().fix()).code()).isZero();
  }

  @Test
  void an_account_that_nobody_knows_leaves_its_connector_as_it_was() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.7"),
                Bench.statement(
                    ReceiveConnectorRows.EXTENDED_RIGHTS,
                    holding("allow CORP\\Nobody ms-Exch-SMTP-Accept-Any-Recipient")))
            .wants(Bench.SETUP, Bench.is(ReceiveConnectorRows.MAX_HOP_COUNT, "50"));
    Script script = bench.script();

    Shell.Result result = bench.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.said())
        .contains("STOPPED: there is no account CORP\\Nobody")
        .contains("Nothing of it is changed");
    assertThat(bench.organisation.writes()).containsExactly("Set-ReceiveConnector MaxHopCount");
  }

  @Test
  void an_entry_that_exchange_refuses_leaves_the_connector_as_it_was() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.7"),
                Bench.statement(
                    ReceiveConnectorRows.EXTENDED_RIGHTS,
                    holding(
                        "allow S-1-5-11 ms-Exch-SMTP-Submit",
                        "allow S-1-5-21-1-2-3-4711 ms-Exch-SMTP-Submit")));
    Script script = bench.script();
    Map<String, Object> before = bench.organisation.state();

    Shell.Result result = bench.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.said()).contains("There is no account").contains("Nothing of it is changed");
    assertThat(bench.organisation.state()).isEqualTo(before);
    assertThat(bench.organisation.writes())
        .containsExactly(
            "Add-ADPermission ms-Exch-SMTP-Submit", "Remove-ADPermission ms-Exch-SMTP-Submit");
  }

  @Test
  void a_change_of_somebody_else_between_the_first_look_and_the_change_stops_the_connector() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"),
                Bench.statement(
                    ReceiveConnectorRows.EXTENDED_RIGHTS,
                    holding("allow S-1-5-11 ms-Exch-SMTP-Submit")));
    Script script = bench.script();
    bench.organisation.after(
        "Add-ADPermission", () -> bench.relay().put("TarpitInterval", "00:00:09"));

    Shell.Result result = bench.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.said()).contains("somebody changed the connector a moment ago");
    assertThat(bench.relay().get("TarpitInterval")).isEqualTo("00:00:09");
    assertThat(bench.relay().entries()).noneMatch(e -> e.sid().equals("S-1-5-11"));
  }

  @Test
  void a_script_that_is_sent_or_run_as_a_block_leaves_the_session_open() {
    Bench sent =
        Bench.mailbox().wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Script script = sent.script();

    Shell.Result block = Shell.run(script.fix(), sent.organisation, new Hash(), Shell.Caller.BLOCK);
    assertThat(block.code()).isEqualTo(-1);
    assertThat(block.said()).contains("REFUSED, nothing is changed: this text was run as a block");
    assertThat(sent.organisation.writes()).isEmpty();

    Shell.Result remote =
        Shell.run(script.fix(), sent.organisation, new Hash(), Shell.Caller.REMOTE);
    assertThat(remote.code()).isEqualTo(-1);
    assertThat(remote.said()).contains("changed 1, left out 0, stopped 0");
  }

  @Test
  void a_script_refuses_another_server_and_a_server_that_does_not_answer() {
    Bench bench =
        Bench.mailbox().wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Script script = bench.script();
    Bench other = Bench.mailbox();
    other.organisation.connectors().removeIf(c -> c.server().equals(Bench.SERVER));

    Shell.Result result = other.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.said()).contains("REFUSED, nothing is changed");
    assertThat(other.organisation.writes()).isEmpty();
  }

  @Test
  void two_connectors_of_one_name_stop_the_step() {
    Bench bench =
        Bench.mailbox().wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Script script = bench.script();
    bench.organisation.add(Bench.SERVER, Bench.RELAY.toUpperCase(java.util.Locale.ROOT), Map.of());

    Shell.Result result = bench.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.said()).contains("more than one connector");
  }

  @Test
  void a_connector_that_is_gone_stops_the_step_and_nothing_else_is_touched() {
    Bench bench =
        Bench.mailbox().wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Script script = bench.script();
    Map<String, Object> other = bench.organisation.connector("EX02", Bench.RELAY).state();
    bench.organisation.connectors().remove(bench.relay());

    Shell.Result result = bench.runAll(script.fix());

    assertThat(result.code()).isEqualTo(1);
    assertThat(bench.organisation.connector("EX02", Bench.RELAY).state()).isEqualTo(other);
  }

  @Test
  void the_domain_controller_is_the_one_that_answers_if_none_was_told_and_edge_has_none() {
    Bench untold =
        Bench.mailbox()
            .without("DomainController")
            .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Bench several =
        Bench.mailbox()
            .fact("DomainController", "dc1, dc2: more than one answered")
            .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));
    Bench edge =
        Bench.edge().wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"));

    for (Bench bench : List.of(untold, several, edge)) {
      Shell.Result result = bench.runAll(bench.script().fix());

      assertThat(result.code()).as(result.said()).isZero();
      assertThat(bench.drift().findings()).isEmpty();
    }
  }

  @Test
  void no_script_takes_from_a_connector_of_setups_what_mail_depends_on() {
    Bench bench =
        Bench.mailbox()
            .wants(
                Bench.SETUP,
                Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeServers"),
                Bench.is(ReceiveConnectorRows.AUTH_MECHANISM, "Tls"))
            .wantsNo("Default Frontend EX01 ")
            .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.MAX_LOCAL_HOP_COUNT, "7"));

    assertThat(bench.prescription().scripts()).isEmpty();
    assertThat(bench.byHand())
        .anyMatch(why -> why.contains("mail may depend on AnonymousUsers"))
        .anyMatch(why -> why.contains("mail may depend on ExchangeServer:"))
        .anyMatch(why -> why.contains("belongs to Exchange setup"));
    assertThat(Bench.mailbox().wantsNo(Bench.SETUP).byHand())
        .containsExactly(
            "Exchange setup made this connector; mail within the organisation depends on it");
  }

  @Test
  void where_it_is_not_known_whether_setup_made_it_nothing_of_that_is_scripted() {
    Bench bench =
        Bench.mailbox()
            .unread("TransportRole")
            .wants(
                Bench.SETUP, Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeServers"));

    assertThat(bench.byHand()).singleElement().asString().contains("is not known");
  }

  @Test
  void groups_are_left_to_a_person_where_the_access_list_could_not_be_put_right() {
    Bench unread =
        Bench.mailbox()
            .unread("ExtendedRights")
            .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeUsers"));
    Bench servers = Bench.mailbox();
    servers.relay().put("PermissionGroups", "AnonymousUsers, Partners");
    servers.wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers"));

    assertThat(unread.byHand()).singleElement().asString().contains("was not read");
    assertThat(servers.byHand()).singleElement().asString().contains("go with Partners");
  }

  @Test
  void what_exchange_would_refuse_together_is_left_to_a_person() {
    assertThat(
            Bench.mailbox()
                .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.CONNECTION_TIMEOUT, "00:05:00"))
                .byHand())
        .containsExactly(
            "ConnectionTimeout must be longer than ConnectionInactivityTimeout; state both");
    assertThat(
            Bench.mailbox()
                .wants(Bench.RELAY, Bench.is(ReceiveConnectorRows.BINDINGS, "0.0.0.0:25"))
                .byHand())
        .singleElement()
        .asString()
        .contains("HubTransport");
    assertThat(
            Bench.mailbox()
                .wants(
                    Bench.RELAY,
                    Bench.is(ReceiveConnectorRows.AUTH_MECHANISM, "Tls", "ExternalAuthoritative"))
                .byHand())
        .singleElement()
        .asString()
        .contains("needs ExchangeServers in PermissionGroups");
    Bench both =
        Bench.mailbox()
            .wants(
                Bench.RELAY,
                Bench.is(ReceiveConnectorRows.AUTH_MECHANISM, "Tls", "ExternalAuthoritative"),
                Bench.is(
                    ReceiveConnectorRows.PERMISSION_GROUPS, "AnonymousUsers", "ExchangeServers"));
    ScriptLawsTest.lawsHold(both, both.script(), "externally secured");
  }

  @Test
  void a_new_connector_of_2013_and_later_needs_a_role_that_is_not_hub_on_port_25() {
    var bindings = Bench.is(ReceiveConnectorRows.BINDINGS, "0.0.0.0:25");
    var ranges = Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.64/28");
    var hub = Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "HubTransport");

    assertThat(Bench.mailbox().wants(NEW, bindings, ranges).byHand())
        .singleElement()
        .asString()
        .contains("TransportRole");
    assertThat(Bench.mailbox().without("ExchangeVersion").wants(NEW, bindings, ranges).byHand())
        .singleElement()
        .asString()
        .contains("does not contain the version");
    assertThat(Bench.mailbox().wants(NEW, bindings, ranges, hub).byHand())
        .singleElement()
        .asString()
        .contains("port 25");
    assertThat(Bench.mailbox().wants(NEW, ranges, hub).byHand())
        .singleElement()
        .asString()
        .contains("Bindings");
    assertThat(
            Bench.mailbox()
                .wants(
                    NEW,
                    bindings,
                    Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport"))
                .byHand())
        .singleElement()
        .asString()
        .contains("RemoteIPRanges");
    assertThat(Bench.edge().wants(NEW, bindings, ranges).prescription().scripts()).hasSize(1);
  }

  @Test
  void edge_has_no_connector_for_clients() {
    var client = new Presence.Present(List.of(Bench.is(ReceiveConnectorRows.USAGE, "Client")));
    List<Statement<?>> ranges =
        List.of(Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.64/28"));

    assertThat(Bench.edge().wants(NEW, client, ranges).byHand())
        .singleElement()
        .asString()
        .contains("on Edge there is no Usage Client");
  }

  @Test
  void a_new_connector_of_a_usage_gets_what_the_usage_forbids_afterwards() {
    Bench bench =
        Bench.mailbox()
            .wants(
                NEW,
                new Presence.Present(List.of(Bench.is(ReceiveConnectorRows.USAGE, "Internal"))),
                List.of(
                    Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport"),
                    Bench.is(ReceiveConnectorRows.BINDINGS, "192.0.2.1:25"),
                    Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.64/28"),
                    Bench.is(ReceiveConnectorRows.ENABLED, "false")));

    Shell.Result result = bench.runAll(bench.script().fix());

    assertThat(result.code()).as(result.said()).isZero();
    assertThat(bench.organisation.writes())
        .containsExactly("New-ReceiveConnector Enabled=False", "Set-ReceiveConnector Bindings");
    assertThat(bench.drift().findings()).isEmpty();
  }
}
