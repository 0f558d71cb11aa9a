package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.SqlProperty;

/**
 * All that the driver is told about one connection. Nothing of it becomes part of a URL, where a
 * semicolon in a value would be another property.
 */
final class ConnectionSettings {

  private static final int LOGIN_SECONDS = 15;

  private final HostWay.SqlServer way;
  private final SqlServerAddress endpoint;
  private final Duration deadline;

  ConnectionSettings(HostWay.SqlServer way, Duration deadline) {
    this.way = way;
    this.endpoint = SqlServerAddress.of(way);
    this.deadline = deadline;
  }

  SqlServerAddress endpoint() {
    return endpoint;
  }

  /** Seconds that the batch may take; half of all, so that it is cancelled and not cut off. */
  int querySeconds() {
    return (int) Math.max(1, deadline.dividedBy(2).toSeconds());
  }

  /** Which limit was hit, after "longer than". */
  String limit(boolean letIn) {
    return (letIn
            ? querySeconds() + "s for its answer"
            : loginSeconds() + "s for connecting and logging in")
        + ", a part of the 'deadline' of "
        + told(deadline);
  }

  /** A duration such as 60s. */
  static String told(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private int loginSeconds() {
    return (int) Math.max(1, Math.min(LOGIN_SECONDS, deadline.toSeconds()));
  }

  /** The driver, set up. */
  SQLServerDataSource source(Optional<LoginAccount> account) throws AskingRefusal {
    SQLServerDataSource source = new SQLServerDataSource();
    source.setServerName(endpoint.host());
    if (endpoint.needsBrowser()) {
      source.setInstanceName(endpoint.instance().orElseThrow());
    }
    endpoint.port().ifPresent(source::setPortNumber);
    source.setDatabaseName("msdb");
    source.setApplicationName("relay-maven-plugin");
    source.setLoginTimeout(loginSeconds());
    source.setSocketTimeout((int) Math.min(Integer.MAX_VALUE, deadline.toMillis()));
    source.setSocketFactoryClass(SessionSocketFactory.class.getName());
    // a login that is tried again behind our back is one step nearer to a locked account
    source.setConnectRetryCount(0);
    // the query's limit ends with the first result, unless all results are read before it
    source.setResponseBuffering("full");
    source.setEncrypt("mandatory");
    source.setTrustServerCertificate(false);
    for (Map.Entry<SqlProperty, String> stated : way.properties().entrySet()) {
      set(source, stated.getKey(), stated.getValue());
    }
    new SqlAuthentication(way.login(), account).set(source);
    Optional.ofNullable(way.properties().get(SqlProperty.DOMAIN)).ifPresent(source::setDomain);
    return source;
  }

  private static void set(SQLServerDataSource source, SqlProperty property, String value)
      throws AskingRefusal {
    if (!property.takes(value)) {
      throw new AskingRefusal(
          property.title() + ": '" + value + "' is not " + property.hint(),
          "correct it in the connections");
    }
    switch (property) {
      case ENCRYPT -> source.setEncrypt(value);
      case TRUST_SERVER_CERTIFICATE -> source.setTrustServerCertificate(value.equals("true"));
      case HOST_NAME_IN_CERTIFICATE -> source.setHostNameInCertificate(value);
      case SERVER_CERTIFICATE -> source.setServerCertificate(value);
      case TRUST_STORE -> source.setTrustStore(value);
      case TRUST_STORE_TYPE -> source.setTrustStoreType(value);
      case SERVER_SPN -> source.setServerSpn(value);
      case REALM -> source.setRealm(value);
      case DOMAIN -> source.setDomain(value);
      case MULTI_SUBNET_FAILOVER -> source.setMultiSubnetFailover(value.equals("true"));
      case IP_ADDRESS_PREFERENCE -> source.setIPAddressPreference(value);
    }
  }
}
