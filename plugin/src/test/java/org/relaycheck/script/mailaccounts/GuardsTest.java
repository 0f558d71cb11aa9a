package org.relaycheck.script.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.ByHand;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Credentials;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.state.expectation.IsOneOf;
import org.relaycheck.state.expectation.WithinBounds;

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
    String fix = workshop.script().fix();
    msdb.change("A", "port", 26L);

    Session session = workshop.run(fix, "");

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
    String fix = all.script().fix();
    many.accounts().forEach(name -> many.change(name, "port", 26L));

    Session session = all.run(fix, "");

    assertThat(session.errors().get(0)).startsWith("0 changed, 50 stopped and left as found");
    String told = String.join("", session.errors()).replace("(more) ", "");
    assertThat(many.accounts()).allMatch(name -> told.contains("[mailAccounts " + name + ": "));
    assertThat(session.errors()).noneMatch(line -> line.endsWith("..."));
  }

  @Test
  void another_server_is_refused() {
    String fix = workshop.script().fix();
    Msdb other = new Msdb("SQL02").account("A", Workshop.plain());
    String before = other.dump();

    Session session = Batch.run(fix, Map.of(), other);

    assertThat(session.errors())
        .containsExactly(
            "This script is for the server [SQL01], and here is [SQL02]: nothing was changed.");
    assertThat(other.dump()).isEqualTo(before);
    assertThat(other.calls()).isZero();
  }

  @Test
  void a_server_of_before_2022_is_not_asked_for_a_group() {
    String fix = workshop.script().fix();
    msdb.old();

    assertThat(workshop.run(fix, "").errors()).isEmpty();
    assertThat(msdb.value("A", "port")).isEqualTo(587L);
  }

  @ParameterizedTest
  @CsvSource({"g1, g1, 0", "g1, g2, 1", "g1, , 1", ", g1, 1", ", , 0"})
  void the_msdb_of_a_contained_group_is_told_apart(
      @Nullable String read, @Nullable String here, int errors) {
    String fix =
        workshop
            .facts(read == null ? Map.of() : Map.of("ContainedAvailabilityGroup", read))
            .script()
            .fix();
    if (here != null) {
      msdb.inGroup(here);
    }

    Session session = workshop.run(fix, "");

    assertThat(session.errors()).hasSize(errors);
    assertThat(msdb.calls()).isEqualTo(errors == 0 ? 2 : 0);
  }

  @Test
  void an_account_that_is_gone_stops() {
    String fix = workshop.script().fix();
    msdb.change("A", "name", "elsewhere");

    assertThat(workshop.run(fix, "").errors().get(0))
        .contains("[mailAccounts A: there is no account");
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
                    MailAccountRows.PORT, new IsOneOf<>(List.of(Optional.of(1L), Optional.of(2L)))))
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
                    new WithinBounds<>(
                        Optional.of(26L), Optional.empty(), java.util.Comparator.naturalOrder())));

    assertThat(bounded.run(bounded.script().fix(), "").errors()).isEmpty();
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

    String fix = one.script().fix();

    assertThat(fix).contains("The rollback cannot undo: mailAccounts 'A': replyto_address was");
    assertThat(one.run(fix, "").errors()).isEmpty();
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
