package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.MAIL;
import static org.relaycheck.jdbc.Instance.NOW;
import static org.relaycheck.jdbc.Instance.OTHER;
import static org.relaycheck.jdbc.Instance.question;
import static org.relaycheck.jdbc.Instance.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

@Timeout(30)
class SqlServerSourceTest {

  @Test
  void one_login_and_one_batch_bring_every_kind() throws Exception {
    Scenario two =
        Instance.answers(
            question(MAIL),
            rows("resource", "port").row("Bulk", "25"),
            question(OTHER),
            rows("resource", "description").row("Alerts", "x"));
    try (TdsServer server = TdsServer.start(two)) {

      Answer answer = Instance.answer(server, MAIL, OTHER);

      assertThat(answer.items())
          .extracting(AnswerItem::kind)
          .containsExactly(MAIL.kind(), OTHER.kind());
      assertThat(answer.complete()).isNotEmpty();
      assertThat(answer.at()).contains(NOW);
      assertThat(answer.facts()).containsEntry("ServerName", "SQL01");
      assertThat(server.batches()).containsExactly(QuestionBatch.of(List.of(MAIL, OTHER)));
      Login login = server.logins().get(0);
      assertThat(login.database()).isEqualTo("msdb");
      assertThat(login.application()).isEqualTo("relay-maven-plugin");
      assertThat(login.user()).isEqualTo("relay_reader");
    }
  }

  @Test
  void a_resource_has_its_settings_its_last_change_and_what_could_not_be_read() throws Exception {
    Scenario one =
        Instance.answers(
            question(MAIL),
            rows("resource", "changed by", "changed at", "port", "timeout", "unread a b", "b")
                .row("Bulk", "EXAMPLE\\kim", "2026-02-03T04:05:06", "25", null, "no right", "x"));
    try (TdsServer server = TdsServer.start(one)) {

      Answer answer = Instance.answer(server, MAIL);

      assertThat(answer.items())
          .containsExactly(
              new AnswerItem(
                  MAIL.kind(),
                  "Bulk",
                  Optional.empty(),
                  Map.of(
                      "port", new Raw.Text("25"),
                      "timeout", new Raw.Empty(),
                      "a", new Raw.Unread("no right"),
                      "b", new Raw.Unread("no right")),
                  new LastChange(Optional.of("EXAMPLE\\kim"), Optional.of("2026-02-03T04:05:06"))));
    }
  }

  @Test
  void lists_keep_their_order_and_a_resource_without_pieces_has_none() throws Exception {
    Scenario lists =
        Instance.answers(
            question(OTHER),
            rows("resource").row("Alerts").row("Bulk"),
            rows("list", "accounts").row("Alerts", "Zulu").row("Alerts", "Alpha"));
    try (TdsServer server = TdsServer.start(lists)) {

      Answer answer = Instance.answer(server, OTHER);

      assertThat(answer.items())
          .extracting(item -> item.values().get("accounts"))
          .containsExactly(new Raw.Items(List.of("Zulu", "Alpha")), new Raw.Empty());
    }
  }

  @Test
  void single_settings_are_added_to_their_resource_only() throws Exception {
    Scenario settings =
        Instance.answers(
            question(OTHER),
            rows("resource").row("Database Mail"),
            rows("setting of", "setting", "value", "unread")
                .row("Database Mail", "LoggingLevel", "2", null)
                .row("Database Mail", "queue", null, "no right")
                .row("made meanwhile", "LoggingLevel", "3", null));
    try (TdsServer server = TdsServer.start(settings)) {

      Answer answer = Instance.answer(server, OTHER);

      assertThat(answer.items()).hasSize(1);
      assertThat(answer.items().get(0).values())
          .containsOnly(
              Map.entry("LoggingLevel", new Raw.Text("2")),
              Map.entry("queue", new Raw.Unread("no right")));
    }
  }

  @Test
  void a_kind_without_resources_is_answered_and_a_kind_without_an_answer_is_unread()
      throws Exception {
    try (TdsServer server =
        TdsServer.start(Instance.answers(question(MAIL), rows("resource", "port")))) {

      Answer answer = Instance.answer(server, MAIL, OTHER);

      assertThat(answer.items()).isEmpty();
      assertThat(answer.answered()).containsExactlyInAnyOrder(MAIL.kind(), OTHER.kind());
      assertThat(answer.unreadKinds())
          .containsOnly(
              Map.entry(OTHER.kind(), "the server did not answer the question about mailProfiles"));
    }
  }

