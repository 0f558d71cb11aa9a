package org.relaycheck.script.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Credentials;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.standin.tsql.SqlCmd;

/** The password of an account: how a script is given it, and that it gets nowhere else. */
class PasswordTest {

  private final Msdb msdb = new Msdb(Workshop.SERVER).account("A", Workshop.plain());

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

    Session session = basic().given(basic().script().fix(), variable);

    assertThat(session.errors()).hasSize(1);
    assertThat(session.errors().get(0)).contains(why);
    assertThat(msdb.dump()).isEqualTo(before);
    assertThat(msdb.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a'b", "Xq'; PRINT Zw --", "''", "\"'\"", "$(y) %d \u2019"})
  void a_password_is_stored_as_it_is_whatever_quotes_it_has_and_never_told(String password) {
    Session session = basic().run(basic().script().fix(), password);

    assertThat(session.errors()).isEmpty();
    assertThat(msdb.secret("A")).isEqualTo(password);
    assertThat(session.messages()).noneMatch(line -> line.contains(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xq'Zw", "'Xq", "Zw'", "Xq''Zw", "Xq'; PRINT N'Zw", "Xq' + @@Zw --"})
  void a_password_that_is_given_as_it_is_stops_and_no_part_of_it_is_told(String password) {
    String before = msdb.dump();

    Session session = basic().given(basic().script().fix(), password);

    assertThat(session.errors()).hasSize(1);
    assertThat(session.errors().get(0)).contains("0x and four hexadecimal digits");
    assertThat(session.messages() + " " + session.errors())
        .doesNotContainIgnoringCase("Xq")
        .doesNotContainIgnoringCase("Zw");
    assertThat(msdb.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "\"", "\"; --", "a\" + N'"})
  void a_password_with_a_double_quote_that_is_given_as_it_is_runs_nothing(String password) {
    String before = msdb.dump();

    Session session = basic().given(basic().script().fix(), password);

    assertThat(session.errors()).isNotEmpty();
    assertThat(msdb.dump()).isEqualTo(before);
    assertThat(msdb.calls()).isZero();
  }

  @Test
  void a_password_that_is_too_long_is_not_cut() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));
    String fix = basic.script().fix();

    assertThat(basic.run(fix, "x".repeat(129)).errors()).hasSize(1);
    assertThat(basic.run(fix, "x".repeat(128)).errors()).isEmpty();
    assertThat(msdb.secret("A")).isEqualTo("x".repeat(128));
  }

  @Test
  void a_password_that_was_lost_in_between_stops_and_is_told() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed);
    Workshop open =
        new Workshop(msdb).wants("Signed", Workshop.is(MailAccountRows.AUTH, "anonymous"));
    String fix = open.script().fix();
    msdb.change("Signed", "credential_id", null);
    String lost = msdb.dump();

    assertThat(open.run(fix, "").errors().get(0)).contains("how it logs in is neither");
    assertThat(msdb.dump()).isEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({"mailserver_name, other.example.com", "port, 587", "enable_ssl, true"})
  void a_password_is_not_sent_elsewhere_if_the_login_changed_in_between(String row, String wanted) {
    for (String meddling : List.of("username", "credential_id", "identity", "secret")) {
      Map<String, @Nullable Object> signed = Workshop.plain();
      signed.put("username", "erp");
      Msdb one = new Msdb(Workshop.SERVER).account("Signed", signed);
      Workshop moved =
          new Workshop(one)
              .wants(
                  "Signed",
                  Workshop.is(MailAccountRows.CATALOGUE.row(row).orElseThrow(), wanted),
                  Workshop.is(MailAccountRows.DESCRIPTION, "moved"));
      String fix = moved.script().fix();
      if (meddling.equals("identity")) {
        one.credentialOf("Signed").put("credential_identity", "somebody else");
      } else if (meddling.equals("secret")) {
        one.credentialOf("Signed").putAll(Map.of("secret", "new", "modify_date", "later"));
      } else {
        one.change("Signed", meddling, meddling.equals("username") ? "somebody else" : null);
      }
      String meddled = one.dump();

      Session session = moved.run(fix, "");

      assertThat(session.errors().get(0)).as(meddling).contains("send its password elsewhere");
      assertThat(one.dump()).as(meddling).isEqualTo(meddled);
    }
  }

  @Test
  void a_record_that_does_not_tell_when_a_password_was_set_is_used_as_before() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed);
    Workshop moved =
        new Workshop(msdb)
            .untold(MailAccountRows.CREDENTIAL_SET)
            .wants("Signed", Workshop.is(MailAccountRows.PORT, "587"));
    String fix = moved.script().fix();
    msdb.credentialOf("Signed").putAll(Map.of("secret", "new", "modify_date", "later"));

    assertThat(fix).doesNotContain("modify_date").contains("credential_identity");
    assertThat(moved.run(fix, "").errors()).isEmpty();
    assertThat(msdb.value("Signed", "port")).isEqualTo(587L);
  }

  @Test
  void a_rollback_sends_no_password_back_that_was_set_again_meanwhile() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed);
    Workshop moved = new Workshop(msdb).wants("Signed", Workshop.is(MailAccountRows.PORT, "587"));
    Script script = moved.script();
    assertThat(moved.run(script.fix(), "").errors()).isEmpty();
    msdb.credentialOf("Signed").putAll(Map.of("secret", "new", "modify_date", "later"));

    assertThat(moved.run(script.rollback(), "").errors().get(0))
        .contains("send its password elsewhere");
    assertThat(msdb.value("Signed", "port")).isEqualTo(587L);
  }

  @Test
  void an_account_that_was_given_a_password_in_between_is_not_sent_elsewhere_either() {
    Workshop moved =
        new Workshop(msdb)
            .wants("A", Workshop.is(MailAccountRows.MAILSERVER_NAME, "other.example.com"));
    Script script = moved.script();
    basic().run(basic().script().fix(), "pw");
    String signed = msdb.dump();

    assertThat(moved.run(script.fix(), "").errors().get(0)).contains("send its password elsewhere");
    assertThat(msdb.dump()).isEqualTo(signed);
  }

  @Test
  void a_rollback_sends_no_new_password_back_to_the_old_server() {
    Workshop moved =
        new Workshop(msdb)
            .wants("A", Workshop.is(MailAccountRows.MAILSERVER_NAME, "other.example.com"));
    Script script = moved.script();
    assertThat(moved.run(script.fix(), "").errors()).isEmpty();
    basic().run(basic().script().fix(), "pw");

    assertThat(moved.run(script.rollback(), "").errors().get(0))
        .contains("send its password elsewhere");
    assertThat(msdb.value("A", "servername")).isEqualTo("other.example.com");
  }

  @Test
  void what_sends_no_password_elsewhere_is_changed_whatever_the_login_is_by_now() {
    Workshop patient = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.TIMEOUT, "120"));
    String fix = patient.script().fix();
    basic().run(basic().script().fix(), "pw");

    assertThat(patient.run(fix, "").errors()).isEmpty();
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
    assertThat(moved.script().fix()).contains("timeout").doesNotContain("@to_port = CONVERT");
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
    assertThat(again.run(script.fix(), password).errors()).isEmpty();
    assertThat(again.drifted()).isEmpty();
    assertThat(msdb.secret("Lost")).isEqualTo(secret);
    String fixed = msdb.dump();
    assertThat(again.run(script.fix(), "x").errors()).isEmpty();
    assertThat(again.run(script.rollback(), "x").errors()).isEmpty();
    assertThat(msdb.dump()).isEqualTo(fixed);
    assertThat(script.fix())
        .contains(
            "The rollback cannot undo: mailAccounts 'Lost': that 'erp' had lost its password");
  }

  @Test
  void a_credential_that_is_really_gone_is_told_to_who_may_see_all_and_set_again() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Lost", signed).change("Lost", "credential_id", 4711L);
    Workshop again =
        new Workshop(msdb)
            .wants(
                "Lost",
                Workshop.is(MailAccountRows.AUTH, "basic"),
                Workshop.is(MailAccountRows.TIMEOUT, "120"));

    Session session = again.run(again.script().fix(), "pw");

    assertThat(session.errors()).isEmpty();
    assertThat(session.messages()).contains("  its credential is gone, and the password with it.");
    assertThat(msdb.secret("Lost")).isEqualTo("pw");
    assertThat(again.drifted()).isEmpty();
  }

  @Test
  void an_account_that_lost_its_password_is_removed_and_comes_back_with_one() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Lost", signed).change("Lost", "credential_id", null);
    Workshop gone = new Workshop(msdb).wantsGone("Lost");
    Script script = gone.script();

    assertThat(gone.run(script.fix(), "").errors()).isEmpty();
    assertThat(msdb.accounts()).doesNotContain("Lost");
    assertThat(gone.run(script.rollback(), "pw").errors()).isEmpty();
    assertThat(msdb.secret("Lost")).isEqualTo("pw");
  }

  @Test
  void a_user_name_without_a_password_is_not_taken_for_the_wanted_one() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));
    String fix = basic.script().fix();
    msdb.change("A", "username", "erp");
    String broken = msdb.dump();

    assertThat(basic.run(fix, "pw").errors().get(0)).contains("how it logs in is neither");
    assertThat(msdb.dump()).isEqualTo(broken);
  }

  @Test
  void sqlcmd_itself_stops_without_the_password() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));

    assertThatThrownBy(() -> Batch.run(basic.script().fix(), Map.of(), msdb))
        .isInstanceOf(SqlCmd.UndefinedVariable.class)
        .hasMessageContaining("password_hex_A");
    assertThat(msdb.calls()).isZero();
  }

  @Test
  void a_credential_is_made_only_by_a_login_that_may() {
    Workshop basic = new Workshop(msdb).wants("A", Workshop.is(MailAccountRows.USERNAME, "erp"));
    String fix = basic.script().fix();
    String before = msdb.dump();
    msdb.login(Credentials.VIEW);

    assertThat(basic.run(fix, "pw").errors().get(0)).contains("15247");
    assertThat(msdb.dump()).isEqualTo(before);
  }

  @Test
  void a_script_holds_no_password() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "erp");
    msdb.account("Signed", signed);
    Workshop open =
        new Workshop(msdb).wants("Signed", Workshop.is(MailAccountRows.AUTH, "anonymous"));

    assertThat(open.script().fix() + open.script().rollback()).doesNotContain("secret of");
  }
}
