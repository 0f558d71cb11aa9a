package org.relaycheck.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.kind.mailsettings.MailLogQuery;

/** Whether the page of rights grants what the questions ask for, and no more. */
class SqlRightsTest {

  @Test
  void every_table_that_is_read_is_granted_and_no_other() throws IOException {
    Set<String> read = new TreeSet<>();
    ResourceKinds.sqlQuestions()
        .forEach(question -> add(read, "\\bmsdb\\.dbo\\.(sysmail_\\w+)", question.sql()));
    add(read, "GRANT SELECT(?:'\\s*\\+ N')? ON dbo\\.(sysmail_\\w+)", MailLogQuery.QUESTION.sql());

    Set<String> granted = new TreeSet<>();
    add(granted, "GRANT SELECT ON dbo\\.(\\w+) TO", rights());

    assertThat(granted).isEqualTo(read);
  }

  @Test
  void every_grant_that_an_answer_may_name_is_there() throws IOException {
    Set<String> named = new TreeSet<>();
    ResourceKinds.sqlQuestions()
        .forEach(
            question ->
                add(
                    named,
                    "GRANT (VIEW [A-Z ]+?)(?= ON| TO)",
                    question.sql().replaceAll("'\\s*\\+\\s*N'", "")));

    // every login has this one unless it was taken away
    named.remove("VIEW ANY DATABASE");
    assertThat(named).isNotEmpty();
    assertThat(rights()).contains(named.stream().map("GRANT "::concat).toList());
  }

  @Test
  void nothing_may_be_changed_with_it() throws IOException {
    String statements = rights().replaceAll("(?m)--.*$", "");

    assertThat(statements)
        .doesNotContainPattern(
            "(?i)GRANT\\s+(?!SELECT ON|VIEW DEFINITION|VIEW ANY DEFINITION|VIEW SERVER STATE)");
    assertThat(statements).doesNotContainPattern("(?i)\\b(?:alter|control|execute|role|member)\\b");
  }

  private static String rights() throws IOException {
    return Files.readString(Path.of("../docs/sql-rights.sql"));
  }

  private static void add(Set<String> found, String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    matcher.results().forEach(result -> found.add(result.group(1)));
  }
}
