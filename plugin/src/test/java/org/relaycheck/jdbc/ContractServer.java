package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.live.SqlProperty;

/**
 * The SQL Server that the environment names.
 *
 * @param url such as {@code jdbc:sqlserver://sql01.example:1433;trustServerCertificate=true}
 * @param user who may set up Database Mail
 * @param password of that user
 */
record ContractServer(String url, String user, String password) {

  private static final Pattern URL =
      Pattern.compile("jdbc:sqlserver://([^:;\\\\]+)(?::([0-9]+))?((?:;.*)?)");

  static ContractServer ofEnvironment() {
    return new ContractServer(
        System.getenv("RELAY_SQLSERVER_URL"),
        System.getenv("RELAY_SQLSERVER_USER"),
        System.getenv("RELAY_SQLSERVER_PASSWORD"));
  }

  /** A host of the connections, in YAML's flow style. */
  String host() throws SQLException {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "RELAY_SQLSERVER_URL is not such as jdbc:sqlserver://sql01.example:1433");
    }
    String port = parts.group(2) == null ? "1433" : parts.group(2);
    return "{sqlserver: '%s', port: %s, credentials: contract, server: '%s', properties: %s}"
        .formatted(
            parts.group(1),
            port,
            text("SELECT CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName'))"),
            properties(parts.group(3)));
  }

  /** Those that a user may set, in YAML. */
  private static String properties(String stated) {
    List<String> properties = new ArrayList<>();
    for (String one : stated.split(";", -1)) {
      int equals = one.indexOf('=');
      if (equals > 0 && SqlProperty.named(one.substring(0, equals)).isPresent()) {
        String value = one.substring(equals + 1);
        String known = Map.of("true", "mandatory", "false", "optional").getOrDefault(value, value);
        boolean encrypt = one.startsWith("encrypt=");
        properties.add(one.substring(0, equals) + ": '" + (encrypt ? known : value) + "'");
      }
    }
    return "{" + String.join(", ", properties) + "}";
  }

  /** Runs a procedure with its parameters, names and values in turn. */
  void run(String procedure, Object... parameters) throws SQLException {
    StringBuilder sql = new StringBuilder("EXEC msdb.dbo.").append(procedure);
    for (int i = 0; i < parameters.length; i += 2) {
      sql.append(i == 0 ? " @" : ", @").append(parameters[i]).append(" = ?");
    }
    try (Connection connection = source().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 1; i < parameters.length; i += 2) {
        statement.setObject(i / 2 + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  /** The one value that a batch gives. */
  String text(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Runs a batch to its end, which an error of severity 11 or more is. */
  void batch(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
        // an error that comes after a result is thrown when it is reached
      }
    }
  }

  private SQLServerDataSource source() {
    SQLServerDataSource source = new SQLServerDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    source.setDatabaseName("msdb");
    return source;
  }
}