  @Test
  void a_missing_right_leaves_only_its_kind_unread() throws Exception {
    Scenario denied =
        Instance.answers(
            question(MAIL),
            rows("unread").row("this login may not read mail accounts; GRANT SELECT"),
            question(OTHER),
            new Failure(229, 5, 14, "SELECT permission denied on 'sysmail_profile'."),
            rows("resource").row("never mind"));
    try (TdsServer server = TdsServer.start(denied)) {

      Answer answer = Instance.answer(server, MAIL, OTHER);

      assertThat(answer.items()).isEmpty();
      assertThat(answer.unreadKinds().get(MAIL.kind()))
          .isEqualTo("this login may not read mail accounts; GRANT SELECT");
      assertThat(answer.unreadKinds().get(OTHER.kind()))
          .startsWith("the login lacks a right (error 229: SELECT permission denied")
          .endsWith("docs/sql-rights.sql has the GRANTs for a login that reads");
    }
  }

  @Test
  void an_error_in_the_middle_does_not_hide_the_kinds_after_it() throws Exception {
    Scenario locked =
        Instance.answers(
            question(MAIL),
            rows("resource").row("Bulk"),
            new Failure(1222, 51, 16, "Lock request time out period exceeded."),
            question(OTHER),
            rows("resource").row("Alerts"));
    try (TdsServer server = TdsServer.start(locked)) {

      Answer answer = Instance.answer(server, MAIL, OTHER);

      assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("Alerts");
      assertThat(answer.unreadKinds()).containsOnlyKeys(MAIL.kind());
    }
  }

  @Test
  void a_lock_in_one_kind_is_the_cause_that_the_others_name() throws Exception {
    Scenario locked =
        Instance.answers(
            question(MAIL), new Failure(1222, 51, 16, "Lock request time out period exceeded."));
    try (TdsServer server = TdsServer.start(locked)) {

      Answer answer = Instance.answer(server, MAIL, OTHER);

      assertThat(answer.unreadKinds().get(MAIL.kind()))
          .startsWith("msdb was locked by others for longer than 5 seconds (error 1222");
      assertThat(answer.unreadKinds().get(OTHER.kind()))
          .startsWith(
              "the server did not answer the question about mailProfiles, since the one about"
                  + " mailAccounts ended with: msdb was locked by others");
    }
  }

  @Test
  void a_server_that_nobody_meant_is_not_read() throws Exception {
    Scenario other = Scenario.empty().on("SET NOCOUNT ON", Instance.facts("SQL02"));
    try (TdsServer server = TdsServer.start(other)) {

      HostAnswer.Failed failed = Instance.failure(Instance.way(server));

      assertThat(failed.why()).endsWith(": it is the server SQL02, not SQL01");
      assertThat(failed.fix()).contains("'server: SQL02'");
    }
  }

  @Test
  void a_contained_availability_group_answers_from_whichever_node() throws Exception {
    Scenario group =
        Scenario.empty()
            .on(
                "SET NOCOUNT ON",
                Instance.facts(
                    "SQL02", "ContainedAvailabilityGroup", "5A1E7B52-0000-4000-8000-000000000001"),
                question(MAIL),
                rows("resource").row("Bulk"));
    try (TdsServer server = TdsServer.start(group)) {

      Answer answer = Instance.answer(server, MAIL);

      assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("Bulk");
    }
  }

  @Test
  void the_availability_groups_of_the_instance_are_facts() throws Exception {
    Scenario replica =
        Scenario.empty()
            .on(
                "SET NOCOUNT ON",
                Instance.facts("SQL01"),
                rows("fact", "value")
                    .row("AvailabilityGroup.Sales", "5A1E7B52-0000-4000-8000-000000000002"),
                question(MAIL),
                rows("resource").row("Bulk"));
    try (TdsServer server = TdsServer.start(replica)) {

      Answer answer = Instance.answer(server, MAIL);

      assertThat(answer.facts())
          .containsEntry("ServerName", "SQL01")
          .containsEntry("AvailabilityGroup.Sales", "5A1E7B52-0000-4000-8000-000000000002");
    }
  }

  @Test
  void what_is_no_sql_server_at_heart_is_not_read() throws Exception {
    Scenario strange = Scenario.empty().on("SET NOCOUNT ON", rows("fact", "value"));
    try (TdsServer server = TdsServer.start(strange)) {

      HostAnswer.Failed failed = Instance.failure(Instance.way(server));

      assertThat(failed.why()).endsWith("the server does not say its name");
    }
  }
}
