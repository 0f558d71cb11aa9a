package org.relaycheck.script.mailsettings;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.SqlPhrases;

/**
 * The change of parameters, in T-SQL. The procedure is an UPDATE that is content with no row, so
 * each is looked for before and read afterwards, with all that must stay.
 *
 * @param name of the one resource
 */
record ParameterSql(String name, List<MailParameter> parameters) {

  private static final String PROCEDURE = "sysmail_configure_sp";

  /** A control character in a value would be no XML, so texts stand as hexadecimal digits. */
  private static final List<String> OTHERS =
      List.of(
          "       @others = CONVERT(varbinary(max), ISNULL((",
          "         SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)",
          "                + N'=' + ISNULL(CONVERT(nvarchar(max),"
              + " CONVERT(varbinary(512), o.paramvalue), 2), N'')",
          "                + N'/' + ISNULL(CONVERT(nvarchar(max),"
              + " CONVERT(varbinary(512), o.description), 2), N'')",
          "           FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)",
          "          WHERE o.paramname <> @parameter",
          "          ORDER BY o.paramname",
          "            FOR XML PATH(N'')), N''))",
          "  FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)",
          " WHERE c.paramname = @parameter;");

  ParameterSql {
    parameters = List.copyOf(parameters);
  }

  /** The variables, once a script. */
  static String declarations() {
    return """
        DECLARE @parameter nvarchar(256), @value nvarchar(256), @meaning varbinary(512);
        DECLARE @has varbinary(512), @had varbinary(512), @shall varbinary(512), @meant varbinary(512);
        DECLARE @others varbinary(max), @before varbinary(max), @receives bit, @activates bit;
        """;
  }

  String sql() {
    List<String> body = new ArrayList<>();
    body.add("IF DB_ID(N'rdsadmin') IS NOT NULL");
    body.add(SqlPhrases.raise("Amazon RDS does not let anybody change the parameters"));
    parameters.forEach(parameter -> body.addAll(change(parameter)));
    return SqlForm.transaction(MailSettingRows.CATALOGUE, name, body);
  }

  private static List<String> change(MailParameter parameter) {
    String row = parameter.row().name();
    List<String> sql = new ArrayList<>();
    sql.add(
        "SELECT @parameter = " + TSql.text(row) + ", @value = " + TSql.text(parameter.to()) + ",");
    sql.add("       @had = " + SqlPhrases.bytes(parameter.from()) + ",");
    sql.add("       @shall = " + SqlPhrases.bytes(parameter.to()) + ";");
    sql.addAll(load());
    sql.add("IF @@ROWCOUNT <> 1");
    sql.add(SqlPhrases.raise("this server has no parameter " + row));
    sql.add("IF @has = @shall");
    sql.add("  PRINT " + TSql.text("  " + row + " is already so.") + ";");
    sql.add("ELSE IF @has = @had");
    sql.add("BEGIN");
    act(row).forEach(line -> sql.add("  " + line));
    sql.add("END");
    sql.add("ELSE");
    sql.add(SqlPhrases.raise(row + " is neither as it was nor as it is wanted: check again"));
    return sql;
  }

  private static List<String> load() {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),");
    sql.add("       @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),");
    sql.addAll(OTHERS);
    return sql;
  }

  /** Without a description, which would be overwritten. */
  private static List<String> act(String row) {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT @before = @others, @meant = @meaning;");
    sql.addAll(
        SqlPhrases.call(PROCEDURE, "@parameter_name = @parameter, @parameter_value = @value"));
    sql.addAll(load());
    sql.add("IF @@ROWCOUNT <> 1 OR @has <> @shall OR @meaning <> @meant OR @others <> @before");
    sql.add(
        SqlPhrases.raise("afterwards " + row + " or another is not as it should be; rolled back"));
    sql.add("SET @changes = @changes + 1;");
    return sql;
  }
}
