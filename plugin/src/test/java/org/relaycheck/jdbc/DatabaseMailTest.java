package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Text;

/** From the wire to readings: what a SQL Server answers to the questions themselves. */
@Timeout(30)
class DatabaseMailTest {

  private static final String LATER =
      "mailserver_name port enable_ssl timeout use_default_credentials username credential";

  private static final Rows ACCOUNTS =
      rows(
              "resource",
              "changed by",
              "changed at",
              "email_address",
              "display_name",
              "replyto_address",
              "description",
              "mailserver_name",
              "port",
              "enable_ssl",
              "timeout",
              "use_default_credentials",
              "username",
              "credential",
              "unread " + LATER,
              "unread credential")
          .row(
              "Bulk",
              "EXAMPLE\\kim",
              "2026-02-03T04:05:06",
              "bulk@example.com",
              "Bulk",
              null,
              "{}",
              "relay.example.com",
              "25",
              "0",
              "120",
              "0",
              null,
              "false",
              null,
              null)
          .row(
              "Hidden",
              "sa",
              "2026-02-03T04:05:06",
              "h@example.com",
              null,
              null,
              null,
              "relay.example.com",
              "587",
              "1",
              null,
              "0",
              "erp",
              "false",
              null,
              "no right; GRANT")
          .row(
              "Torn",
              "sa",
              "2026-02-03T04:05:06",
              "t@example.com",
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              "false",
              "no server row",
              null);

  private static final Rows SETTINGS =
      rows("setting of", "setting", "value", "unread")
          .row("Database Mail", "LoggingLevel", "2", null)
          .row("Database Mail", "ProhibitedExtensions", "exe,dll, vbs", null)
          .row("Database Mail", "MaxFileSize", "1000000", null)
          .row("Database Mail", "ReadFromConfigurationFile", "0", null)
          .row("Database Mail", "DatabaseMailXPs", "1", null)
          .row("Database Mail", "queue", "STARTED", null)
          .row("Database Mail", "activation", null, "this login may not see the queue; GRANT")
          .row("Database Mail", "broker", "true", null);

  @Test
  void accounts_are_read_with_their_way_to_log_in_and_what_is_torn_is_told() throws Exception {
    KindState accounts =
        kind(
            "mailAccounts",
            ACCOUNTS,
            rows("list", "profiles").row("Bulk", "Alerts").row("Bulk", "Night"));

    Observed bulk = resource(accounts, "Bulk");
    assertThat(accounts.complete()).isTrue();
    assertThat(seen(bulk, MailAccountRows.AUTH)).isEqualTo(Seen.of("anonymous"));
    assertThat(seen(bulk, MailAccountRows.TIMEOUT)).isEqualTo(Seen.of(120L));
    assertThat(seen(bulk, MailAccountRows.REPLYTO_ADDRESS)).isEqualTo(Seen.nothing());
    assertThat(seen(bulk, MailAccountRows.DESCRIPTION).known().orElseThrow()).hasToString("{}");
    assertThat(seen(bulk, MailAccountRows.PROFILES).known().orElseThrow()).hasSize(2);
    assertThat(bulk.change().by()).contains("EXAMPLE\\kim");
    assertThat(bulk.change().at()).contains("2026-02-03T04:05:06");
    Observed hidden = resource(accounts, "Hidden");
    assertThat(hidden.unread().get(MailAccountRows.AUTH)).contains("no right; GRANT");
    assertThat(seen(hidden, MailAccountRows.PORT)).isEqualTo(Seen.of(587L));
    assertThat(seen(hidden, MailAccountRows.PROFILES)).isEqualTo(Seen.nothing());
    Observed torn = resource(accounts, "Torn");
    assertThat(torn.unread())
        .containsEntry(MailAccountRows.PORT, "no server row")
        .containsEntry(MailAccountRows.TIMEOUT, "no server row")
        .doesNotContainKey(MailAccountRows.EMAIL_ADDRESS);
  }

