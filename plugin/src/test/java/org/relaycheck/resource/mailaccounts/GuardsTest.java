package org.relaycheck.resource.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Script;
import org.relaycheck.state.OneOf;
import org.relaycheck.state.Within;
import org.relaycheck.tsql.Batch;
import org.relaycheck.tsql.Credentials;
import org.relaycheck.tsql.Msdb;
import org.relaycheck.tsql.Session;
import org.relaycheck.tsql.SqlCmd;

/** What stops a script, or keeps one from being written. */
class GuardsTest {

  private final Msdb msdb =
      new Msdb("sql01").account("A", Workshop.plain()).account("B", Workshop.plain());
  private final Workshop workshop =
      new Workshop(msdb)
          .wants("A", Workshop.is(MailAccountRows.PORT, "587"))
          .wants("B", Workshop.is(MailAccountRows.PORT, "587"));

  @Test
  void one_account_that_stops_does_not_stop_the_others_and_is_told_at_the_end() {
    String remedy = workshop.script().remedy();
    msdb.change("A", "port", 26L);

    Session session = workshop.run(remedy, "");

    assertThat(session.errors()).hasSize(1);
    assertThat(session.errors().get(0))
        .startsWith("1 changed, 1 stopped and left as found:  [mailAccounts A: port is neither");
    assertThat(msdb.value("A", "port")).isEqualTo(26L);
    assertThat(msdb.value("B", "port")).isEqualTo(587L);
  }

  @Test
  void all_that_stop_are_told_however_many_they_are() {
    Msdb many = new Msdb(Workshop.SERVER);
    Workshop all = new Workshop(many);
    for (int i = 10; i < 60; i++) {
      many.account("Account " + i, Workshop.plain());
      all.wants("Account " + i, Workshop.is(MailAccountRows.PORT, "587"));
    }
    String remedy = all.script().remedy();
    many.accounts().forEach(name -> many.change(name, "port", 26L));

    Session session = all.run(remedy, "");

    assertThat(session.errors().get(0)).startsWith("0 changed, 50 stopped and left as found");
    String told = String.join("", session.errors()).replace("(more) ", "");
    assertThat(many.accounts()).allMatch(name -> told.contains("[mailAccounts " + name + ": "));
    assertThat(session.errors()).noneMatch(line -> line.endsWith("..."));
  }

  @Test
  void another_server_is_refused() {
    String remedy = workshop.script().remedy();
    Msdb other = new Msdb("SQL02").account("A", Workshop.plain());
    String before = other.dump();

    Session session = Batch.run(remedy, Map.of(), other);

    assertThat(session.errors())
        .containsExactly(
            "This script is for the server [SQL01], and here is [SQL02]: nothing was changed.");
    assertThat(other.dump()).isEqualTo(before);
    assertThat(other.calls()).isZero();
  }

  @Test
  void a_server_of_before_2022_is_not_asked_for_a_group() {
    String remedy = workshop.script().remedy();
    msdb.old();

    assertThat(workshop.run(remedy, "").errors()).isEmpty();
    assertThat(msdb.value("A", "port")).isEqualTo(587L);
  }

  @ParameterizedTest
  @CsvSource({"g1, g1, 0", "g1, g2, 1", "g1, , 1", ", g1, 1", ", , 0"})
  void the_msdb_of_a_contained_group_is_told_apart(
      @Nullable String read, @Nullable String here, int errors) {
    String remedy =
        workshop
            .facts(read == null ? Map.of() : Map.of("ContainedAvailabilityGroup", read))
            .script()
            .remedy();
    if (here != null) {
      msdb.inGroup(here);
    }

    Session session = workshop.run(remedy, "");

    assertThat(session.errors()).hasSize(errors);
    assertThat(msdb.calls()).isEqualTo(errors == 0 ? 2 : 0);
  }

  @Test
  void an_account_that_is_gone_stops() {
    String remedy = workshop.script().remedy();
    msdb.change("A", "name", "elsewhere");

    assertThat(workshop.run(remedy, "").errors().get(0))
        .contains("[mailAccounts A: there is no account");
  }

