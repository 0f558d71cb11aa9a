package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.relaycheck.standin.tsql.Token.Kind;

/**
 * The syntax of a script: its structure by our own parser, which knows nothing that scripts do not
 * use, and each query and call by a parser that others wrote.
 */
public final class Syntax {

  /** What SQL Server 2008 R2 lacks, or what scripts have no business with. */
  private static final Set<String> FOREIGN =
      Set.of(
          "THROW",
          "CONCAT",
          "IIF",
          "TRY_CONVERT",
          "TRY_CAST",
          "STRING_AGG",
          "FORMAT",
          "OFFSET",
          "CHOOSE",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "DROP",
          "ALTER",
          "CREATE",
          "GRANT",
          "EXECUTE",
          "RECONFIGURE",
          "SYSMAIL_STOP_SP",
          "SP_CONFIGURE",
          "GO",
          "USE",
          "WAITFOR");

  /** The other parser is slow, and scripts have most statements in common. */
  private static final Set<String> PARSED = ConcurrentHashMap.newKeySet();

  private Syntax() {}

  /** Fails unless the script is sound, apart from the value of its variables. */
  public static void require(String script) {
    if (!script.chars().allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c <= '~'))) {
      throw new AssertionError("the script is not ASCII");
    }
    String bare = script.replaceAll("\\$\\((\\w+)\\)", "$1");
    for (String batch : SqlCmd.batches(bare, java.util.Map.of())) {
      List<Token> tokens = Scanner.scan(batch);
      for (Token token : tokens) {
        if (token.kind() == Kind.WORD && FOREIGN.contains(token.text().toUpperCase(Locale.ROOT))) {
          throw new AssertionError(token + " is nothing for a script");
        }
      }
      new Parser(tokens).batch();
      statements(tokens).forEach(Syntax::parse);
    }
  }

  private static void parse(String sql) {
    String shape = shape(sql);
    if (PARSED.contains(shape)) {
      return;
    }
    try {
      CCJSqlParserUtil.parse(sql);
      PARSED.add(shape);
    } catch (JSQLParserException wrong) {
      throw new AssertionError(sql, wrong);
    }
  }

  /** What a text holds makes no other statement of it: we have quoted it again ourselves. */
  private static String shape(String sql) {
    return sql.replaceAll("N'(?:[^']|'')*' ", "text ")
        .replaceAll("CHARACTER_OF \\( \\d+ \\) ", "text ")
        .replaceAll("text (?:\\+ text )+", "text ");
  }

  /** Queries, also within conditions, and calls. */
  static List<String> statements(List<Token> tokens) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean query = tokens.get(i).is("SELECT") && !(i > 0 && tokens.get(i - 1).is("EXCEPT"));
      if (query || tokens.get(i).is("EXEC")) {
        statements.add(text(tokens, i));
      }
    }
    return statements;
  }

  /**
   * To the semicolon, or to the parenthesis that ends a subquery; without what T-SQL has alone; to
   * T-SQL a backslash is a letter.
   */
  private static String text(List<Token> tokens, int start) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = start; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth < 0 || (depth == 0 && token.is(";"))) {
        break;
      }
      text.append(
          token.kind() == Kind.STRING
              ? "N'" + token.text().replace("'", "''").replace('\\', '/') + "' "
              : token.text() + " ");
    }
    return text.toString()
        .replace(" . ", ".")
        .replace("WITH ( UPDLOCK , HOLDLOCK ) ", "")
        .replaceAll("CONVERT \\( \\w+ (?:\\( \\w+ \\) )?, ", "CONVERTED ( ")
        .replace("NCHAR (", "CHARACTER_OF (") // which it takes for a type
        .replace("EXEC @rc = ", "EXEC ")
        .replace(" OUTPUT", "");
  }
}
