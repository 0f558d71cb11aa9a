package org.relaycheck.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.SqlQuestion;

/** What must hold for every question that a SQL Server is asked. */
class SqlQuestionTest {

  private static final Pattern TEXT = Pattern.compile("N?'((?:[^']|'')*)'");
  private static final Pattern TABLE = Pattern.compile("\\bmsdb\\.dbo\\.(\\w+)\\b");
  private static final int LONGEST_NAME = 128;

  static List<SqlQuestion> questions() {
    return ResourceKinds.sqlQuestions();
  }

  @Test
  void every_kind_of_sql_server_has_a_question() {
    assertThat(questions())
        .extracting(SqlQuestion::kind)
        .containsExactlyElementsOf(
            Catalogues.ALL.stream()
                .filter(catalogue -> catalogue.product() == Product.SQL_SERVER)
                .map(Catalogue::kind)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void it_only_selects(SqlQuestion question) {
    assertThat(bare(question))
        .doesNotContainPattern(
            "(?i)\\b(?:insert|update|delete|merge|truncate|exec|execute|alter|create|drop|into|use"
                + "|grant|deny|revoke|declare|set|waitfor|kill|reconfigure|send|receive)\\b")
        .doesNotContain("*)  FROM", "SELECT *");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void it_uses_nothing_that_is_newer_than_2008_r2(SqlQuestion question) {
    assertThat(bare(question))
        .doesNotContainPattern(
            "(?i)\\b(?:concat|concat_ws|iif|choose|string_agg|string_split|try_convert|try_cast"
                + "|try_parse|parse|format|throw|offset|fetch|trim|translate|lag|lead|json_value"
                + "|openjson|greatest|least_of|datefromparts|eomonth)\\s*\\(")
        .doesNotContainPattern("(?i)\\b(?:offset|throw|within group|at time zone)\\b");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void it_is_ascii_whole_and_its_blocks_are_closed(SqlQuestion question) {
    String bare = bare(question);

    assertThat(question.sql().chars())
        .allMatch(unit -> unit == '\n' || (unit >= ' ' && unit < 127));
    assertThat(question.sql()).doesNotContain("$(", "--", "/*").endsWith(";\n");
    assertThat(bare).doesNotContain("'");
    assertThat(count(bare, "(")).isEqualTo(count(bare, ")"));
    assertThat(count(bare, "[")).isEqualTo(count(bare, "]"));
    assertThat(open(bare)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void no_name_in_it_is_longer_than_the_server_takes(SqlQuestion question) {
    assertThat(Pattern.compile("\\[([^\\]]*)]").matcher(bare(question)).results())
        .extracting(MatchResult::group)
        .allSatisfy(name -> assertThat(name.length() - 2).isLessThanOrEqualTo(LONGEST_NAME));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void every_row_of_its_table_is_in_it(SqlQuestion question) {
    assertThat(catalogue(question).rows())
        .filteredOn(row -> !(row.binding() instanceof Binding.Computed))
        .extracting(Property::name)
        .filteredOn(name -> !fromConfiguration(question, name))
        .allSatisfy(
            name ->
                assertThat(question.sql())
                    .containsPattern("(?:\\.|AS |AS \\[|N')" + name + "(?:\\b|\\])"));
  }

  /** These come by the names that the server has for them; what it lacks is asked by name. */
  private static boolean fromConfiguration(SqlQuestion question, String name) {
    return question.sql().contains("c.paramname AS [setting]")
        && question.sql().contains("(N'" + name + "')");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void it_asks_for_the_right_to_read_every_table_that_it_reads(SqlQuestion question) {
    Set<String> read = tables(bare(question));

    Set<String> asked = new TreeSet<>();
    Matcher right =
        Pattern.compile("HAS_PERMS_BY_NAME\\(N'msdb\\.dbo\\.(\\w+)', N'OBJECT', N'SELECT'\\)")
            .matcher(question.sql());
    right.results().forEach(result -> asked.add(result.group(1)));

    assertThat(asked).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void what_it_tells_names_the_grant_that_would_help(SqlQuestion question) {
    List<String> told =
        TEXT.matcher(question.sql().replaceAll("'\\s*\\+\\s*N'", ""))
            .results()
            .map(result -> result.group(1))
            .filter(text -> text.startsWith("this login may not"))
            .toList();

    assertThat(told).isNotEmpty().allSatisfy(text -> assertThat(text).contains("GRANT "));
  }

  private static Set<String> tables(String bare) {
    Set<String> tables = new TreeSet<>();
    TABLE.matcher(bare).results().forEach(result -> tables.add(result.group(1)));
    return tables;
  }

  private static Catalogue catalogue(SqlQuestion question) {
    return Catalogues.ALL.stream()
        .filter(catalogue -> catalogue.kind().equals(question.kind()))
        .findFirst()
        .orElseThrow();
  }

  /** Without its texts. */
  private static String bare(SqlQuestion question) {
    return TEXT.matcher(question.sql()).replaceAll("N");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length;
  }

  /** BEGIN and CASE that no END closes; an END too many is an error of its own. */
  private static Deque<String> open(String bare) {
    Deque<String> open = new ArrayDeque<>();
    Pattern.compile("(?i)\\b(?:begin|case|end)\\b")
        .matcher(bare)
        .results()
        .map(word -> word.group().toUpperCase(Locale.ROOT))
        .forEach(word -> close(word, open));
    return open;
  }

  private static void close(String word, Deque<String> open) {
    if (word.equals("END")) {
      open.pop();
    } else {
      open.push(word);
    }
  }
}
