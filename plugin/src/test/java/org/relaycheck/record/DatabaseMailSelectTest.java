package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** The SELECT that a person runs, and a file of the shape that it gives. */
class DatabaseMailSelectTest {

  private static final Set<String> SETTINGS = names(MailAccountRows.CATALOGUE);

  @TempDir private Path folder;

  @Test
  void what_it_gives_is_a_record_of_all_of_database_mail() {
    Answer answer = new Recordings(folder).answer(Recordings.text("database-mail.xml"));

    assertThat(answer.at()).contains(Instant.parse("2026-11-24T09:55:00.123Z"));
    assertThat(answer.complete()).isNotEmpty();
    assertThat(answer.facts())
        .isEqualTo(
            Map.of(
                "AvailabilityGroups", "shown",
                "ProductVersion", "13.0.5026.0",
                "Edition", "Standard Edition (64-bit)",
                "EngineEdition", "2",
                "MachineName", "SQL01",
                "ServerName", "SQL01"));
    assertThat(answer.items())
        .extracting(AnswerItem::kind, AnswerItem::name, item -> item.server().orElseThrow())
        .containsExactly(
            tuple("mailAccounts", "Bulk mailer", "SQL01"),
            tuple("mailAccounts", "Signed", "SQL01"),
            tuple("mailProfiles", "Alerts", "SQL01"),
            tuple("mailSettings", "Database Mail", "SQL01"));
    AnswerItem bulk = Recordings.item(answer, "Bulk mailer");
    assertThat(bulk.change())
        .isEqualTo(
            new LastChange(Optional.of("CORP\\dba"), Optional.of("2026-10-01T08:15:30.447")));
    assertThat(bulk.values())
        .containsOnlyKeys(SETTINGS)
        .containsEntry("display_name", Raw.text("ERP & co"))
        .containsEntry("timeout", Raw.text("120"))
        .containsEntry("description", new Raw.Empty())
        .containsEntry("credential", Raw.text("false"));
    assertThat(Recordings.item(answer, "Signed").values())
        .containsOnlyKeys(SETTINGS)
        .containsEntry("timeout", new Raw.Empty())
        .containsEntry(
            "credential",
            new Raw.Unread("this login cannot see credentials: it lacks VIEW ANY DEFINITION"));
    assertThat(Recordings.item(answer, "Alerts").values())
        .containsOnlyKeys(names(MailProfileRows.CATALOGUE))
        .containsEntry("accounts", new Raw.Items(List.of("Bulk mailer")));
    assertThat(Recordings.item(answer, "Database Mail").values())
        .containsOnlyKeys(names(MailSettingRows.CATALOGUE));
  }

  @Test
  void it_names_every_setting_and_only_reads() {
    String sql = sql();

    Stream.of(MailAccountRows.CATALOGUE, MailProfileRows.CATALOGUE)
        .flatMap(catalogue -> names(catalogue).stream())
        .forEach(name -> assertThat(sql).containsPattern("[( ]N'" + name + "'"));
    assertThat(sql)
        .contains("c.paramname AS [@name]", "N'DatabaseMailXPs'", "N'queue'", "N'broker'");
    assertThat(sql.replaceAll("'[^'\n]*'", ""))
        .doesNotContainPattern(
            "(?i)\\b(?:insert|update|delete|merge|exec|execute|alter|create|drop|into|use|grant)\\b");
  }

  /** Each of these is missing on some server, and a statement that does not run does not mind. */
  @Test
  void it_asks_for_groups_and_the_agents_profile_and_says_of_which_kind_there_is_nothing() {
    String sql = sql();

    assertThat(sql)
        .containsPattern("IF EXISTS \\([^;]*N'availability_groups'\\)\\s+SET @groups")
        .containsPattern("IF EXISTS \\([^;]*N'dm_server_registry'\\)\\s+SET @agent")
        .contains("N'AvailabilityGroups'", "N'AvailabilityGroup.' + g.name")
        .contains("N'ContainedAvailabilityGroup'", "FOR XML PATH(N'empty'), TYPE)\nFOR XML PATH")
        .containsPattern("WHERE @unread IS NOT NULL\\s+FOR XML PATH\\(N'unread'\\)");
    assertThat(sql.substring(sql.indexOf("N'1' AS [@version]")))
        .doesNotContain("FROM sys.availability_groups", "FROM sys.dm_server_registry");
  }

  @Test
  void it_uses_nothing_that_is_newer_than_2008_and_only_ascii() {
    String sql = sql();

    assertThat(sql)
        .doesNotContainPattern(
            "(?i)\\b(?:concat|iif|string_agg|try_convert|format|throw|offset)\\b");
    assertThat(sql.chars()).allMatch(unit -> unit == '\n' || (unit >= ' ' && unit < 127));
    assertThat(sql).doesNotContain("$(");
  }

  @Test
  void its_parentheses_and_quotes_are_even() {
    String bare = sql().replaceAll("'[^'\n]*'", "");

    assertThat(bare).doesNotContain("'");
    assertThat(bare.chars().filter(unit -> unit == '(').count())
        .isEqualTo(bare.chars().filter(unit -> unit == ')').count());
  }

  /** The settings that an answer holds. */
  private static Set<String> names(Catalogue catalogue) {
    return catalogue.rows().stream()
        .filter(row -> !(row.binding() instanceof Binding.Computed))
        .map(Property::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without what it says to people. */
  private static String sql() {
    String whole =
        new String(
            Recordings.resource("/META-INF/relay/record-database-mail.sql"),
            StandardCharsets.UTF_8);
    return whole.replaceAll("(?m)--.*$", "");
  }
}
