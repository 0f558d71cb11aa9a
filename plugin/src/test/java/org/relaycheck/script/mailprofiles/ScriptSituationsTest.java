package org.relaycheck.script.mailprofiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.Site;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Profiles;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.standin.tsql.SqlCmd;

/** Situations of profiles, of which several may be about the same user. */
class ScriptSituationsTest {

  private static final Catalogue KIND = MailProfileRows.CATALOGUE;

  private final Msdb msdb =
      new Msdb(Site.SERVER).account("First", plain()).account("Second", plain());
  private final Profiles profiles = new Profiles(msdb).user("erp").user("crm");
  private final Site site = new Site(msdb);

  private static Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    settings.put("email_address", "erp@example.com");
    settings.put("mailserver_name", "relay.example.com");
    settings.put("port", 25L);
    settings.put("use_default_credentials", 0L);
    settings.put("enable_ssl", 0L);
    return settings;
  }

  private void mendedAndRolledBack() {
    SortedMap<String, String> before = site.state();
    Script script = site.script();

    assertThat(site.run(script.fix(), Site.YES).errors()).isEmpty();
    assertThat(site.drifted()).isEmpty();
    assertThat(site.run(script.rollback(), Site.YES).errors()).isEmpty();
    assertThat(site.state()).isEqualTo(before);
  }

  private String stopped(Script script) {
    String before = msdb.dump();
    Session session = site.run(script.fix(), Site.YES);
    assertThat(session.errors()).hasSize(1);
    assertThat(msdb.dump()).isEqualTo(before);
    return session.errors().get(0);
  }

  private List<String> byHand() {
    assertThat(site.prescription().scripts()).isEmpty();
    return site.prescription().byHand().stream().map(one -> one.what() + ": " + one.why()).toList();
  }

  @Test
  void a_default_that_moves_is_told_and_goes_back_where_it_came_from() {
    profiles.profile("A", null).grant("A", "erp", true).profile("B", null).grant("B", "erp", false);
    site.wants(KIND, "B", Site.is(MailProfileRows.DEFAULT_FOR, "erp"));

    assertThat(site.script().fix())
        .contains("Mind: mailProfiles 'B': the default of 'erp' is 'A' until then");
    mendedAndRolledBack();
  }

  @Test
  void a_default_that_somebody_moved_elsewhere_in_between_stops() {
    profiles.profile("A", null).grant("A", "erp", true).profile("B", null).grant("B", "erp", false);
    site.wants(KIND, "B", Site.is(MailProfileRows.DEFAULT_FOR, "erp"));
    Script script = site.script();
    new Site(msdb)
        .wants(KIND, "A", Site.list(MailProfileRows.DEFAULT_FOR, List.of()))
        .run(withoutDefault(), Site.YES);

    assertThat(stopped(script)).contains("grants and default_for are neither as before");
  }

  private String withoutDefault() {
    return new Site(msdb)
        .wants(KIND, "A", Site.list(MailProfileRows.DEFAULT_FOR, List.of()))
        .script()
        .fix();
  }

  @ParameterizedTest
  @CsvSource({"A, B", "B, A"})
  void a_profile_that_loses_its_user_may_lose_the_default_to_another(String from, String to) {
    profiles
        .profile("A", null)
        .profile("B", null)
        .grant(from, "erp", true)
        .grant(from, "crm", true);
    site.wants(KIND, from, Site.list(MailProfileRows.GRANTED_TO, List.of()))
        .wants(KIND, to, Site.is(MailProfileRows.DEFAULT_FOR, "erp"));

    mendedAndRolledBack();
  }

  @ParameterizedTest
  @CsvSource({"A, B", "B, A"})
  void a_profile_that_goes_may_leave_its_default_to_one_that_comes(String from, String to) {
    profiles.profile(from, "old").link(from, "First", 1L).grant(from, "erp", true);
    site.wantsGone(KIND, from)
        .wants(
            KIND,
            to,
            Site.list(MailProfileRows.ACCOUNTS, List.of("First")),
            Site.is(MailProfileRows.GRANTED_TO, "erp"),
            Site.is(MailProfileRows.DEFAULT_FOR, "erp"));

    mendedAndRolledBack();
  }

  @Test
  void a_default_that_did_not_move_for_lack_of_a_switch_is_not_lost_with_its_profile() {
    profiles.profile("A", null).grant("A", "erp", true).profile("B", null);
    site.wantsGone(KIND, "A")
        .wants(
            KIND,
            "B",
            Site.list(MailProfileRows.GRANTED_TO, List.of("erp", "public")),
            Site.is(MailProfileRows.DEFAULT_FOR, "erp"));
    String fix = site.script().fix();
    String before = msdb.dump();

    Session session = Batch.run(fix, Map.of("AllowNarrowing", "yes", "AllowWidening", "no"), msdb);

    assertThat(session.errors().get(0))
        .contains(
            "[mailProfiles A: it still is the default of somebody who is to get another one first]");
    assertThat(msdb.dump()).isEqualTo(before);
  }

  @Test
  void two_profiles_that_are_to_be_the_default_of_one_user_are_by_hand() {
    profiles.profile("A", null).profile("B", null);
    site.wants(KIND, "A", Site.is(MailProfileRows.DEFAULT_FOR, "erp"))
        .wants(KIND, "B", Site.is(MailProfileRows.DEFAULT_FOR, "erp"));

    assertThat(byHand())
        .containsExactly(
            "A, default_for: two profiles are to be the default of 'erp'; state one",
            "B, default_for: two profiles are to be the default of 'erp'; state one");
  }

  @Test
  void a_default_that_two_profiles_want_may_still_be_taken_from_a_third() {
    profiles.profile("A", null).profile("B", null).profile("C", null).grant("C", "erp", true);
    site.wants(KIND, "A", Site.is(MailProfileRows.DEFAULT_FOR, "erp"))
        .wants(KIND, "B", Site.is(MailProfileRows.DEFAULT_FOR, "erp"))
        .wants(KIND, "C", Site.list(MailProfileRows.DEFAULT_FOR, List.of()));

    assertThat(site.prescription().byHand()).hasSize(2);
    assertThat(site.run(site.script().fix(), Site.YES).errors()).isEmpty();
    assertThat(profiles.senders("C", true)).isEmpty();
  }

  @Test
  void a_default_needs_the_grant_and_brings_it_where_the_policy_does_not_forbid_it() {
    profiles.profile("A", null).profile("B", null);
    site.wants(KIND, "A", Site.is(MailProfileRows.DEFAULT_FOR, "erp"))
        .wants(
            KIND,
            "B",
            Site.is(MailProfileRows.GRANTED_TO, "erp"),
            Site.is(MailProfileRows.DEFAULT_FOR, "crm"));

    assertThat(site.prescription().byHand())
        .allMatch(one -> one.why().contains("state that user under 'grants' too"))
        .hasSize(2);
    assertThat(site.run(site.script().fix(), Site.YES).errors()).isEmpty();
    assertThat(profiles.senders("A", true)).containsExactly("erp");
    assertThat(profiles.senders("B", false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nobody", "DatabaseMailUserRole", "ERP"})
  void who_is_no_user_of_exactly_this_name_stops(String name) {
    profiles.profile("A", "kept");
    site.wants(KIND, "A", Site.is(MailProfileRows.GRANTED_TO, name));

    assertThat(stopped(site.script()))
        .contains("msdb has no user and no Windows group of exactly the name [" + name + "]");
  }

  @Test
  void an_account_that_is_not_there_stops() {
    profiles.profile("A", "kept");
    site.wants(
        KIND,
        "A",
        Site.is(MailProfileRows.DESCRIPTION, "new"),
        Site.is(MailProfileRows.ACCOUNTS, "Third"));

    assertThat(stopped(site.script())).contains("there is no account of exactly the name [Third]");
  }

  @Test
  void the_grant_of_a_user_that_is_gone_stays_and_is_by_hand_if_it_is_not_wanted() {
    profiles.profile("A", null).user("gone").grant("A", "gone", true).dropUser("gone");
    site.wants(KIND, "A", Site.is(MailProfileRows.GRANTED_TO, "erp"));

    assertThat(byHand())
        .singleElement()
        .asString()
        .startsWith("A, grants: no procedure removes the grant of a user that is gone alone");
  }

  @Test
  void who_else_may_send_is_changed_beside_the_grant_of_a_user_that_is_gone() {
    profiles.profile("A", null).user("gone").grant("A", "gone", true).dropUser("gone");
    String orphan = profiles.senders("A", false).get(0);
    site.wants(KIND, "A", Site.list(MailProfileRows.GRANTED_TO, List.of("erp", orphan)));

    mendedAndRolledBack();
  }

  @Test
  void what_cannot_come_back_of_a_profile_that_goes_is_told() {
    profiles.profile("A", null).user("gone").grant("A", "gone", true).dropUser("gone");
    profiles.link("A", "First", null).link("A", "Second", null);
    site.wantsGone(KIND, "A");
    Script script = site.script();

    assertThat(site.run(script.fix(), Site.YES).errors()).isEmpty();
    assertThat(site.run(script.rollback(), Site.YES).errors()).isEmpty();
    assertThat(script.fix())
        .contains("The rollback cannot undo: mailProfiles 'A': the grant of orphan 0x")
        .contains("cannot undo: mailProfiles 'A': accounts without a number had no order");
    assertThat(profiles.accounts("A")).containsExactly("First", "Second");
    assertThat(profiles.senders("A", false)).isEmpty();
  }

  @Test
  void accounts_with_one_number_get_an_order_and_the_rollback_takes_it_away_again() {
    profiles.profile("A", null).link("A", "First", 7L).link("A", "Second", 7L);
    site.wants(KIND, "A", Site.list(MailProfileRows.ACCOUNTS, List.of("second", "first")));

    mendedAndRolledBack();
    assertThat(profiles.accounts("A")).hasSize(2).allMatch(one -> one.contains("(number 7, as"));
  }

  @Test
  void the_profile_that_sql_server_agent_sends_with_is_not_removed() {
    profiles.profile("A", null);
    site.wantsGone(KIND, "A");

    assertThat(site.agent(Optional.of("A")).prescription().byHand().get(0).why())
        .startsWith("SQL Server Agent sends its alerts with it");
    assertThat(site.agent(Optional.empty()).prescription().byHand().get(0).why())
        .startsWith("whether SQL Server Agent sends its alerts with it could not be read");
    assertThat(site.agent(Optional.of("B")).prescription().byHand()).isEmpty();
  }

  @Test
  void a_profile_that_is_made_for_sql_server_agent_is_given_to_it_by_hand() {
    site.wants(KIND, "A", Site.is(MailProfileRows.AGENT, "true"));

    assertThat(site.script().fix())
        .contains("Mind: mailProfiles 'A': agent stays to be done by hand: set the mail profile");
  }

  @Test
  void a_profile_with_mail_that_waits_is_not_removed() {
    profiles.profile("A", null).unsent("A");
    site.wantsGone(KIND, "A");

    assertThat(stopped(site.script())).contains("14668");
  }

  @Test
  void a_profile_that_is_the_default_of_somebody_is_told_before_it_goes() {
    profiles.profile("A", null).grant("A", "erp", true);
    site.wantsGone(KIND, "A");

    assertThat(site.script().fix())
        .contains("Mind: mailProfiles 'A': it is the default of 'erp': mail that names no");
  }

  @Test
  void a_profile_that_is_there_by_now_as_it_is_wanted_is_no_change() {
    site.wants(KIND, "A", Site.is(MailProfileRows.GRANTED_TO, "erp"));
    Script script = site.script();
    profiles.profile("A", null).grant("A", "erp", false);

    assertThat(site.run(script.fix(), Site.NO).errors()).isEmpty();
    assertThat(msdb.calls()).isZero();
  }

  @Test
  void an_account_is_made_before_a_profile_tries_it_and_removed_after() {
    profiles.profile("A", null).link("A", "First", 1L).link("A", "Second", 2L);
    site.wantsGone(MailAccountRows.CATALOGUE, "First")
        .wants(
            MailAccountRows.CATALOGUE,
            "Third",
            Site.is(MailAccountRows.EMAIL_ADDRESS, "a@example.com"),
            Site.is(MailAccountRows.MAILSERVER_NAME, "relay.example.com"))
        .wants(KIND, "A", Site.list(MailProfileRows.ACCOUNTS, List.of("Third", "Second")))
        .wants(KIND, "New", Site.is(MailProfileRows.ACCOUNTS, "Third"));

    mendedAndRolledBack();
  }

  @Test
  void an_account_that_a_profile_still_tries_for_lack_of_a_switch_is_not_removed() {
    profiles.profile("A", null).link("A", "First", 1L);
    site.wantsGone(MailAccountRows.CATALOGUE, "First")
        .wants(KIND, "A", Site.is(MailProfileRows.ACCOUNTS, "Second"));

    Session session = site.run(site.script().fix(), Site.NO);

    assertThat(session.errors().get(0))
        .startsWith("0 changed, 1 stopped")
        .contains("[mailProfiles A: accounts are left out; needs AllowNarrowing=yes]")
        .contains("[mailAccounts First: a profile still sends through it");
    assertThat(msdb.accounts()).contains("First");
  }

  @Test
  void another_server_is_refused() {
    profiles.profile("A", null);
    String fix = site.wants(KIND, "A", Site.is(MailProfileRows.DESCRIPTION, "x")).script().fix();
    Msdb other = new Msdb("SQL02");
    new Profiles(other).profile("A", null);

    Session session = Batch.run(fix, Map.of(), other);

    assertThat(session.errors())
        .containsExactly(
            "This script is for the server [SQL01], and here is [SQL02]: nothing was changed.");
    assertThat(other.calls()).isZero();
  }

  @Test
  void sqlcmd_asks_for_a_switch_and_where_nobody_replaces_it_it_is_off() {
    profiles.profile("A", null);
    String fix =
        site.wants(KIND, "A", Site.is(MailProfileRows.GRANTED_TO, "public")).script().fix();

    assertThatThrownBy(() -> Batch.run(fix, Map.of(), msdb))
        .isInstanceOf(SqlCmd.UndefinedVariable.class)
        .hasMessageContaining("AllowWidening");
    assertThat(site.run(fix, "$(AllowWidening)").errors().get(0)).contains("left out");
    assertThat(profiles.senders("A", false)).isEmpty();
    assertThat(fix).contains("sqlcmd -S SQL01 -E -b -v AllowWidening=no -i SQL01.sql");
  }

  @Test
  void a_row_that_needs_no_switch_is_done_though_another_is_left_out() {
    profiles.profile("A", null).grant("A", "erp", false);
    site.wants(
        KIND,
        "A",
        Site.is(MailProfileRows.DESCRIPTION, "new"),
        Site.is(MailProfileRows.GRANTED_TO, "public"));

    Session session = site.run(site.script().fix(), Site.NO);

    assertThat(session.errors())
        .containsExactly(
            "1 changed, none stopped, 1 left out:  [mailProfiles A: grants and default_for are"
                + " left out;"
                + " needs AllowNarrowing=yes AllowWidening=yes]");
    assertThat(profiles.description("A")).isEqualTo("new");
    assertThat(profiles.senders("A", false)).containsExactly("erp");
  }

  @Test
  void a_name_that_tools_cut_off_is_by_hand() {
    profiles.profile("A\0", null);
    site.wants(KIND, "A\0", Site.is(MailProfileRows.DESCRIPTION, "x"));

    assertThat(byHand()).singleElement().asString().contains("the character NUL");
  }
}
