package org.relaycheck.standin.tsql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the procedures for the parameters and for the queue of Database Mail do. */
final class SettingProcedures {

  private static final Type TEXT = new Type("nvarchar", 256);

  private final Msdb msdb;

  SettingProcedures(Msdb msdb) {
    this.msdb = msdb;
  }

  /** The return code; empty if it is none of these procedures. */
  Optional<Long> call(String procedure, Map<String, @Nullable Object> given) {
    return switch (procedure.substring("msdb.dbo.".length())) {
      case "sysmail_configure_sp" -> Optional.of(configure(given));
      case "sysmail_start_sp" -> Optional.of(start());
      default -> Optional.empty();
    };
  }

  /** An UPDATE: a parameter that is not there is no error, and no value is looked at. */
  private long configure(Map<String, @Nullable Object> arguments) {
    Map<String, @Nullable Object> given =
        ProfileProcedures.typed(
            arguments,
            List.of(
                Map.of("@parameter_name", TEXT, "@parameter_value", TEXT, "@description", TEXT)));
    msdb.all(Msdb.CONFIGURATION).stream()
        .filter(
            row ->
                Msdb.folded(row.get("paramname")).equals(Msdb.folded(given.get("@parameter_name"))))
        .forEach(
            row -> {
              row.put("paramvalue", given.get("@parameter_value"));
              if (given.get("@description") != null) {
                row.put("description", given.get("@description"));
              }
            });
    return 0;
  }

  private long start() {
    if (Objects.equals(msdb.all(Msdb.OPTIONS).get(0).get("value_in_use"), 0L)) {
      throw SqlError.ofEngine("15281: SQL Server blocked access to 'Database Mail XPs'");
    }
    msdb.all(Msdb.QUEUES)
        .forEach(
            queue -> {
              queue.put("is_receive_enabled", 1L);
              queue.put("is_activation_enabled", 1L);
            });
    return 0;
  }
}