  private Workshop basic() {
    return new Workshop(msdb)
        .wants(
            "A",
            Workshop.is(MailAccountRows.AUTH, "basic"),
            Workshop.is(MailAccountRows.USERNAME, "erp"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "0x, is empty",
    "0x20007800, begins or ends with a space",
    "$(password_hex_A), was not given",
    "0x7, holds something else",
    "0x7800780, holds something else",
    "0x78zz, holds something else",
    "7800, holds something else",
    "secret, holds something else"
  })
  void a_password_that_is_none_stops_before_anything_is_done(String variable, String why) {
    String before = msdb.dump();

    Session session = basic().given(basic().script().remedy(), variable);

    assertThat(session.errors()).hasSize(1);
    assertThat(session.errors().get(0)).contains(why);
    assertThat(msdb.dump()).isEqualTo(before);
    assertThat(msdb.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a'b", "Xq'; PRINT Zw --", "''", "\"'\"", "$(y) %d \u2019"})
  void a_password_is_stored_as_it_is_whatever_quotes_it_has_and_never_told(String password) {
    Session session = basic().run(basic().script().remedy(), password);

    assertThat(session.errors()).isEmpty();
    assertThat(msdb.secret("A")).isEqualTo(password);
    assertThat(session.messages()).noneMatch(line -> line.contains(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xq'Zw", "'Xq", "Zw'", "Xq''Zw", "Xq'; PRINT N'Zw", "Xq' + @@Zw --"})
  void a_password_that_is_given_as_it_is_stops_and_no_part_of_it_is_told(String password) {
    String before = msdb.dump();

    Session session = basic().given(basic().script().remedy(), password);

    assertThat(session.errors()).hasSize(1);
    assertThat(session.errors().get(0)).contains("0x and four hexadecimal digits");
    assertThat(session.messages() + " " + session.errors())
        .doesNotContainIgnoringCase("Xq")
        .doesNotContainIgnoringCase("Zw");
    assertThat(msdb.dump()).isEqualTo(before);
  }

  @Test
  void a_password_that_is_too_long_is_not_cut() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));
    String remedy = basic.script().remedy();

    assertThat(basic.run(remedy, "x".repeat(129)).errors()).hasSize(1);
    assertThat(basic.run(remedy, "x".repeat(128)).errors()).isEmpty();
    assertThat(msdb.secret("A")).isEqualTo("x".repeat(128));
  }

  @Test
  void a_password_that_was_lost_in_between_stops_and_is_told() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed);
    Workshop open =
        new Workshop(msdb).wants("Signed", Workshop.is(MailAccountRows.AUTH, "anonymous"));
    String remedy = open.script().remedy();
    msdb.change("Signed", "credential_id", null);
    String lost = msdb.dump();

    assertThat(open.run(remedy, "").errors().get(0)).contains("how it logs in is neither");
    assertThat(msdb.dump()).isEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({
    "mailserver_name, other.example.com",
    "port, 587",
    "enable_ssl, true"
  })
  void a_password_is_not_sent_elsewhere_if_the_login_changed_in_between(String row, String wanted) {
    for (String meddling : List.of("username", "credential_id", "identity")) {
      Map<String, @Nullable Object> signed = Workshop.plain();
      signed.put("username", "erp");
      Msdb one = new Msdb(Workshop.SERVER).account("Signed", signed);
      Workshop moved =
          new Workshop(one)
              .wants(
                  "Signed",
                  Workshop.is(MailAccountRows.CATALOGUE.row(row).orElseThrow(), wanted),
                  Workshop.is(MailAccountRows.DESCRIPTION, "moved"));
      String remedy = moved.script().remedy();
      if (meddling.equals("identity")) {
        one.credentialOf("Signed").put("credential_identity", "somebody else");
      } else {
        one.change("Signed", meddling, meddling.equals("username") ? "somebody else" : null);
      }
      String meddled = one.dump();

      Session session = moved.run(remedy, "");

      assertThat(session.errors().get(0)).as(meddling).contains("send its password elsewhere");
      assertThat(one.dump()).as(meddling).isEqualTo(meddled);
    }
  }

  @Test
  void an_account_that_was_given_a_password_in_between_is_not_sent_elsewhere_either() {
    Workshop moved =
        new Workshop(msdb)
            .wants("A", Workshop.is(MailAccountRows.MAILSERVER_NAME, "other.example.com"));
    Script script = moved.script();
    basic().run(basic().script().remedy(), "pw");
    String signed = msdb.dump();

    assertThat(moved.run(script.remedy(), "").errors().get(0))
        .contains("send its password elsewhere");
    assertThat(msdb.dump()).isEqualTo(signed);
  }

