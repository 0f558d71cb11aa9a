package org.relaycheck.script.mailsettings;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.SqlPhrases;

/** The start of the mail queue, in T-SQL: it only goes one way. */
final class QueueStart {

  private QueueStart() {}

  static String sql(String name) {
    List<String> body = new ArrayList<>(load());
    body.add("IF @receives = 1 AND @activates = 1");
    body.add("  PRINT N'  the mail queue is already started.';");
    body.add("ELSE");
    body.add("BEGIN");
    SqlPhrases.call("sysmail_start_sp", "").forEach(line -> body.add("  " + line));
    load().forEach(line -> body.add("  " + line));
    body.add("  IF @receives <> 1 OR @activates <> 1");
    body.add("  " + SqlPhrases.raise("afterwards the mail queue is not started; rolled back"));
    body.add("  SET @changes = 1;");
    body.add("END");
    return SqlForm.transaction(MailSettingRows.CATALOGUE, name, body);
  }

  static String stays() {
    return "PRINT N'The mail queue stays as it is: no script stops it.';\n";
  }

  private static List<String> load() {
    return List.of(
        "SELECT @receives = NULL, @activates = NULL;",
        "SELECT @receives = q.is_receive_enabled, @activates = q.is_activation_enabled",
        "  FROM msdb.sys.service_queues AS q",
        " WHERE q.name = N'ExternalMailQueue';",
        "IF @receives IS NULL",
        "  RAISERROR(N'this login may not see the mail queue; in msdb: GRANT VIEW DEFINITION ON"
            + " OBJECT::dbo.ExternalMailQueue TO its user', 16, 1);");
  }
}
