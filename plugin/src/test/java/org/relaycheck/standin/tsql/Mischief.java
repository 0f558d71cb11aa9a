package org.relaycheck.standin.tsql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a procedure may do beside its work: to an account itself, or to somebody else. */
final class Mischief {

  private Mischief() {}

  static void also(Msdb msdb, String procedure, @Nullable Object account) {
    if (procedure.endsWith("principalprofile_sp")) {
      remove(msdb, Msdb.PRINCIPAL_PROFILE);
    } else if (procedure.contains("_profile")) {
      remove(msdb, Msdb.PROFILE_ACCOUNT);
    } else if (procedure.endsWith("configure_sp")) {
      msdb.all(Msdb.CONFIGURATION).forEach(row -> row.put("description", "changed too"));
    } else {
      msdb.all(Msdb.ACCOUNT).stream()
          .filter(row -> Objects.equals(row.get("account_id"), account))
          .forEach(row -> row.put("description", "changed too"));
    }
  }

  /** The oldest row, which is a bystander's. */
  private static void remove(Msdb msdb, String table) {
    List<Map<String, @Nullable Object>> rows = msdb.all(table);
    if (!rows.isEmpty()) {
      rows.remove(0);
    }
  }
}