  @Test
  void a_rollback_sends_no_new_password_back_to_the_old_server() {
    Workshop moved =
        new Workshop(msdb)
            .wants("A", Workshop.is(MailAccountRows.MAILSERVER_NAME, "other.example.com"));
    Script script = moved.script();
    assertThat(moved.run(script.remedy(), "").errors()).isEmpty();
    basic().run(basic().script().remedy(), "pw");

    assertThat(moved.run(script.rollback(), "").errors().get(0))
        .contains("send its password elsewhere");
    assertThat(msdb.value("A", "servername")).isEqualTo("other.example.com");
  }

  @Test
  void what_sends_no_password_elsewhere_is_changed_whatever_the_login_is_by_now() {
    Workshop patient = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.TIMEOUT, "120"));
    String remedy = patient.script().remedy();
    basic().run(basic().script().remedy(), "pw");

    assertThat(patient.run(remedy, "").errors()).isEmpty();
    assertThat(msdb.value("A", "timeout")).isEqualTo(120L);
  }

  @Test
  void where_it_is_not_known_whether_there_is_a_password_nothing_sends_it_elsewhere() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed).login(Credentials.UNSEEN);
    Workshop moved =
        new Workshop(msdb)
            .wants(
                "Signed",
                Workshop.is(MailAccountRows.PORT, "587"),
                Workshop.is(MailAccountRows.TIMEOUT, "120"));

    assertThat(moved.prescription().byHand())
        .singleElement()
        .satisfies(one -> assertThat(one.why()).contains("must not be sent elsewhere unseen"));
    assertThat(moved.script().remedy()).contains("timeout").doesNotContain("@to_port = CONVERT");
  }

  @ParameterizedTest
  @CsvSource({"basic, new, new", "anonymous, '', "})
  void a_lost_password_is_drift_and_set_again_or_its_user_name_is_cleared(
      String auth, String password, @Nullable String secret) {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Lost", signed).change("Lost", "credential_id", null);
    Workshop again = new Workshop(msdb).wants("Lost", Workshop.is(MailAccountRows.AUTH, auth));
    Script script = again.script();

    assertThat(again.drifted()).containsExactly("Lost auth: DRIFTED");
    assertThat(again.run(script.remedy(), password).errors()).isEmpty();
    assertThat(again.drifted()).isEmpty();
    assertThat(msdb.secret("Lost")).isEqualTo(secret);
    String fixed = msdb.dump();
    assertThat(again.run(script.remedy(), "x").errors()).isEmpty();
    assertThat(again.run(script.rollback(), "x").errors()).isEmpty();
    assertThat(msdb.dump()).isEqualTo(fixed);
    assertThat(script.remedy())
        .contains("The rollback cannot undo: mailAccounts 'Lost': that 'erp' had lost its password");
  }

  @Test
  void an_account_that_lost_its_password_is_removed_and_comes_back_with_one() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Lost", signed).change("Lost", "credential_id", null);
    Workshop gone = new Workshop(msdb).wantsGone("Lost");
    Script script = gone.script();

    assertThat(gone.run(script.remedy(), "").errors()).isEmpty();
    assertThat(msdb.accounts()).doesNotContain("Lost");
    assertThat(gone.run(script.rollback(), "pw").errors()).isEmpty();
    assertThat(msdb.secret("Lost")).isEqualTo("pw");
  }

  @Test
  void a_user_name_without_a_password_is_not_taken_for_the_wanted_one() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));
    String remedy = basic.script().remedy();
    msdb.change("A", "username", "erp");
    String broken = msdb.dump();

    assertThat(basic.run(remedy, "pw").errors().get(0)).contains("how it logs in is neither");
    assertThat(msdb.dump()).isEqualTo(broken);
  }

  @Test
  void sqlcmd_itself_stops_without_the_password() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));

    assertThatThrownBy(() -> Batch.run(basic.script().remedy(), Map.of(), msdb))
        .isInstanceOf(SqlCmd.UndefinedVariable.class)
        .hasMessageContaining("password_hex_A");
    assertThat(msdb.calls()).isZero();
  }

  @Test
  void a_credential_is_made_only_by_a_login_that_may() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));
    String remedy = basic.script().remedy();
    String before = msdb.dump();
    msdb.login(Credentials.VIEW);

    assertThat(basic.run(remedy, "pw").errors().get(0)).contains("15247");
    assertThat(msdb.dump()).isEqualTo(before);
  }

  @Test
  void a_script_holds_no_password() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed);
    Workshop open =
        new Workshop(msdb).wants("Signed", Workshop.is(MailAccountRows.AUTH, "anonymous"));

    assertThat(open.script().remedy() + open.script().rollback()).doesNotContain("secret of");
  }

  @Test
  void what_no_script_can_know_is_by_hand_with_the_reason() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    signed.put("use_default_credentials", 0L);
    Msdb many =
        new Msdb(Workshop.SERVER).account("Basic", signed).account("Open", Workshop.plain());
    Workshop asked =
        new Workshop(many)
            .wants("Basic", Workshop.is(MailAccountRows.USE_DEFAULT_CREDENTIALS, "true"))
            .wants(
                "Open",
                Workshop.is(MailAccountRows.AUTH, "basic"),
                Workshop.is(MailAccountRows.EMAIL_ADDRESS, ""),
                Workshop.is(MailAccountRows.DISPLAY_NAME, "a\0b"),
                Workshop.statement(
                    MailAccountRows.PORT, new OneOf<>(List.of(Optional.of(1L), Optional.of(2L)))))
            .wants("New", Workshop.is(MailAccountRows.PORT, "587"));

    List<ByHand> left = asked.prescription().byHand();

    assertThat(asked.prescription().scripts()).isEmpty();
    assertThat(left.stream().map(one -> one.what() + ": " + one.why()))
        .containsExactly(
            "Basic, use_default_credentials: a user name and the service's own account exclude"
                + " each other; state 'auth'",
            "New: the policy states no email_address to write; the policy states no"
                + " mailserver_name to write",
            "Open, auth: auth: basic needs a user name; state 'username' too",
            "Open, display_name: it holds the character NUL, at which tools cut a text off",
            "Open, email_address: an account always has one; state the value to write as 'set'",
            "Open, port: several values would do; state the one to write as 'set'");
  }

  @Test
  void what_a_new_account_has_by_itself_is_kept_where_the_policy_accepts_it() {
    Workshop bounded =
        new Workshop(msdb)
            .wants(
                "New",
                Workshop.is(MailAccountRows.EMAIL_ADDRESS, "a@example.com"),
                Workshop.is(MailAccountRows.MAILSERVER_NAME, "relay.example.com"),
                Workshop.statement(
                    MailAccountRows.PORT,
                    new Within<>(
                        Optional.of(26L), Optional.empty(), java.util.Comparator.naturalOrder())));

    assertThat(bounded.run(bounded.script().remedy(), "").errors()).isEmpty();
    assertThat(msdb.value("New", "port")).isEqualTo(26L);
    assertThat(msdb.value("New", "enable_ssl")).isEqualTo(0L);
    assertThat(msdb.value("New", "timeout")).isNull();
  }

  @Test
  void lines_about_logging_in_that_contradict_each_other_make_no_account() {
    Workshop torn =
        new Workshop(msdb)
            .wants(
                "New",
                Workshop.is(MailAccountRows.EMAIL_ADDRESS, "a@example.com"),
                Workshop.is(MailAccountRows.MAILSERVER_NAME, "relay.example.com"),
                Workshop.is(MailAccountRows.AUTH, "anonymous"),
                Workshop.is(MailAccountRows.USERNAME, "erp"));

    assertThat(torn.prescription().scripts()).isEmpty();
    assertThat(torn.prescription().byHand().get(0).why()).contains("contradict each other");
  }

  @Test
  void an_old_value_that_the_procedures_refuse_is_told_as_lasting() {
    Map<String, @Nullable Object> commas = Workshop.plain();
    commas.put("replyto_address", "a@example.com,b@example.com");
    Msdb old = new Msdb(Workshop.SERVER).account("A", commas);
    Workshop one =
        new Workshop(old).wants("A", Workshop.is(MailAccountRows.REPLYTO_ADDRESS, "a@example.com"));

    String remedy = one.script().remedy();

    assertThat(remedy).contains("The rollback cannot undo: mailAccounts 'A': replyto_address was");
    assertThat(one.run(remedy, "").errors()).isEmpty();
    assertThat(one.drifted()).isEmpty();
  }

  @Test
  void what_was_not_read_is_not_removed_since_it_could_not_come_back() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed).login(Credentials.UNSEEN);
    Workshop gone = new Workshop(msdb).wantsGone("Signed");

    assertThat(gone.prescription().scripts()).isEmpty();
    assertThat(gone.prescription().byHand().get(0).why()).startsWith("not all of it could be read");
  }
}
