package org.relaycheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.dialect.TSql;

/**
 * The shape of T-SQL scripts: one batch, so that variables live to its end, that runs on SQL Server
 * 2008 R2 and later.
 *
 * <p>A step is a {@link #transaction}; it may use {@code @name} and {@code @rc}, and counts what it
 * does in {@code @changes}. What it does only with a switch it leaves out by {@link
 * SqlSwitches#leave}.
 */
public final class SqlForm implements ScriptForm {

  /** What all scripts of Database Mail stop. */
  public static final String OUTAGE =
      "Nothing stops: Database Mail keeps settings in memory, so a change may take minutes to act.";

  /** The fact that an instance in a contained availability group tells: the group's id. */
  private static final String GROUP = "ContainedAvailabilityGroup";

  private static final String SETTINGS =
      """
      SET NOCOUNT ON;
      SET XACT_ABORT ON;
      SET QUOTED_IDENTIFIER ON;
      SET ANSI_NULLS ON;
      SET ANSI_PADDING ON;
      SET ANSI_WARNINGS ON;
      SET CONCAT_NULL_YIELDS_NULL ON;
      SET IMPLICIT_TRANSACTIONS OFF;
      SET LOCK_TIMEOUT 30000;

      DECLARE @server nvarchar(256), @group nvarchar(256), @for nvarchar(256);
      DECLARE @name nvarchar(256), @what nvarchar(300), @changes int, @rc int;
      DECLARE @stopped int, @changed int, @left int, @why nvarchar(2048);
      DECLARE @stops nvarchar(max), @piece nvarchar(1500);
      SELECT @stopped = 0, @changed = 0, @left = 0, @stops = N'';
      SET @server = ISNULL(CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName')), N'');
      """;

  /**
   * Where a session's own column is unknown to an old server, the same name of the outer row stands
   * in for it.
   */
  private static final String SESSION_GROUP =
      """
      SELECT @group = ISNULL((SELECT CONVERT(nvarchar(256), contained_availability_group_id)
                                FROM sys.dm_exec_sessions AS s WHERE s.session_id = @@SPID), N'')
        FROM (SELECT CONVERT(uniqueidentifier, NULL) AS contained_availability_group_id) AS older;
      """;

  private static final String OPEN_TRANSACTION =
      """
      IF @@TRANCOUNT > 0
      BEGIN
        RAISERROR(N'This session has an open transaction: end it, then run the script again.', 16, 1);
        RETURN;
      END
      """;

  /**
   * A message of 2048 characters or more is cut, so what stopped is told in as many as it takes.
   */
  private static final String CLOSING =
      """
      SET @piece = SUBSTRING(@stops, 1, 1500);
      IF @stopped > 0
        RAISERROR(N'%d changed, %d stopped and left as found: %s', 16, 1, @changed, @stopped, @piece);
      ELSE IF @left > 0
        RAISERROR(N'%d changed, none stopped, %d left out: %s', 16, 1, @changed, @left, @piece);
      ELSE
        PRINT N'Done: ' + CONVERT(nvarchar(20), @changed) + N' changed, none stopped.';
      WHILE DATALENGTH(@stops) > 3000
      BEGIN
        SET @stops = SUBSTRING(@stops, 1501, DATALENGTH(@stops));
        SET @piece = SUBSTRING(@stops, 1, 1500);
        RAISERROR(N'(more) %s', 16, 1, @piece);
      END
      """;

  /** What became of a step; a message of severity 16 in its body stops it and undoes it. */
  private static final String END =
      """
        COMMIT TRANSACTION;
        IF @changes > 0
        BEGIN
          SET @changed = @changed + 1;
          PRINT @what + N': changed.';
        END
        ELSE
          PRINT @what + N': no change.';
      END TRY
      BEGIN CATCH
        SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
        IF XACT_STATE() <> 0
          ROLLBACK TRANSACTION;
        SET @stopped = @stopped + 1;
        SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
        PRINT @what + N': STOPPED, left as found: ' + @why;
      END CATCH
      """;

  /**
   * A step: all of its body or nothing, whatever becomes of the others.
   *
   * @param kind told with the name, which resources of several kinds may have
   */
  public static String transaction(Catalogue kind, String name, List<String> body) {
    return "SET @name = "
        + TSql.text(name)
        + ";\nSET @what = "
        + TSql.text(kind.kind() + " ")
        + " + @name;\nBEGIN TRY\n  BEGIN TRANSACTION;\n  SET @changes = 0;\n"
        + body.stream().map(line -> "  " + line + "\n").collect(Collectors.joining())
        + END;
  }

  @Override
  public String extension() {
    return "sql";
  }

  @Override
  public String comment(String text) {
    return TSql.comment(text);
  }

  /** A listener, an alias or a wrong window may lead to a server that nobody meant. */
  private static String opening(ScriptHost host, Set<ScriptSwitch> switches) {
    Optional<String> group = Optional.ofNullable(host.state().facts().get(GROUP));
    String guard =
        group.isPresent()
            ? guard("@group", group.get(), "the availability group")
            : guard("@server", host.server(), "the server") + guard("@group", "", "the group");
    return SETTINGS + SESSION_GROUP + guard + OPEN_TRANSACTION + SqlSwitches.declared(switches);
  }

  /** An account is there before a profile names it, and no profile names one that is removed. */
  @Override
  public List<ScriptStep> ordered(List<KindRemediation> remediations) {
    return StepOrder.of(remediations);
  }

  private static String guard(String variable, String expected, String what) {
    return "SET @for = "
        + TSql.text(expected)
        + ";\n"
        + "IF "
        + variable
        + " <> @for COLLATE Latin1_General_CI_AS\n"
        + "BEGIN\n"
        + "  RAISERROR(N'This script is for "
        + what
        + " [%s], and here is [%s]: nothing was changed.', 16, 1, @for, "
        + variable
        + ");\n"
        + "  RETURN;\n"
        + "END\n";
  }

  @Override
  public List<String> body(
      ScriptHost host, Set<ScriptSwitch> switches, List<String> preludes, List<String> steps) {
    List<String> lines = new ArrayList<>(List.of(opening(host, switches)));
    lines.addAll(preludes);
    for (String step : steps) {
      lines.add("");
      lines.add(step);
    }
    lines.add("");
    lines.add(CLOSING);
    return lines;
  }

  @Override
  public String given(Set<ScriptSwitch> switches) {
    return SqlSwitches.given(switches, "yes");
  }

  @Override
  public String command(String file, ScriptHost host, Set<ScriptSwitch> switches) {
    return "sqlcmd -S " + host.address() + " -E -b " + SqlSwitches.options(switches) + "-i " + file;
  }

  @Override
  public boolean together(ScriptHost host) {
    return false;
  }

  @Override
  public List<String> usage(String file, ScriptHost host, Set<ScriptSwitch> switches) {
    List<String> lines = new ArrayList<>();
    lines.add("Run it on " + host.server() + " with: " + command(file, host, switches));
    lines.add(
        "(-b: it ends with 1 if anything stopped), or in Management Studio, or with Invoke-Sqlcmd"
            + " -AbortOnError.");
    lines.addAll(SqlSwitches.usage(switches));
    lines.addAll(
        List.of(
            "Each resource is changed in a transaction of its own, and only if it still is as it"
                + " was read; one that is not is left alone, and the others go on.",
            "Running it twice changes nothing the second time."));
    return lines;
  }
}
