package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.dialect.TSql;
import org.relaycheck.script.SqlPhrases;

/**
 * The statements that all steps about profiles share.
 *
 * <p>Of each aspect of a profile there is one text, as bytes: {@code @is_x} as it is, {@code
 * @end_x} as it must be afterwards. A list is the hexadecimal digits of its items, so that no
 * character of a name, and no collation, can make two lists equal.
 */
final class ProfileSql {

  /** The mark before a grant, and before one that makes the profile somebody's default. */
  static final String GRANT = ".";

  static final String DEFAULT = "*";

  /**
   * Also of a grant whose user is gone, and told like the question tells it. ISNULL would cut the
   * text to the length of a name.
   */
  private static final String GRANTS =
      """
      (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g\
      """;

  /** Accounts with one number have no order, and are told like the question tells them. */
  private static final String ACCOUNTS =
      """
      SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
        SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
                 WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                        WHERE o.profile_id = l.profile_id
                          AND (o.sequence_number = l.sequence_number
                               OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
                 THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                      + N', as another)'
                 ELSE a.name END), 2)
          FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
          JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
         WHERE l.profile_id = @profile
         ORDER BY l.sequence_number, a.name
           FOR XML PATH(N'')), N''));\
      """;

  private static final String LINKS_OF_OTHERS =
      """
      ISNULL((
        SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
               + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
          FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
         WHERE l.profile_id <> @profile
         ORDER BY l.profile_id, l.account_id
           FOR XML PATH(N'')), N'')\
      """;

  private ProfileSql() {}

  /** The variables, once a script. */
  static String declarations() {
    return """
    DECLARE @profile int, @profiles int, @other int, @account int, @principal int;
    DECLARE @who nvarchar(256), @text nvarchar(256), @number int, @default bit;
    DECLARE @do_description bit, @do_accounts bit, @do_senders bit;
    DECLARE @is_description varbinary(max), @end_description varbinary(max);
    DECLARE @is_accounts varbinary(max), @end_accounts varbinary(max);
    DECLARE @is_senders varbinary(max), @end_senders varbinary(max);
    DECLARE @is_moved varbinary(max), @end_moved varbinary(max);
    DECLARE @is_rest varbinary(max), @end_rest varbinary(max);
    DECLARE @from varbinary(max), @to varbinary(max), @from_moved varbinary(max), @to_moved varbinary(max);
    """;
  }

  /** A list's text as bytes, of its {@link #item}s. */
  static String items(Stream<String> items) {
    String text = items.collect(Collectors.joining(" + "));
    return "CONVERT(varbinary(max), " + (text.isEmpty() ? "N''" : text) + ")";
  }

  /** An item of a list: a mark, and the digits of its text. */
  static String item(String mark, String text) {
    return TSql.text(mark) + " + " + digits(SqlPhrases.bytes(text));
  }

  private static String digits(String bytes) {
    return "CONVERT(nvarchar(max), " + bytes + ", 2)";
  }

  /** How many profiles the server takes for this name; nobody can add one until the end. */
  static List<String> count() {
    return List.of(
        "SELECT @profiles = COUNT(*)",
        "  FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)",
        " WHERE p.name = @name;");
  }

  /** Reads the profile that is called {@code @name}, and stops unless there is exactly one. */
  static List<String> loadByName(DefaultMoves moves) {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT @profile = NULL;");
    sql.addAll(description(SqlPhrases.exactly("p.name", "@name")));
    sql.add("IF @profile IS NULL");
    sql.add(SqlPhrases.raise("there is no profile of exactly this name"));
    sql.addAll(lists(moves));
    return sql;
  }

  /** Reads the profile {@code @profile}. */
  static List<String> loadById(DefaultMoves moves) {
    List<String> sql = new ArrayList<>(description("p.profile_id = @profile"));
    sql.add("IF @@ROWCOUNT <> 1");
    sql.add(SqlPhrases.raise("afterwards the profile is gone; rolled back"));
    sql.addAll(lists(moves));
    return sql;
  }

