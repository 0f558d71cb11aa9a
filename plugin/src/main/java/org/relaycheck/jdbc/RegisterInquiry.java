package org.relaycheck.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.register.RegisteredServers;

/**
 * The question for registered servers, whose group is a parameter. For one use. The two views are
 * those of msdb since SQL Server 2008; {@code server_type} 0 is the Database Engine, as the groups
 * that SQL Server itself makes in them show.
 */
final class RegisterInquiry extends BoundInquiry {

  static final String SQL =
      """
      DECLARE @group nvarchar(128);
      SET @group = ?;
      IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmanagement_shared_registered_servers', N'OBJECT', N'SELECT'), 0) = 1
         AND ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmanagement_shared_server_groups', N'OBJECT', N'SELECT'), 0) = 1
      BEGIN
        ;WITH inside AS (
          SELECT g.server_group_id
            FROM msdb.dbo.sysmanagement_shared_server_groups AS g
           WHERE (@group IS NULL AND g.parent_id IS NULL) OR g.name = @group
           UNION ALL
          SELECT c.server_group_id
            FROM msdb.dbo.sysmanagement_shared_server_groups AS c
            JOIN inside AS i ON c.parent_id = i.server_group_id)
        SELECT DISTINCT s.server_name AS [server]
          FROM msdb.dbo.sysmanagement_shared_registered_servers AS s
         WHERE s.server_type = 0
           AND s.server_group_id IN (SELECT i.server_group_id FROM inside AS i)
         ORDER BY s.server_name;
        SELECT DISTINCT g.name AS [group]
          FROM msdb.dbo.sysmanagement_shared_server_groups AS g
         WHERE g.server_type = 0
         ORDER BY g.name;
      END
      ELSE
        SELECT N'this login may not see the registered servers' AS [unread];
      """;

  private static final String RIGHT =
      "make it a member of the role that reads them, in msdb: EXEC sp_addrolemember"
          + " N'ServerGroupReaderRole', N'relay_reader'";

  private final Optional<String> group;
  private final List<String> servers = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private Optional<String> unread = Optional.of("the server did not answer the question");

  RegisterInquiry(Optional<String> group) {
    super(SQL);
    this.group = group;
  }

  @Override
  void bind(PreparedStatement statement) throws SQLException {
    if (group.isPresent()) {
      statement.setString(1, group.get());
    } else {
      statement.setNull(1, Types.NVARCHAR);
    }
  }

  @Override
  void take(ResultReader result) throws SQLException {
    switch (result.shape()) {
      case "server" -> {
        unread = Optional.empty();
        result.cells().forEach(row -> servers.add(row.get(0)));
      }
      case "group" -> result.cells().forEach(row -> groups.add(row.get(0)));
      default -> unread = Optional.of(result.word());
    }
  }

  /** What was read; to be asked when the server has answered. */
  RegisteredServers registered(String server) {
    if (unread.isPresent()) {
      return new RegisteredServers.Unread(server + ": " + unread.get(), RIGHT);
    }
    if (!servers.isEmpty()) {
      return new RegisteredServers.Listed(servers);
    }
    String there = groups.isEmpty() ? "" : "; its groups are " + String.join(", ", groups);
    return new RegisteredServers.Unread(
        server
            + " lists no SQL Server"
            + group.map(name -> " in a group '" + name + "'").orElse("")
            + there,
        "correct 'group', or register the servers there");
  }
}