  @Test
  void profiles_keep_the_order_of_their_accounts() throws Exception {
    KindState profiles =
        kind(
            "mailProfiles",
            rows("resource", "changed by", "changed at", "description")
                .row("Alerts", "sa", "2026-02-03T04:05:06", null)
                .row("Empty", "sa", "2026-02-03T04:05:06", "unused"),
            rows("list", "accounts").row("Alerts", "Zulu").row("Alerts", "Bulk"),
            rows("setting of", "setting", "value", "unread")
                .row("Alerts", "ties", "false", null)
                .row("Empty", "ties", "false", null),
            rows("list", "grants").row("Alerts", "public").row("Alerts", "erp"),
            rows("list", "default_for").row("Alerts", "public"),
            rows("setting of", "setting", "value", "unread")
                .row("Alerts", "agent", null, "this server does not show it")
                .row("Empty", "agent", "false", null));

    Observed alerts = resource(profiles, "Alerts");
    assertThat(texts(seen(alerts, MailProfileRows.ACCOUNTS))).containsExactly("Zulu", "Bulk");
    assertThat(seen(alerts, MailProfileRows.TIES)).isEqualTo(Seen.of(false));
    assertThat(seen(alerts, MailProfileRows.GRANTED_TO).known().map(Set::size)).contains(2);
    assertThat(alerts.unread())
        .containsEntry(MailProfileRows.AGENT, "this server does not show it");
    Observed empty = resource(profiles, "Empty");
    assertThat(seen(empty, MailProfileRows.ACCOUNTS)).isEqualTo(Seen.nothing());
    assertThat(seen(empty, MailProfileRows.DEFAULT_FOR)).isEqualTo(Seen.nothing());
    assertThat(seen(empty, MailProfileRows.AGENT)).isEqualTo(Seen.of(false));
  }

  @Test
  void an_instance_has_its_settings_once_and_rows_that_nobody_knows_are_dropped() throws Exception {
    KindState settings =
        kind(
            "mailSettings",
            rows("resource", "changed by", "changed at").row("Database Mail", "sa", null),
            SETTINGS);

    Observed mail = resource(settings, "Database Mail");
    assertThat(seen(mail, MailSettingRows.LOGGING_LEVEL)).isEqualTo(Seen.of("Extended"));
    assertThat(seen(mail, MailSettingRows.PROHIBITED_EXTENSIONS).known().map(Set::size))
        .contains(3);
    assertThat(seen(mail, MailSettingRows.DATABASE_MAIL_XPS)).isEqualTo(Seen.of(true));
    assertThat(seen(mail, MailSettingRows.QUEUE)).isEqualTo(Seen.of("STARTED"));
    assertThat(mail.unread().get(MailSettingRows.ACTIVATION)).contains("GRANT");
    assertThat(mail.settings().get(MailSettingRows.ACCOUNT_RETRY_DELAY)).isEmpty();
  }

  @Test
  void an_instance_without_accounts_is_read_and_lists_none() throws Exception {
    KindState accounts = kind("mailAccounts", rows("resource", "email_address"));

    assertThat(accounts)
        .isEqualTo(new KindState(true, Optional.empty(), List.of(), Optional.empty(), false));
  }

  @Test
  void a_kind_that_may_not_be_read_is_unread_with_the_grant() throws Exception {
    KindState accounts = kind("mailAccounts", rows("unread").row("no right; GRANT SELECT"));

    assertThat(accounts.unread()).contains("no right; GRANT SELECT");
    assertThat(accounts.complete()).isFalse();
  }

  /** What a survey makes of an instance that answers one kind so, and the others with nothing. */
  private static KindState kind(String kind, Reply... answer) throws Exception {
    List<Reply> replies = new ArrayList<>();
    for (SqlQuestion question : ResourceKinds.sqlQuestions()) {
      replies.add(Instance.question(question));
      replies.addAll(question.kind().equals(kind) ? List.of(answer) : List.of(rows("resource")));
    }
    try (TdsServer server = TdsServer.start(Instance.answers(replies.toArray(Reply[]::new)));
        SqlServerSource source =
            Instance.source(ResourceKinds.sqlQuestions().toArray(SqlQuestion[]::new))) {
      Map<String, HostState> states =
          new Survey(source, 1, SurveyProgress.silent())
              .of(
                  List.of(Instance.connection(Instance.way(server))),
                  ResourceKinds.catalogues(),
                  Instance.NOW);
      KindState found = ((HostState.Read) states.get("SQL01")).kinds().get(kind);
      assertThat(server.batches()).hasSize(1);
      return found;
    }
  }

  private static Observed resource(KindState kind, String name) {
    return kind.resources().stream()
        .filter(observed -> observed.address().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <T> Seen<T> seen(Observed observed, Property<T> row) {
    return observed.settings().get(row).orElseThrow().seen();
  }

  private static List<String> texts(Seen<List<Text>> seen) {
    return seen.known().orElseThrow().stream().map(Text::spelling).toList();
  }
}
