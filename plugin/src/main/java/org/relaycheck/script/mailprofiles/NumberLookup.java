package org.relaycheck.script.mailprofiles;

import java.util.List;
import org.relaycheck.dialect.TSql;
import org.relaycheck.script.SqlPhrases;

/** Statements that find a number by an exact name, and stop where nothing has it. */
final class NumberLookup {

  private NumberLookup() {}

  /** To {@code @account}. */
  static List<String> account(String name) {
    return List.of(
        "SELECT @account = NULL, @who = " + TSql.text(name) + ";",
        "SELECT @account = a.account_id",
        "  FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)",
        " WHERE " + SqlPhrases.exactly("a.name", "@who") + ";",
        "IF @account IS NULL",
        "  RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);");
  }

  /** To {@code @other}. */
  static List<String> profile(String name) {
    return List.of(
        "SELECT @other = NULL, @who = " + TSql.text(name) + ";",
        "SELECT @other = p.profile_id",
        "  FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)",
        " WHERE " + SqlPhrases.exactly("p.name", "@who") + ";",
        "IF @other IS NULL",
        "  RAISERROR(N'there is no profile of exactly the name [%s]', 16, 1, @who);");
  }

  /** To {@code @principal}; a role or a login without a user is nobody to the procedures. */
  static List<String> principal(String name) {
    if (name.equals(ProfileSenders.PUBLIC)) {
      return List.of("SET @principal = 0;");
    }
    return List.of(
        "SELECT @principal = NULL, @who = " + TSql.text(name) + ";",
        "SELECT @principal = u.principal_id",
        "  FROM msdb.sys.database_principals AS u",
        " WHERE " + SqlPhrases.exactly("u.name", "@who"),
        "   AND u.type IN (N'S', N'U', N'G');",
        "IF @principal IS NULL",
        "  RAISERROR(N'msdb has no user and no Windows group of exactly the name [%s]', 16, 1,"
            + " @who);");
  }
}
