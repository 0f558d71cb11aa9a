package org.relaycheck.standin.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of scripts itself: what it lets pass, and what it does not. */
class SyntaxTest {

  @Test
  void what_scripts_are_made_of_passes() {
    Syntax.require(
        """
        SET NOCOUNT ON;
        DECLARE @a int, @rc int, @t nvarchar(20);
        -- it's a comment, and /* so is this
        BEGIN TRY
          SELECT @a = COUNT(*) FROM msdb.dbo.sysmail_account AS a WHERE a.name = N'O''Brien';
          IF @a > 0
            EXEC @rc = msdb.dbo.sysmail_delete_account_sp @account_id = @a;
          ELSE
            PRINT N'a' + NCHAR(8217);
        END TRY
        BEGIN CATCH
          SET @t = ERROR_MESSAGE();
        END CATCH
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET @v = N'O'Brien';",
        "DECLARE @a int; SET @a = ;",
        "BEGIN PRINT N'a';",
        "PRINT N'a'; END",
        "BEGIN TRY PRINT N'a'; END TRY",
        "BEGIN TRY END TRY BEGIN CATCH PRINT N'a'; END CATCH",
        "IF 1 = 1",
        "PRINT N'a'",
        "PRINT N'not closed;",
        "PRINT \"a\";",
        "/* not closed",
        "EXEC @rc = p @a = ;",
        "EXEC @rc = p @a = N'x' + N'y';",
        "EXEC @rc = p @a = @x @b = @y;",
        "EXEC p @a = @x;",
        "RAISERROR(N'%s', 16, 1);",
        "RAISERROR(N'a', 16, 1, @x);",
        "RAISERROR(N'a', 10, 1);",
        "RAISERROR(N'100%', 16, 1);",
        "UPDATE msdb.dbo.sysmail_account SET name = N'x';",
        "THROW;",
        "GO\nGO 2\nUSE msdb;",
        "SELECT 1;",
        "SELECT @a = 1, FROM msdb.dbo.sysmail_account AS a;",
        ":r other.sql",
        "!!dir",
        "PRINT N'\u2019';"
      })
  void anything_else_does_not(String script) {
    assertThatThrownBy(() -> Syntax.require(script)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a'Zw", "a'Zw'", "'Zw"})
  void a_literal_that_ends_early_prints_the_text_near_it(String password) {
    String single = "DECLARE @p nvarchar(20);\nSET @p = N'$(p)';\n";

    assertThat(errors(single, password)).singleElement().asString().contains("Zw");
  }

  @Test
  void a_double_quote_ends_a_literal_in_double_quotes_only() {
    String text =
        "DECLARE @p nvarchar(20);\nSET QUOTED_IDENTIFIER OFF;\nSET @p = \"$(p)\";\nPRINT @p;\n";

    assertThat(errors(text, "a'Zw")).isEmpty();
    assertThat(errors(text, "a\"Zw")).singleElement().asString().contains("Zw");
  }

  private static List<String> errors(String script, String password) {
    return Batch.run(script, Map.of("p", password), new Msdb("SQL01")).errors();
  }

  @Test
  void each_query_and_each_call_is_shown_to_the_other_parser() {
    assertThat(
            Syntax.statements(
                Scanner.scan(
                    "IF EXISTS (SELECT 1 FROM t AS t) EXEC @rc = p @a = @b, @c = @d OUTPUT;")))
        .containsExactly("SELECT 1 FROM t AS t ", "EXEC p @a = @b , @c = @d ");
  }
}