  private static List<String> description(String where) {
    return List.of(
        "SELECT @profile = p.profile_id,",
        "       @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))",
        "  FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)",
        " WHERE " + where + ";");
  }

  static List<String> lists(DefaultMoves moves) {
    List<String> sql = new ArrayList<>(List.of(ACCOUNTS.split("\n")));
    String own = "g.profile_id = @profile" + among(" AND %s NOT IN (%s)", moves.apart());
    sql.addAll(text("@is_senders", grants(moves.elsewhere(), "", own, "")));
    sql.addAll(moved(moves));
    sql.addAll(rest(moves));
    return sql;
  }

  /** What the step is not about must stay, but for defaults that a profile takes from another. */
  static List<String> rest(DefaultMoves moves) {
    return text(
        "@is_rest",
        LINKS_OF_OTHERS
            + "\n+ "
            + grants(
                moves.here().keySet(),
                "CONVERT(nvarchar(20), g.profile_id) + ",
                "(g.profile_id <> @profile" + among(" OR %s IN (%s)", moves.apart()) + ")",
                "g.profile_id, "));
  }

  /** Which other profiles are the default of those whose default this one is to be. */
  private static List<String> moved(DefaultMoves moves) {
    if (moves.here().isEmpty()) {
      return List.of("SET @is_moved = " + items(Stream.of()) + ";");
    }
    String name = "CONVERT(varbinary(512), g.name)";
    return text(
        "@is_moved",
        "ISNULL((\n  SELECT N' ' + "
            + digits(name)
            + " + N'=' + "
            + digits("CONVERT(varbinary(512), o.name)")
            + "\n    FROM "
            + GRANTS.replace("\n", "\n    ")
            + "\n    JOIN msdb.dbo.sysmail_profile AS o ON o.profile_id = g.profile_id"
            + "\n   WHERE g.profile_id <> @profile AND g.is_default = 1 AND "
            + name
            + " IN ("
            + bytes(moves.here().keySet())
            + ")\n   ORDER BY "
            + name
            + ", o.profile_id\n     FOR XML PATH(N'')), N'')");
  }

  /** Stops if the profile is the default of one of them. */
  static List<String> requireNoDefaultOf(Collection<String> names) {
    String sql =
        "SELECT @profiles = COUNT(*)\n  FROM "
            + GRANTS.replace("\n", "\n  ")
            + "\n WHERE g.profile_id = @profile AND g.is_default = 1\n   AND "
            + "CONVERT(varbinary(512), g.name) IN ("
            + bytes(names)
            + ");\nIF @profiles > 0";
    List<String> lines = new ArrayList<>(List.of(sql.split("\n")));
    lines.add(
        SqlPhrases.raise("it still is the default of somebody who is to get another one first"));
    return lines;
  }

  private static String grants(
      Collection<String> masked, String before, String where, String order) {
    String name = "CONVERT(varbinary(512), g.name)";
    String mask = among(" AND %s NOT IN (%s)", masked);
    return "ISNULL((\n  SELECT "
        + before
        + "CASE WHEN g.is_default = 1"
        + mask
        + " THEN N'*' ELSE N'.' END + "
        + digits(name)
        + "\n    FROM "
        + GRANTS.replace("\n", "\n    ")
        + "\n   WHERE "
        + where
        + "\n   ORDER BY "
        + order
        + name
        + "\n     FOR XML PATH(N'')), N'')";
  }

  /** A condition about the names of some; nothing for none. */
  private static String among(String condition, Collection<String> names) {
    return names.isEmpty()
        ? ""
        : condition.formatted("CONVERT(varbinary(512), g.name)", bytes(names));
  }

  private static String bytes(Collection<String> names) {
    return names.stream()
        .sorted(ProfileSenders.BY_BYTES)
        .map(SqlPhrases::bytes)
        .collect(Collectors.joining(", "));
  }

  private static List<String> text(String variable, String expression) {
    String sql = "SELECT " + variable + " = CONVERT(varbinary(max), " + expression + ");";
    return List.of(sql.split("\n"));
  }
}
