package org.relaycheck.script.mailaccounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.SqlPhrases;

/**
 * The statements that all steps about accounts share.
 *
 * <p>For each setting there are three variables: {@code @x} as it is, {@code @want_x} as it must be
 * afterwards, both as bytes, so that neither collation nor trailing blanks make two texts equal;
 * and {@code @to_x}, what a procedure is given. NULL and {@code ''} are one thing.
 */
final class AccountSql {

  static final int PASSWORD_LENGTH = 128;

  private static final String NUMBER = "int";
  private static final String FLAG = "bit";
  private static final String TEXT = "nvarchar(256)";

  private static final String TABLES =
      """
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
        JOIN msdb.dbo.sysmail_server AS s WITH (UPDLOCK, HOLDLOCK)
          ON s.account_id = a.account_id AND s.servertype = N'SMTP'\
      """;

  private static final String BY_NAME = " WHERE " + SqlPhrases.exactly("a.name", "@name") + ";";

  private static final String BY_ID = " WHERE a.account_id = @id;";

  /** A setting: where its text is, and what type a procedure takes it in. */
  private record Column(String expression, String type) {}

  private static final Map<Property<?>, Column> COLUMNS = columns();

  private AccountSql() {}

  private static Map<Property<?>, Column> columns() {
    Map<Property<?>, Column> columns = new LinkedHashMap<>();
    columns.put(MailAccountRows.EMAIL_ADDRESS, text("a.email_address"));
    columns.put(MailAccountRows.DISPLAY_NAME, text("a.display_name"));
    columns.put(MailAccountRows.REPLYTO_ADDRESS, text("a.replyto_address"));
    columns.put(MailAccountRows.DESCRIPTION, text("a.description"));
    columns.put(MailAccountRows.MAILSERVER_NAME, text("s.servername"));
    columns.put(MailAccountRows.PORT, number("s.port", NUMBER));
    columns.put(MailAccountRows.ENABLE_SSL, number("s.enable_ssl", FLAG));
    columns.put(MailAccountRows.TIMEOUT, number("s.timeout", NUMBER));
    columns.put(MailAccountRows.USE_DEFAULT_CREDENTIALS, number("s.use_default_credentials", FLAG));
    columns.put(MailAccountRows.USERNAME, text("s.username"));
    return columns;
  }

  private static Column text(String column) {
    return new Column("ISNULL(" + column + ", N'')", TEXT);
  }

  private static Column number(String column, String type) {
    return new Column("ISNULL(CONVERT(nvarchar(20), " + column + "), N'')", type);
  }

  /** The settings that an account is made of, in order. */
  static List<Property<?>> settings() {
    return List.copyOf(COLUMNS.keySet());
  }

  /** The variables, once a script. */
  static String declarations() {
    StringBuilder sql = new StringBuilder();
    sql.append(
        "DECLARE @id int, @found int, @login int, @secret nvarchar(max), @digits nvarchar(max);\n");
    sql.append("DECLARE @seen varbinary(512), @want varbinary(512);\n");
    sql.append("DECLARE @credential int, @want_credential int;\n");
    COLUMNS.forEach(
        (row, column) ->
            sql.append("DECLARE @")
                .append(row)
                .append(" varbinary(512), @want_")
                .append(row)
                .append(" varbinary(512), @to_")
                .append(row)
                .append(' ')
                .append(column.type())
                .append(";\n"));
    return sql.toString();
  }

  /** Reads the account that is called {@code @name}, and stops unless there is exactly one. */
  static List<String> loadByName() {
    return load(BY_NAME, "there is no account of exactly this name with a mail server");
  }

  /** Reads the account {@code @id}. */
  static List<String> loadById() {
    return load(BY_ID, "afterwards the account is gone; rolled back");
  }

  private static List<String> load(String where, String otherwise) {
    String columns =
        COLUMNS.entrySet().stream()
            .map(
                e ->
                    ",\n       @"
                        + e.getKey()
                        + " = CONVERT(varbinary(512), "
                        + e.getValue().expression()
                        + ")")
            .collect(Collectors.joining());
    String select =
        "SELECT @id = a.account_id, @credential = s.credential_id" + columns + "\n" + TABLES;
    return lines(select + "\n" + where + "\nIF @@ROWCOUNT <> 1", SqlPhrases.raise(otherwise));
  }

  /** How many accounts the server takes for the same name; nobody can add one until the end. */
  static List<String> count() {
    return List.of(
        "SELECT @found = COUNT(*)",
        "  FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)",
        " WHERE a.name = @name;");
  }

  /**
   * Every update through the procedure would drop a credential that the login cannot see. One that
   * is not there although the login may see all is gone already.
   */
  static List<String> seeCredential() {
    return List.of(
        "IF @credential IS NOT NULL",
        "   AND NOT EXISTS (SELECT 1 FROM sys.credentials AS c"
            + " WHERE c.credential_id = @credential)",
        "BEGIN",
        "  IF ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION'), 0) = 0",
        "     AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL'), 0) = 0",
        "    RAISERROR(N'this login cannot see its credential %d, so the password would be lost; it"
            + " needs ALTER ANY CREDENTIAL or VIEW ANY DEFINITION', 16, 1, @credential);",
        "  PRINT N'  its credential is gone, and the password with it.';",
        "  SET @credential = NULL;",
        "END");
  }

  /** Stops unless a visible credential holds a password for the wanted user. */
  static List<String> requirePassword() {
    return List.of(
        "IF @credential IS NULL",
        "   OR NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = @credential",
        "       AND c.credential_identity = CONVERT(nvarchar(256), @want_username))",
        SqlPhrases.raise("it has no password for this user name"));
  }

  static List<String> requireNoPassword() {
    return List.of(
        "IF @credential IS NOT NULL", SqlPhrases.raise("it has a password, and should have none"));
  }

  /** Stops unless every setting and the credential are as they must be. */
  static List<String> verify(String otherwise) {
    return List.of(
        "IF EXISTS (SELECT " + list(row -> "@want_" + row) + ", @want_credential",
        "           EXCEPT",
        "           SELECT " + list(row -> "@" + row) + ", @credential)",
        SqlPhrases.raise(otherwise));
  }

  /** As it is, so it must stay, unless a later statement says otherwise. */
  static String keep() {
    return "SELECT "
        + list(row -> "@want_" + row + " = @" + row)
        + ", @want_credential = @credential;";
  }

  private static String list(Function<Property<?>, String> item) {
    return COLUMNS.keySet().stream().map(item).collect(Collectors.joining(", "));
  }

  private static List<String> lines(String text, String last) {
    return List.of((text + "\n" + last).split("\n"));
  }
}
