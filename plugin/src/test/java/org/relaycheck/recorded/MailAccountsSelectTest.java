package org.relaycheck.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Item;
import org.relaycheck.state.Change;
import org.relaycheck.value.Raw;

/** The SELECT that a person runs, and a file of the shape that it gives. */
class MailAccountsSelectTest {

  private static final Set<String> SETTINGS =
      Set.of(
          "email_address",
          "display_name",
          "replyto_address",
          "description",
          "mailserver_name",
          "port",
          "use_default_credentials",
          "enable_ssl",
          "timeout",
          "username",
          "credential");

  @TempDir private Path folder;

  @Test
  void what_it_gives_is_a_record_of_every_account() {
    Answer answer = new Recordings(folder).answer(Recordings.text("mail-accounts.xml"));

    assertThat(answer.at()).contains(Instant.parse("2026-11-24T09:55:00.123Z"));
    assertThat(answer.complete()).isTrue();
    assertThat(answer.facts())
        .isEqualTo(
            Map.of(
                "ProductVersion", "13.0.5026.0",
                "Edition", "Standard Edition (64-bit)",
                "EngineEdition", "2"));
    assertThat(answer.items())
        .extracting(Item::kind, Item::name, item -> item.server().orElseThrow())
        .containsExactly(
            tuple("mailAccounts", "Bulk mailer", "SQL01"),
            tuple("mailAccounts", "Signed", "SQL01"));
    Item bulk = Recordings.item(answer, "Bulk mailer");
    assertThat(bulk.change())
        .isEqualTo(new Change(Optional.of("CORP\\dba"), Optional.of("2026-10-01T08:15:30.447")));
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
  }

  @Test
  void it_names_every_setting_and_only_reads() {
    String sql = sql();

    Set<String> named =
        Pattern.compile("N'([a-z_]+)'(?:,| AS \\[@name])")
            .matcher(sql)
            .results()
            .map(MatchResult::group)
            .map(text -> text.substring(2, text.lastIndexOf('\'')))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).containsExactlyInAnyOrderElementsOf(SETTINGS);
    assertThat(sql.replaceAll("'[^'\n]*'", ""))
        .doesNotContainPattern(
            "(?i)\\b(?:insert|update|delete|merge|exec|execute|alter|create|drop|into|use|grant)\\b");
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

  /** Without what it says to people. */
  private static String sql() {
    String whole =
        new String(
            Recordings.resource("/META-INF/relay/record-mail-accounts.sql"),
            StandardCharsets.UTF_8);
    return whole.replaceAll("(?m)--.*$", "");
  }
}
