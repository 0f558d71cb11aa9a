package org.relaycheck.jdbc;

import java.util.List;
import org.relaycheck.live.SqlQuestion;

/** The one batch that a server is sent: what it is, then every question. Constants, all of it. */
final class QuestionBatch {

  static final String FACT = "fact";
  static final String QUESTION = "question";

  /** The fact that tells what the server's clock showed. */
  static final String READ = "Read";

  /**
   * How a session begins, and who the server is. Where the view of an old server lacks the column
   * of the availability group, the same name of the outer row stands in for it. A login that may
   * not see availability groups sees none, so it is told whether it may.
   */
  static final String START =
      """
      SET NOCOUNT ON;
      SET LOCK_TIMEOUT 5000;
      SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
      SELECT facts.name AS [fact], facts.value AS [value]
        FROM (VALUES
         (N'ProductVersion', CONVERT(nvarchar(256), SERVERPROPERTY(N'ProductVersion'))),
         (N'ProductLevel', CONVERT(nvarchar(256), SERVERPROPERTY(N'ProductLevel'))),
         (N'Edition', CONVERT(nvarchar(256), SERVERPROPERTY(N'Edition'))),
         (N'EngineEdition', CONVERT(nvarchar(256), SERVERPROPERTY(N'EngineEdition'))),
         (N'ServerName', CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName'))),
         (N'MachineName', CONVERT(nvarchar(256), SERVERPROPERTY(N'MachineName'))),
         (N'InstanceName', CONVERT(nvarchar(256), SERVERPROPERTY(N'InstanceName'))),
         (N'Read', CONVERT(nvarchar(19), SYSUTCDATETIME(), 126) + N'Z'),
         (N'Node', CONVERT(nvarchar(256), SERVERPROPERTY(N'ComputerNamePhysicalNetBIOS'))),
         (N'HostPlatform', CASE WHEN @@VERSION LIKE N'% on Linux%' THEN N'Linux'
                                ELSE N'Windows' END),
         (N'Hosting', CASE WHEN CONVERT(int, SERVERPROPERTY(N'EngineEdition')) = 8
                           THEN N'Azure SQL Managed Instance'
                           WHEN DB_ID(N'rdsadmin') IS NOT NULL THEN N'Amazon RDS' END)
       ) AS facts (name, value)
       WHERE facts.value IS NOT NULL;
      SELECT N'ContainedAvailabilityGroup' AS [fact], mine.value AS [value]
        FROM (SELECT CONVERT(uniqueidentifier, NULL) AS contained_availability_group_id) AS older
       CROSS APPLY (SELECT CONVERT(nvarchar(256), contained_availability_group_id) AS value
                      FROM sys.dm_exec_sessions AS s
                     WHERE s.session_id = @@SPID) AS mine
       WHERE mine.value <> N'00000000-0000-0000-0000-000000000000';
      SELECT N'AvailabilityGroups' AS [fact], N'shown' AS [value]
       WHERE ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION'), 0) = 1
          OR ISNULL(CONVERT(int, SERVERPROPERTY(N'IsHadrEnabled')), 0) = 0;
      IF EXISTS (SELECT 1 FROM sys.all_objects AS o WHERE o.name = N'availability_groups')
        SELECT N'AvailabilityGroup.' + g.name AS [fact],
               CONVERT(nvarchar(36), g.group_id) AS [value]
          FROM sys.availability_groups AS g
         ORDER BY g.name;
      """;

  private QuestionBatch() {}

  static String of(List<SqlQuestion> questions) {
    StringBuilder sql = new StringBuilder(START);
    for (SqlQuestion question : questions) {
      sql.append("SELECT N'").append(question.kind()).append("' AS [question];\n");
      sql.append(question.sql());
    }
    return sql.toString();
  }
}
