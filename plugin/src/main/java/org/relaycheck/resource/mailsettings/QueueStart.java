package org.relaycheck.resource.mailsettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.remedy.SqlForm;
import org.relaycheck.remedy.SqlPhrases;
import org.relaycheck.remedy.SqlValue;
import org.relaycheck.remedy.Wish;
import org.relaycheck.state.Mend;

/** The start of the mail queue, in T-SQL: it only goes one way. */
final class QueueStart {

  private QueueStart() {}

  /** Why a script does not do it; empty if it does. */
  static <T> Optional<String> obstacle(Wish<T> wish) {
    Optional<String> obstacle = SqlValue.obstacle(wish.row(), wish.mend());
    return obstacle.isPresent() || starts(wish.row(), wish.mend())
        ? obstacle
        : Optional.of(
            "no script stops the mail queue: what is sent meanwhile is lost. EXEC"
                + " msdb.dbo.sysmail_stop_sp, if that is what is wanted");
  }

  private static <T> boolean starts(Property<T> row, Mend<T> mend) {
    return mend instanceof Mend.Write<T> write
        && List.of(MailSettingRows.STARTED, "true").contains(row.type().show(write.value()));
  }

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
    return SqlForm.transaction(name, body);
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
